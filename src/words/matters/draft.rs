//! What is counted of any questionnaire that comes in.

use super::Matter;

/// Categories.
pub static CATEGORIES: Matter = Matter { id: "categories", en: "categories", sv: "kategorier" };
/// Questions.
pub static QUESTIONS: Matter = Matter { id: "questions", en: "questions", sv: "frågor" };
/// Conditions.
pub static CONDITIONS: Matter = Matter { id: "conditions", en: "conditions", sv: "villkor" };
/// Red flags.
pub static FLAGS: Matter = Matter { id: "flags", en: "red flags", sv: "röda flaggor" };
/// Questions that nothing is said of: how much they weigh, what answers are worth.
pub static UNWEIGHED: Matter = Matter {
    id: "unweighed",
    en: "importance of questions, and what each answer is worth, where the source does not say it so that an answer is \
         worth 100 (they come in as info and count for nothing)",
    sv: "hur viktiga frågor är, och vad varje svar är värt, där källan inte säger det så att något svar är värt 100 \
         (de kommer in som info och räknas inte)",
};
/// Questions whose answers have values, but none of them all.
pub static NONE_WORTH_ALL: Matter = Matter {
    id: "none-worth-all",
    en: "questions of which no answer is worth 100 (they come in as info and count for nothing)",
    sv: "frågor där inget svar är värt 100 (de kommer in som info och räknas inte)",
};
/// Questions whose importance is not given, and which stand as medium.
pub static AS_MEDIUM: Matter = Matter {
    id: "as-medium",
    en: "importance of questions where the source does not say it in words that are known (they stand as medium)",
    sv: "hur viktiga frågor är, där källan inte säger det med kända ord (de står som `medium`)",
};
/// Ids that are written otherwise.
pub static PLAIN_IDS: Matter = Matter {
    id: "plain-ids",
    en: "ids written with letters, digits, - and _ alone",
    sv: "id:n skrivna med enbart bokstäver, siffror, - och _",
};
/// Ids that came twice.
pub static SAME_IDS: Matter = Matter {
    id: "same-ids",
    en: "ids that came more than once and got a number",
    sv: "id:n som förekom flera gånger och fick ett nummer",
};
/// Labels that were altered.
pub static LABELS: Matter = Matter {
    id: "labels",
    en: "words of answers that another answer has too, or that mean something of their own (altered)",
    sv: "svarsord som ett annat svar också har, eller som betyder något eget (ändrade)",
};
/// Conditions on what is not there.
pub static LOOSE_CONDITIONS: Matter = Matter {
    id: "loose-conditions",
    en: "conditions on questions or answers that are not there (the questions are always asked)",
    sv: "villkor på frågor eller svar som inte finns (frågorna ställs alltid)",
};
/// Conditions in circles.
pub static CIRCLES: Matter = Matter {
    id: "circles",
    en: "conditions of questions that wait for each other (the questions are always asked)",
    sv: "villkor för frågor som väntar på varandra (frågorna ställs alltid)",
};
/// Conditions that are too deep.
pub static DEEP_CONDITIONS: Matter = Matter {
    id: "deep-conditions",
    en: "conditions that are too deep even when simplified (left out in part: the questions are asked more often)",
    sv: "villkor som är för djupa även förenklade (delvis utelämnade: frågorna ställs oftare)",
};
/// Flags without a condition that holds.
pub static LOOSE_FLAGS: Matter = Matter {
    id: "loose-flags",
    en: "red flags on questions or answers that are not there",
    sv: "röda flaggor på frågor eller svar som inte finns",
};
/// Options beyond what is asked.
pub static OPTIONS: Matter =
    Matter { id: "options", en: "answers beyond the first 200", sv: "svar utöver de första 200" };
/// Texts that are too long.
pub static CUT_TEXTS: Matter = Matter {
    id: "cut-texts",
    en: "texts that are longer than a questionnaire has room for (their ends)",
    sv: "texter som är längre än ett frågeformulär har plats för (deras slut)",
};
/// Points that are too many.
pub static TOO_MANY_POINTS: Matter = Matter {
    id: "too-many-points",
    en: "what answers are worth, of questions that give an answer more than 1,000 points",
    sv: "vad svaren är värda, för frågor som ger ett svar mer än 1 000 poäng",
};
/// Questions without words.
pub static WORDLESS: Matter = Matter { id: "wordless", en: "questions without words", sv: "frågor utan ord" };
/// What is at stake is not asked.
pub static STAKES: Matter = Matter {
    id: "stakes",
    en: "what is at stake: no `inherent_risk` is asked for, so the inherent risk is assumed as the policy says",
    sv: "vad som står på spel: ingen `inherent_risk` efterfrågas, så den inneboende risken antas enligt våra regler",
};
