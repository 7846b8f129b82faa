//! What tests share. `duly` as people run it stands in [`program`]; the folders that it runs in, and those of the
//! project, in [`folder`]; what is kept of its output in [`kept`]; what its readers make of a text in [`reading`],
//! which `tests/properties`, `benches/` and `fuzz/` use, too; a judgement of short texts in [`judging`];
//! what is in a Word file in [`office`]; a company of many vendors in [`company`]; overviews of many put together by
//! hand in [`overviews`]; assessment results in [`oscal`]; archives and workbooks that lie in [`zipped`].

pub mod company;
mod folder;
pub mod judging;
mod kept;
pub mod office;
pub mod oscal;
pub mod overviews;
mod program;
pub mod reading;
pub mod zipped;

pub use folder::{Folder, example, example_papers, files_below, names_in, root};
pub use kept::assert_kept;
pub use program::{DAY, HANGS, PROGRAM, Ran, command, duly, duly_on_day, finish, run, shell, told};

/// A small questionnaire with a question of every form: `small@1.0.0`.
pub const SMALL: &str = include_str!("../../nine/small.yaml");
