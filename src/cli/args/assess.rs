//! `duly assess`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Paragraph, Swedish, both};
use super::judged::JudgeArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "The report on the screen, from a vendor's answers",
        "Rapporten på skärmen, utifrån en leverantörs svar",
    ),
    paragraphs: &[Paragraph::Words(both(
        "\
Several files or a folder: an overview of all of them where they are five or
more, and a table, a line each, the worst risk first, within a risk the fewest
points counted. \"Not yet rated\" means that too little is known; such a vendor
stands where the worst that it can be would stand. Of a folder all answers in it
and in its folders are judged, hidden ones, links and `evidence` aside. The
table ends after twenty lines; --all shows every one. What cannot be judged, and
what could hold answers under another name, is said and counted, the others are
done; then the exit code is 2, whatever --fail-on says. A review that is named
beside its answers is read with them.",
        "\
Flera filer eller en mapp: en översikt över alla, om de är fem eller fler, och
en tabell, en rad för var och en, den värsta risken först, inom en risk de
lägsta tillgodoräknade poängen. ”Ännu ej bedömd” betyder att för lite är känt;
en sådan leverantör står där den skulle stå om det värsta gällde. Ur en mapp
bedöms alla svar i den och i dess mappar, utom dolda, länkar och `evidence`.
Tabellen slutar efter tjugo rader; --all visar varje rad. Det som inte kan
bedömas, och det som kan vara svar under ett annat namn, sägs och räknas, och de
andra bedöms; då är returkoden 2, vad --fail-on än säger. En granskning som
anges bredvid sina svar läses med dem.",
    ))],
    examples: &[
        Example::new("duly assess examples/nordkontakt.yaml"),
        Example::new("duly assess nordkontakt.yaml --as-of 2026-11-23 --lang sv"),
        Example::new("duly assess nordkontakt.yaml --all | less -R"),
        Example::noted(
            "duly assess nordkontakt.yaml --fail-on high",
            both("exit code 1 when the risk is high or critical", "returkod 1 när risken är hög eller kritisk"),
        ),
        Example::noted("duly assess vendors", both("every vendor in a folder", "varje leverantör i en mapp")),
        Example::noted("duly assess vendors --before vendors-2025", both("against last year", "mot förra året")),
        Example::new("duly assess a.yaml b.yaml \\\n    --review reviews/a.review.yaml --review reviews/b.review.yaml"),
    ],
    below: &[],
};

/// `duly assess`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct AssessArgs {
    /// The vendor's answers, of several vendors, or a folder of answers; `-` for standard input
    #[arg(add = Swedish::new("Leverantörens svar, flera leverantörers, eller en mapp med svar; `-` för \
                   standardinmatningen"))]
    #[arg(value_name = "ANSWERS|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// Every category with its questions, every flag, every remediation; of several vendors every line
    #[arg(add = Swedish::new("Varje kategori med sina frågor, varje flagga, varje åtgärd; av flera leverantörer varje \
                   rad"))]
    #[arg(long)]
    pub all: bool,
    /// Of several vendors: the folder of last year's files; what changed since, and whether time did it or the answers
    #[arg(add = Swedish::new("Av flera leverantörer: mappen med förra årets filer; vad som har ändrats sedan dess, och \
                   om det beror på tiden eller på svaren"))]
    #[arg(long, value_name = "FOLDER")]
    pub before: Option<PathBuf>,
    /// Who is judged.
    #[command(flatten)]
    pub judge: JudgeArgs,
}
