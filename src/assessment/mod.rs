//! The judgement: questionnaire, answers, review, policy and a date become an [`Assessment`].
//!
//! Pure, exact and total: no clock, no float, no error. It runs in steps, each in a file of its own: which answers
//! count ([`effective`]) and what they are worth ([`mod@worth`]), which questions are asked ([`scope`]), how far
//! answers are proved ([`assurance`]) and what is known by which proof ([`proved`]), what questions count ([`weigh`]),
//! what was scored ([`score`]), which flags are raised ([`flag`]), which risk follows ([`rating`]) and what would
//! improve it ([`remediation`]).
//! Afterwards [`insight`], [`vendor_turn`], [`evidence`] and [`requests`] say what follows for a reader, each fact in
//! one place, and [`trace`] tells how a question came to its points.

pub mod advice;
pub mod age;
pub mod assurance;
pub mod decision;
pub mod documents_alone;
pub mod effective;
pub mod evidence;
pub mod first_answers;
pub mod flag;
pub mod gate;
pub mod improving;
pub mod inherent;
pub mod insight;
pub mod judge;
pub mod judged;
pub mod model;
pub mod next_review;
pub mod paper;
pub mod paper_advice;
pub mod papers;
pub mod proved;
pub mod rating;
pub mod remediation;
pub mod requests;
pub mod scope;
pub mod score;
pub mod steps;
pub mod subject;
pub mod trace;
pub mod truth;
pub mod vendor_turn;
pub mod waiting;
pub mod weigh;
pub mod word_for_word;
pub mod worth;

pub use judge::assess;
pub use model::Assessment;
pub use papers::{Absence, Papers, Presence};
pub use score::Score;
pub use subject::Subject;
