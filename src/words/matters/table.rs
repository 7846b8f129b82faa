//! What is counted of a table of others.

use super::Matter;

/// Rows that ask or answer something.
pub static ROWS: Matter = Matter { id: "table-rows", en: "rows with an id", sv: "rader med ett id" };
/// Heads that stand between rows once more.
pub static HEADS_AGAIN: Matter =
    Matter { id: "heads-again", en: "heads of the columns, repeated", sv: "kolumnrubriker, upprepade" };
/// Rows without an id.
pub static WITHOUT_ID: Matter =
    Matter {
        id: "rows-without-id", en: "rows without an id that say something", sv: "rader utan id som säger något"
    };
/// Columns of which nobody said what they hold, and something stands in them.
pub static UNREAD_COLUMNS: Matter = Matter {
    id: "unread-columns",
    en: "columns that were not read, each with the number of its filled cells",
    sv: "kolumner som inte lästes, var och en med antalet ifyllda celler",
};
/// Rows whose id asks nothing.
pub static WORDLESS: Matter =
    Matter { id: "rows-without-question", en: "ids without a question", sv: "id:n utan fråga" };
/// A row that is there twice.
pub static SAME_AGAIN: Matter = Matter {
    id: "same-row-again",
    en: "rows that came once more, the same",
    sv: "rader som kom en gång till, likadana",
};
/// An id of two questions.
pub static ID_AGAIN: Matter = Matter {
    id: "id-again",
    en: "questions whose id another question above them has",
    sv: "frågor vars id en annan fråga ovanför redan har",
};
/// Ids sort the questions.
pub static BY_PREFIX: Matter = Matter {
    id: "by-prefix",
    en: "questions sorted by what their ids begin with",
    sv: "frågor sorterade efter vad deras id börjar med",
};
/// Nobody said what answers are worth.
pub static UNSAID_VALUES: Matter = Matter {
    id: "unsaid-values",
    en: "questions for which nobody said how they are answered and what an answer is worth (they are answered in words \
         and count for nothing until somebody does)",
    sv: "frågor där ingen angett hur de besvaras och vad ett svar är värt (de besvaras med ord och räknas inte \
         förrän någon gör det)",
};
/// Words for importance that nobody explained.
pub static UNKNOWN_IMPORTANCE: Matter = Matter {
    id: "unknown-importance",
    en: "words for importance that mean nothing here (say what they mean under [importance] in a mapping)",
    sv: "ord för hur viktig en fråga är som inte är kända här (ange vad de står för under [importance] i en mappning)",
};
/// Answers in a table that was to ask.
pub static ANSWERS_OF_QUESTIONS: Matter = Matter {
    id: "answers-of-questions",
    en: "answers in the table (a questionnaire has none)",
    sv: "svar i tabellen (ett frågeformulär har inga)",
};
/// What the vendor's table says of importance.
pub static THEIR_IMPORTANCE: Matter = Matter {
    id: "their-importance",
    en: "words for importance in the table of answers (ours hold)",
    sv: "ord för hur viktig en fråga är i svarstabellen (våra gäller)",
};
/// Formulas whose results are missing.
pub static FORMULAS: Matter = Matter {
    id: "formulas-without-values",
    en: "formulas whose results are not in the file (open it in a spreadsheet program and save it again)",
    sv: "formler vars resultat inte finns i filen (öppna den i ett kalkylprogram och spara om den)",
};
/// Formulas that have no result.
pub static BROKEN_FORMULAS: Matter =
    Matter { id: "broken-formulas", en: "formulas that have no result", sv: "formler som inte ger något resultat" };
/// Letters that nobody sees.
pub static HIDDEN_LETTERS: Matter = Matter {
    id: "hidden-letters",
    en: "cells without the letters in them that nobody sees",
    sv: "celler utan de osynliga tecken som fanns i dem",
};
/// An answer that stands for several rows.
pub static MERGED_ANSWERS: Matter = Matter {
    id: "table-merged-answers",
    en: "rows that have the answer of cells made one",
    sv: "rader som har svaret från sammanfogade celler",
};
/// Sheets that nobody sees.
pub static HIDDEN_SHEETS: Matter =
    Matter { id: "hidden-sheets", en: "sheets that are hidden and were read", sv: "dolda blad som har lästs" };
/// Columns that nobody sees.
pub static HIDDEN_COLUMNS: Matter =
    Matter { id: "hidden-columns", en: "columns that are hidden and were read", sv: "dolda kolumner som har lästs" };
/// Rows that nobody sees.
pub static HIDDEN_ROWS: Matter =
    Matter { id: "hidden-rows", en: "rows that are hidden and were read", sv: "dolda rader som har lästs" };
/// No row of heads was found.
pub static NO_HEAD: Matter = Matter {
    id: "no-head",
    en: "tables in which no row of heads was found, read from this row on (say which it is by header=)",
    sv: "tabeller där ingen rad med rubriker hittades, lästa från den här raden (ange den med header=)",
};
/// Sheets that have the heads, too.
pub static UNREAD_SHEETS: Matter = Matter {
    id: "unread-sheets",
    en: "further sheets with the same heads that were not read (say which sheet counts)",
    sv: "ytterligare blad med samma rubriker som inte lästes (ange vilket blad som gäller)",
};
