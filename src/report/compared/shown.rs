//! Numbers of comparisons as shown: with a sign, and as differences of what is shown beside them.

use super::told::Compared;
use crate::comparison::Pair;
use crate::comparison::pair::LeftOut;
use crate::document::{Balance, Style, Text};
use crate::questionnaire::ids::{QuestionId, VendorId};
use crate::questionnaire::matching::Matching;
use crate::words::clean::{Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::{Scale, fixed, localized, placed, within};
use crate::words::{Exact, Lang};

/// Points without a sign, cut to a tenth.
pub fn points(points: &Exact, lang: Lang) -> Clean {
    localized(fixed(&points.abs(), 1, Rounding::Floor), lang)
}

/// Points with their sign, cut to a tenth towards zero.
pub fn signed(value: &Exact, lang: Lang) -> Clean {
    let sign = if value.is_negative() { "−" } else { "+" };
    sign.and(points(value, lang))
}

/// The difference of two scores as they are shown beside it, so that a reader can check it.
pub fn difference(a: &Exact, b: &Exact, scale: Scale, lang: Lang) -> Clean {
    stepped(&(scale.steps(a) - scale.steps(b)), scale, lang)
}

/// Steps of the last digit of a scale, with their sign.
pub fn stepped(steps: &Exact, scale: Scale, lang: Lang) -> Clean {
    let sign = if steps.is_negative() { "−" } else { "+" };
    sign.and(localized(placed(&steps.abs(), scale.shown_decimals()), lang))
}

/// A difference as a bar: to the left for the first, to the right for the second.
pub fn balance(delta: &Exact, largest: &Exact, label: Clean) -> Balance {
    let size = Exact::ratio(delta.abs() * 1000, largest).map_or(0, |size| within(&size, 0..=1000));
    Balance { reach: if delta.is_positive() { -size } else { size }, label }
}

/// What sets the headline scores of two vendors apart from those on the questions that count for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetsApart {
    /// They were not asked the same.
    Scope,
    /// Something is said not to apply to one of them, or to both.
    NotApplicable,
    /// Both.
    Both,
}

/// What it is, by the questions that are not compared.
pub fn what_sets_apart(pair: &Pair, matching: &Matching) -> SetsApart {
    let is_na = pair.left_out.iter().any(LeftOut::is_na);
    let asked_otherwise = !matching.only_first.is_empty()
        || !matching.only_second.is_empty()
        || !matching.changed.is_empty()
        || pair.left_out.iter().any(|left_out| !left_out.is_na());
    match (is_na, asked_otherwise) {
        (true, true) => SetsApart::Both,
        (true, false) => SetsApart::NotApplicable,
        (false, _) => SetsApart::Scope,
    }
}

impl SetsApart {
    /// What sets apart by either.
    pub fn or(self, other: SetsApart) -> SetsApart {
        if self == other { self } else { SetsApart::Both }
    }
}

impl Compared<'_, '_> {
    /// How scores are shown.
    pub fn scale(&self) -> Scale {
        let first = self.comparison.assessments.iter().next();
        first.map(|first| first.subject.policy.display.scale).unwrap_or_default()
    }

    /// What a vendor is called, so that the eye finds it.
    pub fn named(&self, vendor: VendorId) -> Text {
        Text::strong(&self.names[vendor])
    }

    /// An id of a question, and the question itself.
    pub fn asked(&self, vendor: VendorId, question: QuestionId) -> Text {
        let story = &self.stories[vendor];
        let question = &story.questionnaire().questions[question];
        Text::default().reference(&question.id).and(" ").styled(Style::Plain, story.say(&question.ask))
    }
}
