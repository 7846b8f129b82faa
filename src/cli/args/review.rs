//! `duly review`

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
        "Our side of it: what we verified, accepted and decided",
        "Vår sida: vad vi har verifierat, godtagit och beslutat",
    ),
    paragraphs: &[
        Paragraph::Words(both(
            "\
The same dialogue as `duly record`, for our side; it writes VENDOR.review.yaml,
where the policy says that reviews are, else beside the answers. It asks who
reviews and what is at stake, then for documents that are not here, and goes to
what holds the rating: answers that raise a flag, \"not applicable\" that waits
for us, answers that lack proof, red flags, and at the end the decision. It
begins at the first of which we have said nothing. What was said is shown where
it is asked, and can be changed and taken back. From everywhere lead, besides
what `duly record` knows:",
            "\
Samma dialog som `duly record`, för vår sida; den skriver
LEVERANTÖR.review.yaml, där reglerna säger att granskningar ligger, annars
bredvid svaren. Den frågar vem som granskar och vad som står på spel, sedan
efter dokument som inte finns här, och går till det som håller uppe risken:
svar som utlöser en flagga, ”ej tillämpligt” som väntar på oss, svar som saknar
underlag, röda flaggor, och sist beslutet. Den börjar vid det första som vi
inte har sagt något om. Det som sagts visas där det frågas efter, och kan
ändras och tas tillbaka. Överallt leder, utöver det som `duly record` kan:",
        )),
        Paragraph::Lines(&[
            both(
                "  /d  /decision   /beslut     the decision, its reason and conditions",
                "  /b  /beslut     /decision   beslutet, dess skäl och villkor",
            ),
            both("  /f  /flags      /flaggor    the red flags", "  /f  /flaggor    /flags      de röda flaggorna"),
            both(
                "  /s  /stakes     /insats     what is at stake",
                "  /s  /insats     /stakes     vad som står på spel",
            ),
            both(
                "  /p  /documents  /dokument   the documents: received, refused, verified",
                "  /p  /dokument   /documents  dokumenten: mottagna, avvisade, verifierade",
            ),
            both(
                "  /u  /duties     /plikter    our own duties",
                "  /u  /plikter    /duties     våra egna skyldigheter",
            ),
            both("  /r  /reviewer   /granskare  who reviews", "  /g  /granskare  /reviewer   vem som granskar"),
        ]),
        Paragraph::Words(both(
            "\
A document that lies elsewhere (on a file server, at an address) is received by
saying so, once: it counts from then on wherever it is cited.",
            "\
Ett dokument som ligger någon annanstans (på en filserver, på en adress) tas
emot genom att man säger det, en gång: det räknas sedan överallt där det anges.",
        )),
    ],
    examples: &[
        Example::new("duly review nordkontakt.yaml"),
        Example::new("duly review nordkontakt.yaml --only expired"),
        Example::new("duly review nordkontakt.yaml --plain --lang sv"),
        Example::new("duly review nordkontakt.yaml --review reviews/nordkontakt.review.yaml"),
    ],
    below: &[],
};

/// `duly review`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En), mut_arg("review", one_review))]
#[command(mut_arg("no_review", |arg| arg.hide(true)))] // it is refused
pub struct ReviewArgs {
    /// The vendor's answers
    #[arg(add = Swedish::new("Leverantörens svar"))]
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
