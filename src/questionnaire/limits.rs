//! How much a questionnaire may hold: who reads one refuses more, and who makes one stays within.

/// So many categories.
pub const MOST_CATEGORIES: usize = 200;

/// So many options of a question: nobody could read more.
pub const MOST_OPTIONS: usize = 200;

/// So many characters of a text: what many questions share is repeated at each of them.
pub const LONGEST_TEXT: usize = 4000;

/// So many points of an option, and at which a question is full.
pub const MOST_POINTS: u32 = 1000;
