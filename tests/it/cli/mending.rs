//! A file that a vendor filled in badly: the letter that asks to mend it, and `duly record`, which mends it.

use crate::support::{Folder, duly_on_day};

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
    let ran = duly_on_day(&folder, &["export", "v.yaml", "--for", "vendor", "--due", "2026-12-15"]);
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
        "- **What is wrong:** what stands behind ` #` is not read: `#4711), but not for the 40 agents`\n",
        "- **What is wrong:** `cases` is not an answer to this question\n- **What helps:** did you mean `case`?",
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
    for term in ["error[", "fel[", "YAML", "yaml-", "no-space", "--explain"] {
        assert!(!ran.out.contains(term) && !page.contains(term), "{term} is no word of a letter");
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
