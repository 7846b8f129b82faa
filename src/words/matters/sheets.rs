//! What is counted of questions and answers that come in from the sheets of a workbook.

use super::Matter;

/// Rows of a question that stood before.
pub static REPEATED: Matter = Matter {
    id: "repeated-rows",
    en: "rows of questions that stand more than once (the first counts)",
    sv: "rader för frågor som står mer än en gång (den första gäller)",
};
/// Formulas whose result is left out.
pub static WITHOUT_RESULT: Matter = Matter {
    id: "without-result",
    en: "answers that are formulas without a result (open the file in a spreadsheet program, save it there and bring \
         it in again)",
    sv: "svar som är formler utan resultat (öppna filen i ett kalkylprogram, spara den där och ta in den igen)",
};
/// Questions that the file asks in other words.
pub static OTHER_WORDS: Matter = Matter {
    id: "other-words",
    en: "questions that the file asks in other words than the questionnaire (see that the answers belong to them)",
    sv: "frågor som filen ställer med andra ord än frågeformuläret (se efter att svaren hör till dem)",
};
/// Columns with the head of the answers that were not read.
pub static SAME_HEAD: Matter = Matter {
    id: "same-head",
    en: "further columns under the head of the answers that were not read (the first counts)",
    sv: "ytterligare kolumner under svarens rubrik som inte lästes (den första gäller)",
};
