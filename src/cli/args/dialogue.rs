//! How a dialogue goes: the options of `duly record` and `duly review`.

use clap::{Args, ValueEnum};

use super::about::Swedish;

/// How a dialogue goes.
#[derive(Debug, Clone, Copy, Args)]
pub struct DialogueArgs {
    /// Only the questions that are open, weakly answered, or whose proof has expired
    #[arg(add = Swedish::with_values("Bara de frågor som är öppna, svagt besvarade eller vars underlag har gått ut", &[
            ("open", "De utan ett svar som räknas"),
            ("weak", "De med ett svagt svar"),
            ("expired", "De vars underlag har gått ut"),
        ]))]
    #[arg(long, value_name = "open|weak|expired", value_enum)]
    pub only: Option<OnlyArg>,
    /// Line by line, for pipes and screen readers
    #[arg(add = Swedish::new("Rad för rad, för rör och skärmläsare"))]
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
