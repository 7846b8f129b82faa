//! What is judged, by what and as of which day: the options that every judging command shares.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, Args};

use super::about::Swedish;
use super::bad_value::BadValue;

use super::shown::{AskedLanguage, ShowArgs};
use crate::case::AsOf;
use crate::questionnaire::Level;
use crate::source::Date;
use crate::source::fields::Word;
use crate::source::nearest::nearest;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, shell_word};

/// Options about what is judged, by what.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "What is judged")]
pub struct InputArgs {
    /// The questionnaire: a built-in id, perhaps @VERSION, or a file [default: the one that the answers name]
    #[arg(add = Swedish::new("Frågeformuläret: ett inbyggt id, eventuellt med @VERSION, eller en fil [standard: det \
                   som svaren anger]"))]
    #[arg(long, value_name = "ID|FILE")]
    pub questionnaire: Option<String>,
    /// Our review [default: where the policy says, else VENDOR.review.yaml beside the answers]; for several answers
    /// once for each, in their order
    #[arg(add = Swedish::new("Vår granskning [standard: där reglerna säger, annars LEVERANTÖR.review.yaml bredvid \
                   svaren]; för flera svar en gång för vart och ett, i deras ordning"))]
    #[arg(long, value_name = "FILE", conflicts_with = "no_review", action = ArgAction::Append)]
    pub review: Vec<PathBuf>,
    /// Judge without a review
    #[arg(add = Swedish::new("Bedöm utan granskning"))]
    #[arg(long)]
    pub no_review: bool,
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it, but never in
    /// the vendor's folder; by one that was only found no vendor passes]
    #[arg(add = Swedish::new("Våra regler [standard: de som DULY_POLICY anger, annars duly.toml i den här mappen eller \
                   ovanför den, men aldrig i leverantörens mapp; enligt regler som bara hittades godkänns \
                   ingen leverantör]"))]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The day of the judgement: YYYY-MM-DD, or `answered` for the day of the answers, or of our review if that is
    /// later [default: today]
    #[arg(add = Swedish::new("Dagen för bedömningen: ÅÅÅÅ-MM-DD, eller `answered` för svarens dag, eller vår \
                   gransknings om den är senare [standard: i dag]"))]
    #[arg(long, value_name = "DATE|answered", value_parser = as_of)]
    pub as_of: Option<AsOf>,
}

/// What every command needs that judges a vendor.
#[derive(Debug, Args)]
pub struct JudgeArgs {
    /// Exit with code 1 when the vendor risk is this or worse, when there is no rating, when the answers are old or do
    /// not say their day, and when our policy, our review or the questionnaire was found and not named; with
    /// `--as-of answered` this and the policy's gate still count today
    #[arg(add = Swedish::new("Avsluta med kod 1 när leverantörsrisken är den här eller värre, när det inte finns någon \
                   bedömning, när svaren är gamla eller inte anger sin dag, och när våra regler, vår granskning eller \
                   frågeformuläret hittades men inte angavs; med `--as-of answered` räknar detta och spärren i \
                   reglerna ändå med i dag"))]
    #[arg(long, value_name = "low|medium|high|critical", value_parser = level)]
    pub fail_on: Option<Level>,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

impl InputArgs {
    /// The options of one file of several: a review is named for each, in their order.
    pub fn of_file(&self, at: usize) -> InputArgs {
        InputArgs { review: self.review.get(at).cloned().into_iter().collect(), ..self.clone() }
    }

    /// Whether there is a review for each of so many files, or none.
    ///
    /// # Errors
    /// There are too few or too many.
    pub fn fit(&self, files: usize, lang: Lang) -> anyhow::Result<()> {
        match self.review.len() {
            0 => Ok(()),
            reviews if reviews == files => Ok(()),
            reviews => anyhow::bail!("{}", lang.a_review_for_each(reviews, files)),
        }
    }

    /// A file and the options that decide what is judged and in which language, as they would be typed again.
    pub fn typed(&self, file: &Path, lang: Option<&AskedLanguage>) -> Clean {
        let path = |path: &Path| shell_word(&path.to_string_lossy());
        let InputArgs { questionnaire, review, no_review, policy, as_of } = self;
        let options = [
            questionnaire.as_ref().map(|named| "--questionnaire ".and(shell_word(named))),
            review.first().map(|named| "--review ".and(path(named))),
            no_review.then(|| "--no-review".clean()),
            policy.as_ref().map(|named| "--policy ".and(path(named))),
            as_of.map(|as_of| match as_of {
                AsOf::Day(day) => "--as-of ".and(day),
                AsOf::Answered => "--as-of answered".clean(),
            }),
            lang.map(|lang| "--lang ".and(shell_word(lang.code()))),
        ];
        let mut words = vec![path(file)];
        words.extend(options.into_iter().flatten());
        Clean::joined(words, " ")
    }
}

/// `--review` where one file is judged: it is named once.
pub(super) fn one_review(arg: Arg) -> Arg {
    arg.action(ArgAction::Set)
        .help("Our review [default: where the policy says, else VENDOR.review.yaml beside the answers]")
        .add(Swedish::new(
            "Vår granskning [standard: där reglerna säger, annars LEVERANTÖR.review.yaml bredvid svaren]",
        ))
}

/// The day of a judgement, as it is typed.
pub(super) fn as_of(text: &str) -> Result<AsOf, BadValue> {
    if text == "answered" {
        return Ok(AsOf::Answered);
    }
    Date::parse(text).map(AsOf::Day).ok_or_else(|| BadValue::new(Lang::usage_as_of))
}

fn level(text: &str) -> Result<Level, BadValue> {
    let near = nearest(text, Level::ALL.iter().map(|(word, _)| *word));
    Level::of(text).ok_or_else(|| BadValue::near(near, Lang::usage_levels))
}
