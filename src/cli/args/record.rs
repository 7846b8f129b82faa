//! `duly record`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Paragraph};
use super::dialogue::DialogueArgs;
use super::judged::InputArgs;
use super::shown::ShowArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "A vendor's answers, recorded as a dialogue or one by one",
    paragraphs: &[
        Paragraph::Words(
            "\
Without assignments the questions come one by one: only those that are asked by
the answers so far, beginning where it stopped the last time. Every answer is
in the file before the next question is asked, and all else in the file stays as
it is. On a terminal Esc opens a menu; with --plain, in pipes and where TERM is
dumb, a line is an answer. In both ways these do something else:",
        ),
        Paragraph::Lines(&[
            "  ?        help                 <   back",
            "  Enter    go on                !   leave",
            "  /word    go to a question or category, or look for a word",
            "  +text    comment on the answer",
            "  &        attach evidence, or take it off",
            "  /documents  (/dokument) the documents: correct one, take it off an answer",
            "  /open    (/öppna) the first open question; /end (/slut) the end",
        ]),
        Paragraph::Words(
            "\
A file that cannot be read as it is is gone through where it is wrong first;
what is wrong becomes a comment in it. An assignment can mend one answer of it.

With assignments, all are recorded or none. Answers are taken in English and
Swedish and in any case: ja, nej, delvis, vet ej, ej tillämpligt.",
        ),
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
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct RecordArgs {
    /// The vendor's answers
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
    /// Answers to record without a dialogue; also QUESTION.comment=TEXT and QUESTION.evidence=ID,ID
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
