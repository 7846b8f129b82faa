//! What heads of columns say, in words that people use for them.

use super::mapping::{TableColumn, squeezed};

/// Heads by which a column is known; each as a whole, never as a part of a longer one.
const HEADS: [(TableColumn, &[&str]); 8] = [
    (
        TableColumn::Id,
        &[
            "id",
            "no",
            "no.",
            "nr",
            "nr.",
            "#",
            "number",
            "nummer",
            "ref",
            "ref.",
            "reference",
            "referens",
            "question id",
            "question no",
            "question no.",
            "question number",
            "question #",
            "q#",
            "q id",
            "control id",
            "control no",
            "control number",
            "requirement id",
            "item",
            "serial no",
            "sl no",
            "s.no",
            "fråge-id",
            "frågenummer",
            "fråga nr",
            "krav-id",
            "kravnummer",
            "löpnummer",
        ],
    ),
    (
        TableColumn::Question,
        &[
            "question",
            "questions",
            "question text",
            "question/request",
            "question / request",
            "requirement",
            "requirements",
            "requirement text",
            "control",
            "control question",
            "assessment question",
            "fråga",
            "frågor",
            "frågetext",
            "krav",
            "kravtext",
        ],
    ),
    (
        TableColumn::Answer,
        &[
            "answer",
            "answers",
            "response",
            "responses",
            "your answer",
            "your response",
            "vendor answer",
            "vendor response",
            "supplier answer",
            "supplier response",
            "provider response",
            "svar",
            "ert svar",
            "leverantörens svar",
        ],
    ),
    (
        TableColumn::Comment,
        &[
            "comment",
            "comments",
            "notes",
            "note",
            "remarks",
            "remark",
            "additional information",
            "additional info",
            "explanation",
            "justification",
            "details",
            "vendor comments",
            "kommentar",
            "kommentarer",
            "anmärkning",
            "förklaring",
            "motivering",
            "ytterligare information",
        ],
    ),
    (
        TableColumn::Category,
        &[
            "category",
            "section",
            "domain",
            "topic",
            "area",
            "group",
            "control domain",
            "kategori",
            "avsnitt",
            "område",
            "ämne",
            "grupp",
        ],
    ),
    (
        TableColumn::Help,
        &[
            "guidance",
            "help",
            "help text",
            "instructions",
            "instruction",
            "description",
            "vägledning",
            "hjälp",
            "hjälptext",
            "anvisning",
            "anvisningar",
            "beskrivning",
        ],
    ),
    (
        TableColumn::Importance,
        &["importance", "priority", "weight", "criticality", "severity", "betydelse", "prioritet", "vikt", "allvar"],
    ),
    (
        TableColumn::By,
        &["answered by", "respondent", "responder", "owner", "completed by", "besvarad av", "svarande", "ansvarig"],
    ),
];

/// What a head says that its column holds.
pub fn said(head: &str) -> Option<TableColumn> {
    HEADS.iter().map(|(part, _)| *part).find(|part| says(*part, head))
}

/// Whether a head says that its column holds this.
pub fn says(part: TableColumn, head: &str) -> bool {
    let head = squeezed(head.trim_end_matches([':', '?', '*']));
    HEADS.iter().any(|(known, words)| *known == part && words.contains(&head.as_str()))
}

/// Whether a head speaks of answers, whatever it says of them. Such a column is shown, never taken.
pub fn speaks_of_answers(head: &str) -> bool {
    let head = squeezed(head);
    let words = ["answer", "response", "svar", "compliant", "compliance", "yes/no", "ja/nej", "status"];
    words.iter().any(|word| head.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_says_what_it_says_as_a_whole() {
        let found = ["Question ID ", "Question:", "Vendor\nresponse", "Kommentar", "Priority*"].map(said);
        let expected = [
            TableColumn::Id,
            TableColumn::Question,
            TableColumn::Answer,
            TableColumn::Comment,
            TableColumn::Importance,
        ];
        assert_eq!(found, expected.map(Some));
        for head in ["Compliant Answer", "Follow-up responses", "Answer guidance", "Expected answer", ""] {
            assert_eq!(said(head), None, "{head}");
            assert_eq!(speaks_of_answers(head), !head.is_empty(), "{head}");
        }
    }
}
