//! How a dialogue goes: the options of `duly record` and `duly review`.

use clap::{Args, ValueEnum};

/// How a dialogue goes.
#[derive(Debug, Clone, Copy, Args)]
pub struct DialogueArgs {
    /// Only the questions that are open, weakly answered, or whose proof has expired
    #[arg(long, value_name = "open|weak|expired", value_enum)]
    pub only: Option<OnlyArg>,
    /// Line by line, for pipes and screen readers
    #[arg(long)]
    pub plain: bool,
}

/// Which questions a dialogue goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OnlyArg {
    /// Those without an answer that counts.
    Open,
    /// Those with a weak answer.
    Weak,
    /// Those whose proof has expired.
    Expired,
}
