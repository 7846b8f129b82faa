//! What is counted of a questionnaire of VSAQ and of its answers.

use super::Matter;

/// Rules of a form that we have no place for.
pub static CHECKS: Matter = Matter {
    id: "vsaq-checks",
    en: "rules for how an answer must be written: required, pattern, longest",
    sv: "regler för hur ett svar ska skrivas: obligatoriskt, mönster, längd",
};
/// Options that are shown only sometimes.
pub static OPTION_CONDITIONS: Matter = Matter {
    id: "vsaq-option-conditions",
    en: "conditions of single options (the options are always offered)",
    sv: "villkor för enskilda svarsalternativ (alternativen visas alltid)",
};
/// Texts that are shown only sometimes.
pub static TEXT_CONDITIONS: Matter = Matter {
    id: "vsaq-text-conditions",
    en: "conditions of texts (the texts always stand in `about`)",
    sv: "villkor för texter (texterna står alltid i `about`)",
};
/// Texts without questions around them.
pub static LONE_TEXTS: Matter = Matter {
    id: "vsaq-lone-texts",
    en: "blocks that hold texts and no question",
    sv: "block som innehåller texter och inga frågor",
};
/// Conditions that cannot be said.
pub static UNSAYABLE: Matter = Matter {
    id: "vsaq-unsayable",
    en: "conditions, or parts of them, on what somebody writes or on what is not there",
    sv: "villkor, eller delar av villkor, på vad någon skriver eller på det som inte finns",
};
/// Warnings whose condition cannot be said.
pub static LOST_WARNINGS: Matter = Matter {
    id: "vsaq-warnings",
    en: "warnings whose condition cannot be said (no red flag; their words stand in `about`)",
    sv: "varningar vars villkor inte kan uttryckas (ingen röd flagga; deras ord står i `about`)",
};
/// Items that are never shown.
pub static NEVER_SHOWN: Matter =
    Matter { id: "vsaq-never-shown", en: "questions that are never shown", sv: "frågor som aldrig visas" };
/// Items of other kinds.
pub static OTHER_ITEMS: Matter = Matter {
    id: "vsaq-other-items",
    en: "uploads and other items that are no question and no text",
    sv: "filuppladdningar och annat som varken är frågor eller text",
};
/// Questions without words.
pub static CONTINUED: Matter = Matter {
    id: "vsaq-continued",
    en: "questions without words of their own (they have those of the text before them)",
    sv: "frågor utan egna ord (de har orden i texten före dem)",
};
/// Flags without a severity.
pub static SEVERITY: Matter = Matter {
    id: "vsaq-severity",
    en: "severity of red flags that the source gives none (they stand as medium)",
    sv: "allvarlighetsgraden hos röda flaggor där källan inte anger någon (de står som medium)",
};
/// Warnings.
pub static WARNINGS: Matter = Matter { id: "vsaq-read-warnings", en: "warnings", sv: "varningar" };
/// Fields that are filled in.
pub static FIELDS: Matter = Matter { id: "vsaq-fields", en: "fields filled in", sv: "ifyllda fält" };
/// Marks of a list of things to do.
pub static TODO: Matter =
    Matter { id: "vsaq-todo", en: "marks of the list of things to do", sv: "markeringar i att göra-listan" };
/// Values that are no text.
pub static NO_TEXT: Matter = Matter {
    id: "vsaq-no-text",
    en: "values that are neither text nor number",
    sv: "värden som varken är text eller tal",
};
