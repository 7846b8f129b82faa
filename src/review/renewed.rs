//! What of a review goes on into the next one: for whom it is, what is at stake, exceptions that are in force and
//! documents that we hold or refuse. What we saw, decided and said of answers belongs to those answers and stays with
//! them.

use super::conditions::AgreedCondition;
use super::model::{Review, Waiver};
use super::papers::{PaperName, RefusedPaper};
use crate::answers::write::NewEvidence;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{ById, FactorId, FactorOptionId};
use crate::source::Date;
use crate::source::value::NewValue;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// What of a review goes on into the next one.
#[derive(Clone, Debug)]
pub struct RenewedReview {
    /// For whom we review.
    pub client: Option<String>,
    /// What was at stake, by the factors that are asked now; to be confirmed.
    pub stakes: ById<FactorId, Option<FactorOptionId>>,
    /// Exceptions that are in force, each with the id of its flag.
    pub waivers: Vec<(Clean, Waiver)>,
    /// Documents that we hold and that are current, with the day since which we hold them.
    pub received: Vec<(NewEvidence, Option<Date>)>,
    /// Documents that we refuse, each with its kind as it is now: the vendor may name them again.
    pub refused: Vec<(NewEvidence, RefusedPaper)>,
    /// Conditions that are not met.
    pub open: Vec<AgreedCondition>,
}

impl RenewedReview {
    /// Of a review, for answers to a newer version, as of a day.
    pub fn of(
        review: &Review,
        (earlier, next): (&Questionnaire, &Questionnaire),
        today: Date,
        is_current: impl Fn(&PaperName) -> bool,
    ) -> RenewedReview {
        let stakes = next.factors.map(|_, factor| {
            let at = earlier.factors.find(|old| old.id == factor.id)?;
            let chosen = &earlier.factors[at].options[review.inherent_risk[at]?].id;
            factor.options.find(|option| option.id == *chosen)
        });
        let known: Vec<Clean> = next.flag_refs().into_iter().map(|flag| next.flag_name(flag)).collect();
        let waivers = review.waivers.iter().map(|waiver| (earlier.flag_name(waiver.flag), waiver.clone()));
        let in_force = waivers.filter(|(flag, waiver)| waiver.until >= today && known.contains(flag));
        let named = |name: &PaperName, location: Option<String>| {
            let PaperName { title, kind, issued, .. } = name.clone();
            let kind = kind.map(|kind| earlier.evidence[kind].id.to_string());
            let kind = kind.filter(|id| next.evidence.iter().any(|known| known.id.as_str() == id));
            NewEvidence { title, kind, issued, valid_until: None, location }
        };
        let received = review.received.iter().filter(|paper| is_current(&paper.name));
        let received = received.map(|paper| (named(&paper.name, paper.location.clone()), paper.on));
        let refused = review.refused.iter().map(|paper| (named(&paper.name, None), paper.clone()));
        let conditions = review.decision.iter().flat_map(|decision| &decision.conditions);
        let open = conditions.filter(|condition| condition.met.is_none_or(|met| met > today));
        RenewedReview {
            client: review.client.clone(),
            stakes,
            waivers: in_force.collect(),
            received: received.collect(),
            refused: refused.collect(),
            open: open.cloned().collect(),
        }
    }

    /// The conditions that are not met, a sentence each.
    pub fn open_conditions(&self, lang: Lang) -> Vec<Clean> {
        let told = self.open.iter().map(|condition| {
            let due = condition.due.map(|due| lang.condition_due(due.in_words(lang)));
            let more = Clean::joined(condition.owner.as_deref().map(one_line).into_iter().chain(due), ", ");
            let what = one_line(&condition.what);
            if more.is_empty() { what } else { what.and(" (").and(more).and(")") }
        });
        told.collect()
    }

    /// The lists that go on, as they stand in a review: `received`, `refused` and `waivers`, an entry each.
    pub(super) fn lists(&self) -> [(&'static str, Vec<NewValue>); 3] {
        let received = self.received.iter().map(|(paper, on)| {
            let keys = [
                ("title", Some(NewValue::text(&paper.title))),
                ("kind", paper.kind.as_ref().map(NewValue::word)),
                ("issued", paper.issued.map(NewValue::word)),
                ("on", on.map(NewValue::word)),
                ("location", paper.location.as_ref().map(NewValue::text)),
            ];
            NewValue::Inline(keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
        });
        let refused = self.refused.iter().map(|(paper, refused)| {
            let keys = [
                ("title", Some(NewValue::text(&paper.title))),
                ("kind", paper.kind.as_ref().map(NewValue::word)),
                ("issued", paper.issued.map(NewValue::word)),
                ("sha256", refused.sha256.map(|sha256| NewValue::text(sha256.to_string()))),
                ("because", Some(NewValue::text(&refused.because))),
            ];
            NewValue::Inline(keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
        });
        let waivers = self.waivers.iter().map(|(flag, waiver)| {
            let keys = [
                ("flag", NewValue::text(&**flag)),
                ("by", NewValue::text(&waiver.by)),
                ("until", NewValue::word(waiver.until)),
                ("because", NewValue::text(&waiver.because)),
            ];
            NewValue::Inline(keys.map(|(key, value)| (key.to_owned(), value)).into())
        });
        [("received", received.collect()), ("refused", refused.collect()), ("waivers", waivers.collect())]
    }
}
