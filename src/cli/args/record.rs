//! `duly record`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Paragraph, Swedish, both};
use super::dialogue::DialogueArgs;
use super::judged::{InputArgs, one_review};
use super::shown::ShowArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "A vendor's answers, recorded as a dialogue or one by one",
        "En leverantörs svar, antecknade i en dialog eller ett i taget",
    ),
    paragraphs: &[
        Paragraph::Words(both(
            "\
Without assignments the questions come one by one: only those that are asked by
the answers so far, beginning where it stopped the last time. Every answer is
in the file before the next question is asked, and all else in the file stays as
it is. On a terminal Esc opens a menu; with --plain, in pipes and where TERM is
dumb, a line is an answer. In both ways these do something else:",
            "\
Utan tilldelningar kommer frågorna en i taget: bara de som ställs enligt svaren
så långt, med början där det slutade senast. Varje svar står i filen innan nästa
fråga ställs, och allt annat i filen förblir som det är. I en terminal öppnar
Esc en meny; med --plain, i rör och där TERM är dumb är en rad ett svar. I båda
fallen gör dessa något annat:",
        )),
        Paragraph::Lines(&[
            both("  ?        help                 <   back", "  ?        hjälp                <   tillbaka"),
            both("  Enter    go on                !   leave", "  Enter    gå vidare            !   avsluta"),
            both(
                "  /word    go to a question or category, by name or number, or look for a word",
                "  /ord     gå till en fråga (namn, nummer) eller kategori, eller sök ett ord",
            ),
            both("  +text    comment on the answer", "  +text    kommentera svaret"),
            both("  &        attach evidence, or take it off", "  &        bifoga underlag, eller ta bort det"),
            both(
                "  /documents  (/dokument) the documents: correct one, take it off an answer",
                "  /dokument   (/documents) dokumenten: rätta ett, ta bort det från ett svar",
            ),
            both(
                "  /open    (/öppna) the first open question; /end (/slut) the end",
                "  /öppna   (/open) den första öppna frågan; /slut (/end) slutet",
            ),
        ]),
        Paragraph::Words(both(
            "\
A file that cannot be read as it is is gone through where it is wrong first;
what is wrong becomes a comment in it. An assignment can mend one answer of it.

With assignments, all are recorded or none. Answers are taken in English and
Swedish and in any case: ja, nej, delvis, vet ej, ej tillämpligt.",
            "\
En fil som inte kan läsas som den är gås först igenom där den är fel; det som är
fel blir en kommentar i den. En tilldelning kan rätta ett svar i den.

Med tilldelningar antecknas alla eller ingen. Svar tas emot på engelska och
svenska och med stora eller små bokstäver: ja, nej, delvis, vet ej, ej
tillämpligt.",
        )),
    ],
    examples: &[
        Example::new("duly record nordkontakt.yaml"),
        Example::new("duly record nordkontakt.yaml --only weak --lang sv"),
        Example::new("duly record nordkontakt.yaml \\\n    access.mfa=all backups.last-restore-test=2026-05-14"),
        Example::new(
            "duly record nordkontakt.yaml encryption.file-transfer=n/a \\\n    \
             encryption.file-transfer.comment='No files are exchanged.'",
        ),
        Example::new("duly record nordkontakt.yaml access.mfa.evidence=iso-cert,soc-report"),
    ],
    below: &[],
};

/// `duly record`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En), mut_arg("review", one_review))]
pub struct RecordArgs {
    /// The vendor's answers
    #[arg(add = Swedish::new("Leverantörens svar"))]
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
    /// Answers to record without a dialogue; also QUESTION.comment=TEXT and QUESTION.evidence=ID,ID
    #[arg(add = Swedish::new("Svar att anteckna utan dialog; även FRÅGA.comment=TEXT och FRÅGA.evidence=ID,ID"))]
    #[arg(value_name = "QUESTION=ANSWER")]
    pub assignments: Vec<String>,
    /// How the dialogue goes.
    #[command(flatten)]
    pub dialogue: DialogueArgs,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}
