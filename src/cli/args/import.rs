//! `duly import`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use super::bad_value::BadValue;
use super::foreign::ForeignArgs;
use super::shown::ShowArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "Answers that came back, or what others ask, as files of ours",
        "Svar som kommit tillbaka, eller andras frågor, som våra filer",
    ),
    paragraphs: &[
        Paragraph::Words(both(
            "\
Takes a workbook of ours, a table saved from it (.csv), or an answers file, also
one that the page in the browser saved: told apart by what is in them. Each
becomes a short answers file. What is not understood is named with its cell and
the cure, and stays as a comment at its question; then the exit code is 2. What
an answer is worth comes from our questionnaire, never from the file.",
            "\
Tar en arbetsbok från oss, en tabell som sparats från den (.csv) eller en
svarsfil, även en som sidan i webbläsaren har sparat: innehållet avgör. Var och
en blir en kort svarsfil. Det som inte förstås anges med cell och råd och står
kvar som en kommentar vid sin fråga; då blir returkoden 2. Vad ett svar är värt
kommer från vårt frågeformulär, aldrig från filen.",
        )),
        Paragraph::Words(both(
            "\
A .zip holds the answers and, beside them, the folder `evidence` with the papers
that they name. The papers are unpacked beside the answers file that is written,
all of them or none, and nothing that lies there is overwritten.",
            "\
En .zip innehåller svaren och bredvid dem mappen `evidence` med de dokument som
svaren anger. Dokumenten packas upp bredvid svarsfilen som skrivs, alla eller
inget, och inget som redan ligger där skrivs över.",
        )),
        Paragraph::Words(both(
            "\
Several colleagues: --into fills what is empty in an answers file, names every
conflict with both values and both places, and overwrites nothing; --take
decides. A second round: --update lets newer answers replace older ones, each
listed; what is empty in the newer ones removes nothing.",
            "\
Flera kollegor: --into fyller i det som är tomt i en svarsfil, anger varje
konflikt med båda värdena och båda platserna, och skriver inte över något;
--take avgör. En andra omgång: --update låter nyare svar ersätta äldre, vart och
ett listat; det som är tomt i de nyare tar inte bort något.",
        )),
        Paragraph::Words(both(
            "\
What others ask: --as questionnaire makes a questionnaire of a VSAQ or OSCAL
file, a CISO Assistant library, a CAIQ or HECVAT workbook, or any table whose
columns are named; it is meant to be edited, and says at its head what could not
be carried over. Answers given in such a file come in with --questionnaire:
every one a claim, valued by our questionnaire alone. --draft-for puts what a
CAIQ or a statement of applicability says beside the questions of a form.",
            "\
Det som andra frågar: --as questionnaire gör ett frågeformulär av en fil i VSAQ
eller OSCAL, ett bibliotek från CISO Assistant, en arbetsbok CAIQ eller HECVAT
eller en tabell vars kolumner anges; det är till för att redigeras och säger
överst vad som inte kunde föras över. Svar i en sådan fil tas in med
--questionnaire: vart och ett obestyrkt, och värderat av vårt frågeformulär.
--draft-for ställer det som en CAIQ eller ett uttalande om tillämplighet säger
bredvid frågorna i ett formulär.",
        )),
    ],
    examples: &[
        Example::new("duly import back.xlsx"),
        Example::new("duly import back.xlsx -o nordkontakt.yaml"),
        Example::new("duly import back.zip -o vendors/nordkontakt/"),
        Example::new("duly import a.xlsx b.xlsx --inherent data=contact,volume=large"),
        Example::new("duly import it.xlsx legal.xlsx --into x.yaml"),
        Example::new("duly import it.xlsx --into x.yaml --take theirs=access.mfa"),
        Example::new("duly import back2.xlsx --update x.yaml"),
        Example::new("duly import webapp.json --as questionnaire -o webapp.yaml"),
        Example::new("duly import caiq.xlsx --questionnaire caiq.yaml \\\n    --vendor NordKontakt -o x.yaml"),
        Example::new("duly import caiq.xlsx --draft-for customer-service -o x.xlsx"),
        Example::new(
            "duly import theirs.xlsx --mapping sig.toml \\\n    --questionnaire sig.yaml --vendor X -o x.yaml",
        ),
        Example::new("duly import ours.csv --as questionnaire \\\n    --columns id=A,question=B -o q.yaml"),
    ],
    below: &[],
};

/// `duly import`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct ImportArgs {
    /// What came in: .xlsx, .csv, .yaml, .json or .zip files
    #[arg(add = Swedish::new("Det som har kommit in: .xlsx-, .csv-, .yaml-, .json- eller .zip-filer"))]
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    /// The file to write, or a folder for a file each, named after the vendors [default: beside what came back, with
    /// the ending .yaml]
    #[arg(add = Swedish::new("Filen som ska skrivas, eller en mapp för en fil per leverantör [standard: bredvid det \
                   som har kommit tillbaka, med ändelsen .yaml]"))]
    #[arg(short, long, value_name = "FILE|FOLDER")]
    pub output: Option<PathBuf>,
    /// What it is taken as, where it is not answers
    #[arg(add = Swedish::with_values("Vad det tas in som, när det inte är svar", &[
            ("questionnaire", "Frågorna, som ett frågeformulär att redigera"),
        ]))]
    #[arg(long = "as", value_name = "WHAT", value_enum)]
    #[arg(conflicts_with_all = ["into", "update", "take", "vendor", "questionnaire", "inherent", "reviewer"])]
    pub imports: Option<Imports>,
    /// In which format of others it is.
    #[command(flatten)]
    pub foreign: ForeignArgs,
    /// Fill what is empty in this answers file, and overwrite nothing
    #[arg(add = Swedish::new("Fyll i det som är tomt i den här svarsfilen, och skriv inte över något"))]
    #[arg(long, value_name = "ANSWERS", conflicts_with_all = ["output", "update", "inherent", "reviewer", "force"])]
    pub into: Option<PathBuf>,
    /// Have newer answers replace those in this answers file
    #[arg(add = Swedish::new("Låt nyare svar ersätta dem i den här svarsfilen"))]
    #[arg(long, value_name = "ANSWERS", conflicts_with_all = ["output", "inherent", "reviewer", "force"])]
    pub update: Option<PathBuf>,
    /// Whose answer is taken where two differ: `theirs` or `ours`, of these questions or of all
    #[arg(add = Swedish::new("Vems svar som gäller där två skiljer sig: `theirs` (det inkomna) eller `ours` (vårt), \
                   för de här frågorna eller för alla"))]
    #[arg(long, value_name = "theirs|ours[=ID,...]", action = clap::ArgAction::Append, value_parser = take)]
    pub take: Vec<Take>,
    /// The vendor's name, in the place of the one that the file gives
    #[arg(add = Swedish::new("Leverantörens namn, i stället för det som filen anger"))]
    #[arg(long, value_name = "NAME")]
    pub vendor: Option<String>,
    /// The questionnaire: a built-in id, perhaps @VERSION, or a file [default: the one that the file names]
    #[arg(add = Swedish::new("Frågeformuläret: ett inbyggt id, eventuellt med @VERSION, eller en fil [standard: det \
                   som filen anger]"))]
    #[arg(long, value_name = "ID|FILE")]
    pub questionnaire: Option<String>,
    /// A first draft of a form of this questionnaire, from what the file says of the same controls
    #[arg(add = Swedish::new("Ett första utkast till ett formulär av det här frågeformuläret, av det som filen säger \
                   om samma kontroller"))]
    #[arg(long, value_name = "ID|FILE", conflicts_with_all = [
        "into", "update", "take", "questionnaire", "source", "sheet", "columns", "values", "mapping",
    ])]
    pub draft_for: Option<String>,
    /// What is at stake, for a new review of each vendor that has none
    #[arg(add = Swedish::new("Vad som står på spel, för en ny granskning av varje leverantör som inte har någon"))]
    #[arg(long, value_name = "FACTOR=OPTION,...", action = clap::ArgAction::Append)]
    pub inherent: Vec<String>,
    /// Who signs the new reviews
    #[arg(add = Swedish::new("Vem som ansvarar för de nya granskningarna"))]
    #[arg(long, value_name = "NAME", requires = "inherent")]
    pub reviewer: Option<String>,
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it, but never in
    /// the vendor's folder]
    #[arg(add = Swedish::new("Våra regler [standard: de som DULY_POLICY anger, annars duly.toml i den här mappen eller \
                   ovanför den, men aldrig i leverantörens mapp]"))]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Overwrite answers files that exist
    #[arg(add = Swedish::new("Skriv över svarsfiler som finns"))]
    #[arg(long)]
    pub force: bool,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// What a file is taken as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Imports {
    /// The questions, as a questionnaire to edit.
    Questionnaire,
}

/// Whose answers are taken where two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Take {
    /// Those that came in; else those that are there.
    pub theirs: bool,
    /// Of which questions or categories, or of what in the head; of all where it is empty.
    pub ids: Vec<String>,
}

fn take(written: &str) -> Result<Take, BadValue> {
    let (whose, ids) = written.split_once('=').unwrap_or((written, ""));
    let ids = ids.split(',').map(str::trim).filter(|id| !id.is_empty()).map(str::to_owned).collect();
    match whose.trim() {
        "theirs" => Ok(Take { theirs: true, ids }),
        "ours" => Ok(Take { theirs: false, ids }),
        _ => Err(BadValue::new(Lang::usage_take)),
    }
}
