//! `duly export`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use super::bad_value::BadValue;
use super::judged::JudgeArgs;
use crate::source::Date;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "The result as Markdown, HTML, Word, JSON, CSV or OSCAL",
        "Resultatet som Markdown, HTML, Word, JSON, CSV eller OSCAL",
    ),
    paragraphs: &[
        Paragraph::Words(both(
            "\
Several files, or a folder of answers: JSON is a line each; CSV is one table
with a column for the vendor; all else goes into a folder, a document each.
Where two documents would have the same name, as of a.yaml and a.yml, more of
the path tells them apart. With --summary all vendors are one overview, in CSV a
table with a row for each.",
            "\
Flera filer, eller en mapp med svar: JSON är en rad var; CSV är en tabell med en
kolumn för leverantören; allt annat skrivs i en mapp, ett dokument för var och
en. Där två dokument skulle få samma namn, som av a.yaml och a.yml, skiljer mer
av sökvägen dem åt. Med --summary blir alla leverantörer en översikt, i CSV en
tabell med en rad för var och en.",
        )),
        Paragraph::Lines(&[both(
            "PDF: open the HTML in a browser and print it.",
            "PDF: öppna HTML-filen i en webbläsare och skriv ut den.",
        )]),
    ],
    examples: &[
        Example::new("duly export nordkontakt.yaml > nordkontakt.md"),
        Example::new("duly export nordkontakt.yaml -o nordkontakt.html --lang sv"),
        Example::new("duly export nordkontakt.yaml -o board.html --for board"),
        Example::new("duly export a.yaml -o letter.docx --for vendor --reply-by 2026-12-15"),
        Example::new("duly export a.yaml -o annex.docx --for contract"),
        Example::new("duly export vendors/*.yaml -f html -o reports"),
        Example::new("duly export vendors/*.yaml -o vendors.csv"),
        Example::new("duly export vendors --summary -o vendors.csv"),
        Example::noted(
            "duly export vendors --summary -o vendors.html --before vendors-2025",
            both("all of them together, against last year", "alla tillsammans, mot förra året"),
        ),
        Example::new("duly export nordkontakt.yaml -o results.oscal.json"),
        Example::new("duly export nordkontakt.yaml -f json | jq '.rating.headline'"),
    ],
    below: &[],
};

/// `duly export`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct ExportArgs {
    /// The vendor's answers, of several vendors, or a folder of answers; `-` for standard input
    #[arg(add = Swedish::new("Leverantörens svar, flera leverantörers, eller en mapp med svar; `-` för \
                   standardinmatningen"))]
    #[arg(value_name = "ANSWERS|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// The format [default: markdown, or by the ending of --output]
    #[arg(add = Swedish::with_values("Formatet [standard: markdown, eller efter ändelsen i --output]", &[
            ("markdown", "För textfiler, git och ärenden"),
            ("html", "För att läsa, skriva ut och skicka: en fil som inte behöver något annat"),
            ("docx", "För att redigera innan det skickas: Word, och det som öppnar dess filer"),
            ("json", "För andra program: exakta tal, beskrivna av `duly generate schema assessment`"),
            ("csv", "För kalkylprogram: en rad per fråga"),
            ("oscal", "För program som håller kontroller, avvikelser och risker: OSCAL assessment results, 1.2.1"),
            ("ciso-assistant", "För CISO Assistant: den tabell som den tar in som en revision, en rad per krav"),
        ]))]
    #[arg(short, long, value_enum)]
    pub format: Option<ExportFormat>,
    /// The file to write, or for several answers a folder; `-` for standard output
    #[arg(add = Swedish::new("Filen som ska skrivas, eller för flera svar en mapp; `-` för standardutmatningen"))]
    #[arg(short, long, value_name = "FILE|FOLDER")]
    pub output: Option<PathBuf>,
    /// Overwrite the file even if it holds answers, a review, a policy or a questionnaire; never one that was read
    #[arg(add = Swedish::new("Skriv över filen även om den innehåller svar, en granskning, regler eller ett \
                   frågeformulär; aldrig en som har lästs"))]
    #[arg(long)]
    pub force: bool,
    /// All vendors in one overview: the risk, what falls due, what most of them lack; in CSV a row for each vendor
    #[arg(add = Swedish::new("Alla leverantörer i en översikt: risken, vad som förfaller, vad de flesta saknar; i CSV \
                   en rad per leverantör"))]
    #[arg(long)]
    pub summary: bool,
    /// With --summary: the folder of last year's files; what changed since, and whether time did it or the answers
    #[arg(add = Swedish::new("Med --summary: mappen med förra årets filer; vad som har ändrats sedan dess, och om det \
                   beror på tiden eller på svaren"))]
    #[arg(long, value_name = "FOLDER", requires = "summary")]
    pub before: Option<PathBuf>,
    /// For whom: one page for a board; a letter to the vendor without our scores and notes; or an annex to the contract
    /// with the conditions, to edit and sign [default: everything]
    #[arg(add = Swedish::with_values("För vem: en sida för en styrelse, ett brev till leverantören utan våra poäng \
                   och anteckningar, eller en bilaga till avtalet med villkoren, att redigera och skriva under \
                   [standard: allt]", &[
            ("board", "En sida för den som beslutar"),
            ("vendor", "Ett brev till leverantören"),
            ("contract", "En bilaga till avtalet med leverantören"),
        ]))]
    #[arg(long = "for", value_name = "board|vendor|contract", value_enum)]
    pub audience: Option<Audience>,
    /// The day by which the vendor is asked to reply: YYYY-MM-DD
    #[arg(add = Swedish::new("Dagen då leverantören ombeds svara senast: ÅÅÅÅ-MM-DD"))]
    #[arg(long, alias = "due", value_name = "DATE", value_parser = date)]
    pub reply_by: Option<Date>,
    /// By what.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// A format of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// For text files, git and tickets.
    #[value(alias = "md")]
    Markdown,
    /// For reading, printing and sending: one file that needs nothing else.
    Html,
    /// For editing before it goes out: Word, and what opens its files.
    #[value(alias = "word")]
    Docx,
    /// For other programs: exact numbers, documented by `duly generate schema assessment`.
    Json,
    /// For spreadsheets: a row per question.
    Csv,
    /// For programs that keep controls, findings and risks: OSCAL assessment results, 1.2.1.
    Oscal,
    /// For CISO Assistant: the table that it takes in as an audit, a row per requirement.
    CisoAssistant,
}

/// For whom a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Audience {
    /// One page for who decides.
    Board,
    /// A letter to the vendor.
    Vendor,
    /// An annex to the contract with the vendor.
    Contract,
}

fn date(text: &str) -> Result<Date, BadValue> {
    Date::parse(text).ok_or_else(|| BadValue::new(Lang::usage_date))
}
