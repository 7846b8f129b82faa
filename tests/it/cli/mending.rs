//! A file that a vendor filled in badly: the letter that asks to mend it, and `duly record`, which mends it.

use crate::support::{Folder, Ran, command, duly, duly_on_day, told};

/// A file as it comes back from somebody who filled it in in a text editor.
const BADLY_FILLED: &str = "\
format: duly/answers@1
vendor: {name: Exempel AB}
questionnaire: customer-service@1.1.0
service: Customer service: chat and phone
answers:
  access.mfa:
    answer:all
    comment: Two-factor for staff (ticket #4711), but not for the 40 agents
  access.rbac: cases
  access.no-such-thing: all
  encryption.at-rest:
\tanswer: all
";

// ---------------------------------------------------------------- the letter

#[test]
fn a_vendor_is_asked_to_mend_what_cannot_be_read() {
    let folder = Folder::with(&[("v.yaml", BADLY_FILLED)]);
    let ran = duly_on_day(&folder, &["export", "v.yaml", "--for", "vendor", "--reply-by", "2026-12-15"]);
    assert_eq!(ran.code, 2);
    let talk = "error: the answers cannot be judged (5 errors); the letter asks the vendor to mend them\n";
    assert_eq!(ran.err, talk);
    for expected in [
        "# Please mend a few places in your answers: Outsourced customer service\n",
        "- **To:** **Exempel AB**\n",
        "- **Reply by:** **2026-12-15**\n",
        "### Outside of the answers\n\n- **Line 4:** `service: Customer service: chat and phone`\n",
        "### `access.mfa` Where is multi-factor authentication enforced",
        "- **Line 7:** `answer:all`\n- **What is wrong:** there is no space after the colon\n\
         - **What helps:** write `answer: all`\n- **Line 8:**",
        "- **What is wrong:** what stands behind `#` is not read: `#4711), but not for the 40 agents`\n",
        "- **What is wrong:** `cases` is not an answer to this question\n\
         - **What helps:** choose from what may be answered\n",
        "- **What may be answered:** `case` (Roles per client and task,",
        "### `access.no-such-thing`\n",
        "- **Line 12:** `answer: all`\n- **What is wrong:** a tab stands where only spaces may stand\n",
    ] {
        assert!(ran.out.contains(expected), "{expected}\n{}", ran.out);
    }
    let sv = duly_on_day(&folder, &["export", "v.yaml", "--for", "vendor", "--lang", "sv", "-o", "letter.html"]);
    assert_eq!((sv.code, sv.out.as_str()), (2, ""));
    let page = folder.read("letter.html");
    assert!(page.contains("Rätta några ställen i era svar") && page.contains("efter kolonet saknas ett blanksteg"));
    for promise in ["Nothing else has to be written anew", "Inget annat behöver skrivas om"] {
        assert!(!ran.out.contains(promise) && !page.contains(promise), "another letter may ask for more");
    }
    for term in ["error[", "fel[", "YAML", "yaml-", "no-space", "--explain", "did you mean", "menade du"] {
        assert!(!ran.out.contains(term) && !page.contains(term), "{term} is no word of a letter");
    }
}

/// The form was in a language, and so is what is asked about it.
#[test]
fn what_is_to_be_mended_is_asked_in_the_language_of_the_form_that_was_sent() {
    let review = "format: duly/review@1\nvendor: Exempel AB\nreviewer: Office\nreviewed: 2026-11-10\n";
    for (sent, expected) in [
        ("", "# Please mend"),
        ("sent: [{on: 2026-10-01, lang: sv}]\n", "# Rätta några ställen"),
        ("sent: [{on: 2026-10-01, lang: sv}, {on: 2026-11-01, lang: en}]\n", "# Please mend"),
    ] {
        let folder = Folder::with(&[("v.yaml", BADLY_FILLED), ("v.review.yaml", &[review, sent].concat())]);
        let letter = duly_on_day(&folder, &["export", "v.yaml", "--for", "vendor"]).out;
        assert!(letter.starts_with(expected), "{sent}{letter}");
    }
}

/// Neither a number to copy nor a bound that nobody meant; and what may be answered is told once.
#[test]
fn which_number_is_asked_for_is_told_once_and_without_an_example() {
    let answers = "format: duly/answers@1\nvendor: {name: Exempel AB}\nquestionnaire: customer-service@1.1.0\n\
        answers:\n  access.offboarding-hours: 5 working days\n";
    let folder = Folder::with(&[("v.yaml", answers)]);
    for (lang, number) in [("en", "a whole number (hours)"), ("sv", "ett heltal (timmar)")] {
        let letter = duly_on_day(&folder, &["export", "v.yaml", "--for", "vendor", "--lang", lang]).out;
        assert_eq!(letter.matches(number).count(), 1, "{letter}");
        assert!(letter.contains("`5 working days`") && !letter.contains("1000000"), "{letter}");
        let cure = if lang == "en" { "**What helps:** write " } else { "**Så rättar ni:** skriv " };
        assert!(letter.contains(&format!("{cure}{number}")), "what `check` advises: {letter}");
        assert!(!letter.contains("example 48") && !letter.contains("exempel 48"), "{letter}");
    }
}

/// What is wrong with our own files is no matter of the vendor's.
#[test]
fn a_vendor_is_not_asked_to_mend_what_is_ours() {
    let answers = "format: duly/answers@1\nvendor: {name: Exempel AB}\nquestionnaire: customer-service@1.1.0\n";
    let folder = Folder::with(&[("v.yaml", answers), ("v.review.yaml", "format: duly/review@1\nvendor: Other AB\n")]);
    let ran = duly_on_day(&folder, &["export", "v.yaml", "--for", "vendor"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("error[review-of-another-vendor]"), "{}", ran.err);
}

// ---------------------------------------------------------------- recording into a broken file

/// What a dialogue says to some lines, typed one after the other.
fn recorded(folder: &Folder, lines: &str) -> Ran {
    told(command(folder, &["record", "v.yaml", "--plain", "--as-of", "2026-11-23"]), lines)
}

#[test]
fn a_broken_file_is_gone_through_where_it_is_broken_first() {
    let folder = Folder::with(&[("v.yaml", BADLY_FILLED)]);
    let ran = recorded(&folder, "\ncase\n\nall\n\n!\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("error[no-space]: ") && ran.err.contains("5 errors, 1 warning\n"), "{}", ran.err);
    assert!(ran.err.contains("v.yaml is gone through nevertheless: "), "{}", ran.err);
    assert!(ran.err.contains("first come the questions at whose answers something is wrong: 3\n"), "{}", ran.err);
    let said = ran.said();
    let at = |question: &str| said.find(question).unwrap_or_else(|| panic!("{question} is not asked:\n{said}"));
    assert!(at("  access.mfa") < at("  access.rbac") && at("  access.rbac") < at("  encryption.at-rest"), "{said}");
    let expected = BADLY_FILLED
        .replace("service: Customer service: chat and phone", "service: \"Customer service: chat and phone\"")
        .replace("answer:all", "answer: all")
        .replace("access.rbac: cases", "access.rbac: case  # cases")
        .replace("  access.no-such-thing: all", "  # access.no-such-thing: all")
        .replace("\tanswer: all", "    answer: all");
    let found = folder.read("v.yaml");
    let found: Vec<&str> = found.lines().filter(|line| !line.starts_with("answered: ")).collect();
    assert_eq!(found, expected.lines().collect::<Vec<_>>());
    let checked = duly(&folder, &["check", "v.yaml"]); // it was answered today
    assert_eq!(checked.code, 0, "{}", checked.out);
}

#[test]
fn a_broken_file_that_is_only_looked_at_stays_as_it_is() {
    let folder = Folder::with(&[("v.yaml", BADLY_FILLED)]);
    let ran = recorded(&folder, "\n!\n");
    assert_eq!((ran.code, folder.read("v.yaml").as_str()), (0, BADLY_FILLED), "{}", ran.err);
    assert!(ran.said().ends_with("nothing was changed in v.yaml\n"), "{}", ran.said());
}

#[test]
fn one_answer_of_a_broken_file_can_be_mended_by_itself() {
    let folder = Folder::with(&[("v.yaml", BADLY_FILLED)]);
    let ran = duly_on_day(&folder, &["record", "v.yaml", "access.rbac=case"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(
        ran.err,
        "saved: v.yaml\n4 errors left: see `duly check v.yaml`, or go through them with `duly record v.yaml`\n"
    );
    let expected = BADLY_FILLED.replace("  access.rbac: cases", "  access.rbac: case  # cases");
    assert_eq!(folder.read("v.yaml"), expected);
    let other = duly_on_day(&folder, &["record", "v.yaml", "access.logging=full"]);
    assert_eq!((other.code, folder.read("v.yaml")), (2, expected));
    assert!(other.err.contains("this alone does not mend the file"), "{}", other.err);
}

/// What stood in the answer and could not be read is a comment in it, as in the dialogue.
#[test]
fn mending_one_answer_loses_no_word_of_it() {
    let head = "format: duly/answers@1\nvendor: {name: A AB}\nquestionnaire: customer-service@1.1.0\nanswers:\n";
    for (broken, kept) in [
        ("  access.mfa: alll\n  We phoned them on Monday.\n", &["phoned"][..]),
        ("  access.mfa: alll\n      comment: No MFA at all\n      evidence: [x]\n", &["No MFA at all", "[x]"]),
        ("  access.mfa:\n    answer: alll\n    comment: \"not closed\n    and more\n", &["not closed", "and more"]),
        ("  access.mfa: alll\n\t# our own note\n  access.rbac: case\n", &["our own note", "access.rbac: case"]),
    ] {
        let folder = Folder::with(&[("v.yaml", &format!("{head}{broken}"))]);
        let ran = duly_on_day(&folder, &["record", "v.yaml", "access.mfa=all"]);
        let file = folder.read("v.yaml");
        assert_eq!(ran.code, 0, "{broken}: {}", ran.err);
        kept.iter().for_each(|words| assert!(file.contains(words), "{words} is lost:\n{file}"));
    }
}

/// Where not even the questionnaire can be told, there is nothing to go through.
#[test]
fn what_cannot_be_put_aside_is_told() {
    for broken in ["vendor: {name: A AB}\n", "format: duly/answers@1\nvendor: {name: A AB}\nquestionnaire: q@9.9.9\n"] {
        let folder = Folder::with(&[("v.yaml", broken)]);
        let ran = recorded(&folder, "all\n!\n");
        assert_eq!((ran.code, folder.read("v.yaml").as_str()), (2, broken), "{}", ran.err);
    }
}
