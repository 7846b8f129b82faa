//! An overview with how it is told: the words and numbers that all its parts share.

use crate::document::height::short;
use crate::document::{Bar, Style, Text};
use crate::portfolio::days::DaySpan;
use crate::portfolio::foremost::Foremost;
use crate::portfolio::heat::{RiskCounts, RiskTold, Stake};
use crate::portfolio::overview::Overview;
use crate::portfolio::since::NamedVendor;
use crate::questionnaire::Level;
use crate::report::naming::{self, level, loud};
use crate::report::parts::verdict::tone;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};
use crate::words::number::localized;
use crate::words::quotation::named;

/// An overview and the language in which it is told.
#[derive(Clone, Copy, Debug)]
pub struct OverviewTold<'o> {
    /// What is told.
    pub overview: &'o Overview,
    /// In which language.
    pub lang: Lang,
    /// So many twentieths of a letter's height has the longest name of a vendor.
    pub name_room: usize,
}

impl OverviewTold<'_> {
    /// A score in the reader's language.
    pub fn score(&self, steps: i64) -> Clean {
        localized(self.overview.digits(steps), self.lang)
    }

    /// A difference of scores with its sign.
    pub fn signed(&self, steps: i64) -> Clean {
        let sign = match steps {
            0 => "±",
            steps if steps < 0 => "−",
            _ => "+",
        };
        sign.and(self.score(steps.saturating_abs()))
    }

    /// A vendor's name, no longer than there is room for.
    pub fn vendor(&self, who: &NamedVendor) -> Text {
        self.name(&who.vendor)
    }

    /// A name, no longer than there is room for.
    pub fn name(&self, name: &Clean) -> Text {
        Text::quoted(named(name, self.lang, |name| short(&name, self.name_room)))
    }

    /// How many vendors, and the first of them by name.
    pub fn counted(&self, vendors: &Foremost<NamedVendor>, most: usize) -> Text {
        self.counted_as(vendors, most, |who| self.vendor(who))
    }

    /// The same with another name for each.
    pub fn counted_as(
        &self,
        vendors: &Foremost<NamedVendor>,
        most: usize,
        name: impl Fn(&NamedVendor) -> Text,
    ) -> Text {
        let shown = vendors.first.iter().take(most).map(name);
        let names = Text::joined(shown, ", ");
        let count = Text::strong(vendors.all);
        match vendors.all.saturating_sub(most.min(vendors.first.len())) {
            _ if names.is_empty() => count,
            0 => count.and(": ").then(names),
            more => count.and(": ").then(names).and(" ").and(self.lang.and_more(more)),
        }
    }

    /// A day of a sentence, or from the first to the last where there are several.
    pub fn days(&self, days: DaySpan) -> Clean {
        let day = |day| naming::day(day, self.lang);
        match days.one() {
            Some(one) => day(one),
            None => self.lang.overview_days(day(days.first), day(days.last)),
        }
    }

    /// How many vendors there are of each risk, the worst first; the levels in capitals.
    pub fn by_risk(&self, count: impl Fn(RiskTold) -> usize) -> Vec<Clean> {
        let lang = self.lang;
        let mut levels = RiskTold::ALL.into_iter().filter_map(RiskTold::level).collect::<Vec<Level>>();
        levels.reverse();
        let of = |level: Level| (loud(level, lang), count(RiskTold::Rated(level)));
        levels
            .into_iter()
            .map(of)
            .filter(|(_, count)| *count > 0)
            .map(|(risk, count)| lang.of_risk(risk, count))
            .collect()
    }

    /// How many are not rated, and how many have nothing to rate, where there are any.
    pub fn unrated(&self, count: impl Fn(RiskTold) -> usize) -> Vec<Clean> {
        let lang = self.lang;
        let [not_yet, nothing] = [RiskTold::NotYet, RiskTold::Nothing].map(count);
        let not_yet = (not_yet > 0).then(|| lang.none_yet_rated(not_yet));
        not_yet.into_iter().chain((nothing > 0).then(|| lang.nothing_rated(nothing))).collect()
    }

    /// The same of counts.
    pub fn all_risks(&self, counts: &RiskCounts) -> Clean {
        let count = |risk: RiskTold| counts.of(risk);
        let parts: Vec<Clean> = self.by_risk(count).into_iter().chain(self.unrated(count)).collect();
        Clean::joined(parts, ", ")
    }

    /// A risk as a word that says how bad it is.
    pub fn risk(&self, risk: RiskTold) -> Text {
        match risk {
            RiskTold::Rated(level) => self.level(level),
            RiskTold::NotYet | RiskTold::Nothing => Text::plain(self.risk_in_words(risk)),
        }
    }

    /// A level as a word that says how bad it is.
    pub fn level(&self, of: Level) -> Text {
        Text::tag(tone(of), level(of, self.lang))
    }

    /// A risk in plain words.
    pub fn risk_in_words(&self, risk: RiskTold) -> Clean {
        match risk {
            RiskTold::Rated(of) => level(of, self.lang).clean(),
            RiskTold::NotYet => self.lang.none_rated_yet(),
            RiskTold::Nothing => self.lang.overview_nothing(),
        }
    }

    /// What is at stake, in plain words.
    pub fn stake(&self, stake: Stake) -> Clean {
        stake.map_or_else(|| self.lang.not_stated(), |of| level(of, self.lang).clean())
    }

    /// The line that says how many more there are than are shown; none where all are.
    pub fn more(&self, all: usize, shown: usize) -> Option<Text> {
        let more = all.saturating_sub(shown);
        (more > 0).then(|| Text::default().styled(Style::Faint, self.lang.and_more(more)))
    }
}

/// A bar for a part of a whole; one that is not nothing is seen.
pub fn bar(part: u64, whole: u64, label: Clean) -> Bar {
    let filled = (u128::from(part) * 1_000).div_ceil(u128::from(whole.max(1)));
    let filled = u64::try_from(filled).unwrap_or(1_000).min(1_000);
    Bar { parts: [filled, 0, 0, 1_000 - filled], label }
}
