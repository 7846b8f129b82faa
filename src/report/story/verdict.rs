//! The verdict in sentences: the range, what it would be in other cases, what is not counted.

use super::Story;
use crate::assessment::insight;
use crate::assessment::rating::Rating;
use crate::assessment::scope::Status;
use crate::questionnaire::Level;
use crate::report::naming::level;
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted};

impl<'s, 'a> Story<'s, 'a> {
    /// What the risk would be in two other cases, where they can differ from the headline.
    pub fn outlook(&self, rating: &Rating) -> Vec<Clean> {
        let lang = self.lang;
        let inherent = &self.assessment.inherent_risk;
        let mut cases = vec![lang.if_proved(level(rating.if_proved, lang))];
        cases.extend(self.if_papers_fail(rating));
        if inherent.lowest != inherent.highest {
            cases.push(lang.if_best_and_little_at_stake(level(rating.best, lang)));
        } else if insight::open_counts(self.assessment).all() > 0 {
            cases.push(lang.if_best(level(rating.best, lang)));
        }
        let known = self.assessment.coverage().filter(|_| insight::is_provisional(self.assessment));
        cases.extend(known.map(|known| lang.known_so_far(self.percent(&known))));
        cases.extend(self.answered_on());
        cases
    }

    /// What the risk would be if no document that we have not verified proved anything, where that is worse.
    pub fn if_papers_fail(&self, rating: &Rating) -> Option<Clean> {
        let is_worse = rating.if_papers_fail > rating.worst;
        is_worse.then(|| self.lang.if_papers_fail(level(rating.if_papers_fail, self.lang)))
    }

    /// The day of the answers, where they name it.
    pub fn answered_on(&self) -> Option<Clean> {
        self.assessment.subject.answers.answered.map(|day| self.lang.answered_on(day))
    }

    /// From one level to another, or the one that both are.
    pub fn range(&self, lowest: Level, highest: Level) -> Clean {
        if lowest == highest {
            level(highest, self.lang).clean()
        } else {
            self.lang.range(level(lowest, self.lang), level(highest, self.lang))
        }
    }

    /// The range of the risk, and how much is open.
    pub fn range_and_open(&self, rating: &Rating) -> Clean {
        self.range(rating.best, rating.worst).and(", ").and(self.open_in_words())
    }

    /// How many questions are open and for what, of all: `3 of 95 unanswered, 1 awaiting our approval`.
    fn open_in_words(&self) -> Clean {
        let (lang, counts) = (self.lang, insight::open_counts(self.assessment));
        let kinds = [
            (counts.unanswered, lang.unanswered()),
            (counts.perhaps_not_asked, lang.perhaps_not_asked()),
            (counts.awaiting_approval, lang.awaiting_approval()),
        ];
        let some = kinds.into_iter().filter(|(count, _)| *count > 0 || counts.all() == 0);
        let words = some.enumerate().map(|(at, (count, what))| match at {
            0 => lang.so_many_of(count, counts.of, what),
            _ => lang.so_many(count, what),
        });
        Clean::joined(words, ", ")
    }

    /// What was left out of the count: how many questions, and what share of the weight; then those that await our
    /// approval, which count as not known in whole or in part.
    pub fn left_out(&self) -> Vec<Clean> {
        self.excluded().into_iter().chain(self.awaiting_approval()).collect()
    }

    /// The same with all that was left out in one number.
    pub fn left_out_in_short(&self) -> Vec<Clean> {
        let scope = &self.assessment.scope;
        let statuses = [Status::NotAsked, Status::OutOfScope, Status::Na, Status::NaApproved];
        let count: usize =
            statuses.into_iter().map(|status| insight::questions_with(self.assessment, status).len()).sum();
        let share = &scope.not_asked + &scope.out_of_scope + &scope.na + &scope.na_approved;
        let all = (count > 0).then(|| self.lang.left_out_in_all(count, self.percent(&share)));
        all.into_iter().chain(self.awaiting_approval()).collect()
    }

    fn awaiting_approval(&self) -> Option<Clean> {
        let awaiting = insight::open_counts(self.assessment).awaiting_approval;
        (awaiting > 0).then(|| self.lang.waits_for_approval(awaiting))
    }

    /// What was left out of the count, without those that await our approval.
    pub fn excluded(&self) -> Vec<Clean> {
        let (scope, lang) = (&self.assessment.scope, self.lang);
        let count = |status: Status| insight::questions_with(self.assessment, status).len();
        let share = |status: Status, share: &Exact| (count(status) > 0).then(|| (self.percent(share), count(status)));
        let not_asked = share(Status::NotAsked, &scope.not_asked);
        let out_of_scope = share(Status::OutOfScope, &scope.out_of_scope);
        let na = share(Status::Na, &scope.na);
        let na_approved = share(Status::NaApproved, &scope.na_approved);
        let mut parts: Vec<Clean> = Vec::new();
        parts.extend(not_asked.map(|(share, questions)| lang.left_out_not_asked(share, questions)));
        parts.extend(out_of_scope.map(|(share, questions)| lang.left_out_of_scope(share, questions)));
        parts.extend(na.map(|(share, questions)| lang.left_out_na(share, questions)));
        parts.extend(na_approved.map(|(share, questions)| lang.left_out_na_approved(share, questions)));
        parts
    }
}
