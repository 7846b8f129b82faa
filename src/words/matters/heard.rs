//! What is counted of any answers that come in.

use super::Matter;

/// Answers.
pub static ANSWERS: Matter = Matter { id: "answers", en: "answers", sv: "svar" };
/// Comments.
pub static COMMENTS: Matter = Matter { id: "comments", en: "comments", sv: "kommentarer" };
/// Answers that belong to no question.
pub static STRAY: Matter = Matter {
    id: "stray",
    en: "answers to what the questionnaire does not ask",
    sv: "svar på det som frågeformuläret inte frågar",
};
/// Answers that are none of those that the question has.
pub static ASIDE: Matter = Matter {
    id: "aside",
    en: "answers that the question does not offer (they stand in the comment, the question is open)",
    sv: "svar som inte finns bland frågans svarsalternativ (de står i kommentaren, frågan är öppen)",
};
/// Questions that are answered twice.
pub static TWICE: Matter = Matter {
    id: "twice",
    en: "questions answered more than once (the first answer counts)",
    sv: "frågor som besvarats mer än en gång (det första svaret gäller)",
};
