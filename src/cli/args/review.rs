//! `duly review`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Paragraph};
use super::dialogue::DialogueArgs;
use super::judged::InputArgs;
use super::shown::ShowArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "Our side of it: what we verified, accepted and decided",
    paragraphs: &[
        Paragraph::Words(
            "\
The same dialogue as `duly record`, for our side; it writes VENDOR.review.yaml,
where the policy says that reviews are, else beside the answers. It asks who
reviews and what is at stake, then for documents that are not here, and goes to
what holds the rating: answers that raise a flag, \"not applicable\" that waits for
us, answers that lack proof, red flags, and at the end the decision. It begins at
the first of which we have said nothing. What was said is shown where it is
asked, and can be changed and taken back. From everywhere lead, besides what
`duly record` knows:",
        ),
        Paragraph::Lines(&[
            "  /d  /decision   /beslut     the decision, its reason and conditions",
            "  /f  /flags      /flaggor    the red flags",
            "  /s  /stakes     /insats     what is at stake",
            "  /p  /documents  /dokument   the documents: received, refused, verified",
            "  /u  /duties     /plikter    our own duties",
        ]),
        Paragraph::Words(
            "\
A document that lies elsewhere (on a file server, at an address) is received by
saying so, once: it counts from then on wherever it is cited.",
        ),
    ],
    examples: &[
        Example::new("duly review nordkontakt.yaml"),
        Example::new("duly review nordkontakt.yaml --only expired"),
        Example::new("duly review nordkontakt.yaml --review reviews/nordkontakt.review.yaml"),
    ],
    below: &[],
};

/// `duly review`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct ReviewArgs {
    /// The vendor's answers
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
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
