//! Options for files in formats of others.

use std::path::PathBuf;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::about::Swedish;
use crate::exchange::foreign;

/// What is said of a file in a format of others.
#[derive(Debug, Default, Args)]
pub struct ForeignArgs {
    /// The format of the file [default: known by what is in it]
    #[arg(add = Swedish::new("Filens format [standard: känns igen på innehållet]"))]
    #[arg(long, value_name = "FORMAT", value_parser = PossibleValuesParser::new(foreign::ALL.iter().map(|it| it.id)))]
    pub source: Option<String>,
    /// The sheet of a table [default: the first that has the columns]
    #[arg(add = Swedish::new("Tabellens blad [standard: det första som har kolumnerna]"))]
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Which columns of a table hold what, by letter or by head: `id=A,question=B,answer=D,comment=E`
    #[arg(add = Swedish::new("Vilka av tabellens kolumner som innehåller vad, med bokstav eller rubrik: \
                   `id=A,question=B,answer=D,comment=E`"))]
    #[arg(long, value_name = "PART=COLUMN,...")]
    pub columns: Option<String>,
    /// What the answers of a table are worth: `yes=100,partly=50,no=0`
    #[arg(add = Swedish::new("Vad tabellens svar är värda: `yes=100,partly=50,no=0`"))]
    #[arg(long, value_name = "ANSWER=VALUE,...")]
    pub values: Option<String>,
    /// The same and more in a file (format `duly/mapping@1`), to be named again next year
    #[arg(add = Swedish::new("Detsamma och mer i en fil (formatet `duly/mapping@1`), att ange igen nästa år"))]
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
}
