//! What a workbook says besides its answers: whatever the form that was sent does not say there is told.

use super::workbook::parts;
use crate::support::zipped::{Zipped, zip};
use crate::support::{Folder, Ran, duly, example};

/// A form as it is sent, in one language or two.
fn sent(more: &[&str]) -> Folder {
    let folder = Folder::with(&[("questionnaire.yaml", &example("small/questionnaire.yaml"))]);
    let new = ["new", "--questionnaire", "questionnaire.yaml", "--vendor", "Brevduvan AB", "-o", "sent.xlsx"];
    duly(&folder, &[&new, more].concat()).done();
    folder
}

/// What is said where it comes back with texts of a part in place of others.
#[track_caller]
fn back(folder: &Folder, part: &str, old: &str, new: &str) -> Ran {
    let book = std::fs::read(folder.at("sent.xlsx")).unwrap();
    let parts = parts(&book).into_iter().map(|(name, text)| {
        let is_meant = name.ends_with(part);
        assert!(!is_meant || text.contains(old), "{old}");
        let text = if is_meant { text.replacen(old, new, 1) } else { text };
        Zipped::new(&name, text.as_bytes())
    });
    folder.write("back.xlsx", zip(&parts.collect::<Vec<_>>()));
    duly(folder, &["import", "back.xlsx", "-o", "back.yaml", "--force"])
}

const TEXTS: &str = "sharedStrings.xml";

#[test]
fn a_word_that_was_put_to_a_text_of_a_form_is_told_with_its_cell() {
    let folder = sent(&[]);
    assert!(!back(&folder, TEXTS, "How", "How").err.contains("warning"), "as it was sent");
    for (old, new, place, told) in [
        // the question, before it, behind it and within
        (
            "Where are the",
            "It is planned for 2030: Where are the",
            "1 Our subscribers data, C6",
            "It is planned for 2030",
        ),
        ("reached from?", "reached from? (From 2030 on.)", "1 Our subscribers data, C6", "(From 2030 on.)"),
        ("\nAutomatic letters", "\nNot all. Automatic letters", "1 Our subscribers data, C8", "Not all. Automatic"),
        // how it is answered, and what is attached
        ("Only in the EU/EEA\n", "Only in the EU/EEA (or not)\n", "1 Our subscribers data, D6", "EU/EEA (or not)"),
        ("Screenshot of the", "No screenshot of the", "1 Our subscribers data, H8", "No screenshot"),
        // an option, a head, the first sheet
        ("Log of who did", "No log of who did", "2 Access to the account, C10", "No log of who"),
        ("<t>Comment</t>", "<t>Comment (plans)</t>", "1 Our subscribers data, F3", "Comment (plans)"),
        ("Each tab is", "All answers are plans. Each tab is", "Start, B5", "All answers are plans. Each"),
        ("Newsletter service ·", "Planned Newsletter service ·", "Start, B2", "Planned Newsletter"),
    ] {
        let ran = back(&folder, TEXTS, old, new);
        // of a head of one word nobody can say that it is the beginning of this
        let code = if old.contains("Comment") { "warning[beside-the-form]" } else { "warning[form-text-changed]" };
        let is_told = |line: &str| line.starts_with(code) && line.contains(told);
        assert!(ran.err.lines().any(is_told), "{new}: {}", ran.err);
        assert!(ran.err.contains(&format!("--> back.xlsx: sheet {place}\n")), "{new}: {}", ran.err);
    }
}

#[test]
fn what_was_written_beside_a_question_is_told_and_kept() {
    let folder = sent(&["--both-languages"]);
    let cell = |at: &str, words: &str| format!("<c r=\"{at}\" t=\"str\"><v>{words}</v></c>");
    for (part, row, at) in [("sheet2.xml", 8, "P8"), ("sheet3.xml", 6, "R6"), ("sheet1.xml", 7, "Q7")] {
        let sheet = parts(&std::fs::read(folder.at("sent.xlsx")).unwrap());
        let (_, sheet) = sheet.into_iter().find(|(name, _)| name.ends_with(part)).unwrap();
        let begin = sheet.find(&format!("<row r=\"{row}\"")).unwrap();
        let end = begin + sheet[begin..].find("</row>").unwrap();
        let (old, new) = (&sheet[begin..end + 6], [&sheet[begin..end], &cell(at, "only on paper"), "</row>"].concat());
        let ran = back(&folder, part, old, &new);
        let told = "warning[beside-the-form]: `only on paper` stands where nothing is to be filled in, and is not read";
        assert!(ran.code == 2 && ran.err.contains(told) && ran.err.contains(&format!(", {at}\n")), "{}", ran.err);
        assert!(folder.read("back.yaml").contains("only on paper"), "{part}");
        assert_eq!(ran.err.matches("warning[").count(), 1, "{}", ran.err);
    }
}

/// The title has the name under which the form was sent; whoever puts it right where it is asked for changes no text.
#[test]
fn a_vendor_may_put_its_name_right() {
    let folder = sent(&[]);
    for (name, is_told) in [("Brevduvan Nordic AB", false), ("Helt Annat Bolag", true)] {
        let ran = back(&folder, TEXTS, ">Brevduvan AB<", &format!(">{name}<"));
        assert_eq!(ran.err.contains("warning"), is_told, "{name}: {}", ran.err);
    }
}

/// A sheet without a mark is none of the form: one that a vendor added, or one whose hidden column was deleted.
#[test]
fn a_sheet_that_is_none_of_the_form_is_told() {
    let folder = sent(&[]);
    let ran = back(&folder, "workbook.xml", "<sheet name=\"lists\"", "<sheet name=\"Bilaga &quot;A&quot;\"");
    let told = "warning[sheet-beside-the-form]: the sheet \"Bilaga 'A'\" is none of the form, and is not read\n\
                --> back.xlsx: sheet Bilaga \"A\", A1\n";
    assert!(ran.code == 2 && ran.err.contains(told), "{}", ran.err);
    assert_eq!(ran.err.matches("warning[").count(), 1, "{}", ran.err);
    assert!(
        folder.read("back.yaml").lines().any(|line| line.starts_with("# not understood")),
        "what it says first stays"
    );
    let shown = back(&folder, "workbook.xml", "state=\"veryHidden\"", "");
    assert!(shown.err.contains("the sheet \"lists\" is none of the form"), "{}", shown.err);
}

/// Other programs break lines anew, and take formats away; a part of a text may be gone.
#[test]
fn a_text_that_was_only_broken_anew_or_cut_is_ours() {
    let folder = sent(&[]);
    for (old, new) in [
        ("Where are the addresses", "Where are\nthe  addresses"),
        ("\nsubscribers.hosting</t>", "</t>"),
        ("Choose one:\n• Yes\n• No", "• Yes\n• No"),
        ("<t>Progress</t>", "<t></t>"),
    ] {
        let ran = back(&folder, TEXTS, old, new);
        assert!(!ran.err.contains("warning"), "{new}: {}", ran.err);
    }
}
