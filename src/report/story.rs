//! What an assessment says, in the reader's words: sentences and names that every report shares.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::naming::{assurance, band, flag_state, level, loud, remediation_kind, status};
use crate::answers::{Answer, Evidence, Value};
use crate::assessment::assurance::EvidenceState;
use crate::assessment::effective::{EffectiveAnswer, NaPending};
use crate::assessment::evidence::{RegisteredEvidence, supporting, unchecked_document};
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight::{self, Open};
use crate::assessment::rating::{Cause, End, Rating};
use crate::assessment::remediation::{Remediation, RemediationKind, ToRating};
use crate::assessment::scope::Status;
use crate::assessment::{Assessment, Score};
use crate::policy::Assurance;
use crate::questionnaire::form::{Counting, DateForm, Direction, NumberForm, Steps};
use crate::questionnaire::{Form, Level, Question, Questionnaire, Text};
use crate::review::{FlagRef, Waiver};
use crate::words::number::{Rounding, Scale, fixed, localized, tenths};
use crate::words::{Lang, clean};

/// The longest title of a document that is shown whole within a sentence.
const LONGEST_TITLE: usize = 60;

/// An assessment and the language to tell it in.
#[derive(Clone, Copy, Debug)]
pub struct Story<'s, 'a> {
    /// What happened.
    pub assessment: &'s Assessment<'a>,
    /// For whom.
    pub lang: Lang,
    /// The place of the reader's language in the questionnaire.
    pub language: usize,
}

impl<'s, 'a> Story<'s, 'a> {
    /// Ready to tell.
    pub fn new(assessment: &'s Assessment<'a>, lang: Lang) -> Self {
        Story { assessment, lang, language: assessment.subject.questionnaire.language(lang) }
    }

    /// The questionnaire.
    pub fn questionnaire(&self) -> &'a Questionnaire {
        self.assessment.subject.questionnaire
    }

    /// A text of the questionnaire, on one line.
    pub fn say(&self, text: &Text) -> String {
        clean::one_line(text.get(self.language)).into_owned()
    }

    /// A score in the policy's scale and the language's decimals.
    pub fn score(&self, score: &BigRational) -> String {
        self.assessment.subject.policy.display.scale.shown(score, self.lang)
    }

    /// The assured score by how far answers are proved, each part that is not nothing. On the usual scale the parts add
    /// up to the shown total.
    pub fn assured_by(&self) -> Vec<(Assurance, String)> {
        let Some(by) = &self.assessment.assured_by else { return Vec::new() };
        let usual = self.assessment.subject.policy.display.scale == Scale::default();
        let shown = |assurance: Assurance| match usual {
            true => self.tenths(by.tenths[assurance.index()]),
            false => self.score(&by.points[assurance.index()]),
        };
        let some = [Assurance::Verified, Assurance::Documented, Assurance::Expired, Assurance::Claimed].into_iter();
        some.filter(|assurance| !by.points[assurance.index()].is_zero())
            .map(|assurance| (assurance, shown(assurance)))
            .collect()
    }

    /// The same in words: `verified 18.8`.
    pub fn assured_in_words(&self) -> Vec<String> {
        let lang = self.lang;
        let parts = self.assured_by().into_iter().map(|(assurance, points)| match assurance {
            Assurance::Verified => lang.assurance_verified(points),
            Assurance::Documented => lang.assurance_documented(points),
            Assurance::Expired => lang.assurance_expired(points),
            Assurance::Claimed => lang.assurance_claimed(points),
        });
        parts.collect()
    }

    /// What the best score is shown as.
    pub fn top(&self) -> u32 {
        self.assessment.subject.policy.display.scale.top
    }

    /// Points of the whole, floored to a tenth.
    pub fn points(&self, grains: &BigInt) -> String {
        localized(&fixed(&self.assessment.points(grains.clone()), 1, Rounding::Floor), self.lang)
    }

    /// A percentage, floored to a tenth; whole numbers without decimals.
    pub fn percent(&self, percent: &BigRational) -> String {
        let decimals = u32::from(!percent.is_integer());
        localized(&fixed(percent, decimals, Rounding::Floor), self.lang)
    }

    /// The assured points of a question and its share: `4.2 of 5.0`. Both are apportioned, so that those of all
    /// questions add up to the shown score and to 100.
    pub fn points_of_share(&self, question: usize) -> String {
        let tenths = self.assessment.tenths(question);
        self.lang.points_of(self.tenths(tenths.assured), self.tenths(tenths.whole()))
    }

    /// Tenths of points: `4.2`.
    pub fn tenths(&self, count: u64) -> String {
        localized(&tenths(&BigInt::from(count)), self.lang)
    }

    /// How many cells of a bar a score fills: floor(score x cells / 100).
    pub fn cells(score: &BigRational, cells: u32) -> usize {
        let scaled = score * BigRational::new(BigInt::from(cells), BigInt::from(100));
        usize::try_from(scaled.floor().to_integer()).unwrap_or(0)
    }

    /// What the risk would be in two other cases, where they can differ from the headline.
    pub fn outlook(&self, rating: &Rating) -> Vec<String> {
        let lang = self.lang;
        let inherent = &self.assessment.inherent_risk;
        let mut cases = vec![lang.if_proved(level(rating.if_proved, lang))];
        if inherent.lowest != inherent.highest {
            cases.push(lang.if_best_and_little_at_stake(level(rating.best, lang)));
        } else if self.open_of_all().0 > 0 {
            cases.push(lang.if_best(level(rating.best, lang)));
        }
        cases
    }

    /// From one level to another, or the one that both are.
    pub fn range(&self, lowest: Level, highest: Level) -> String {
        if lowest == highest {
            level(highest, self.lang).to_owned()
        } else {
            self.lang.range(level(lowest, self.lang), level(highest, self.lang))
        }
    }

    /// The range of the risk, and how much is open.
    pub fn range_and_open(&self, rating: &Rating) -> String {
        format!("{}, {}", self.range(rating.best, rating.worst), self.open_in_words())
    }

    /// How many questions are open and for what, of all: `3 of 95 unanswered, 1 awaiting our approval`.
    fn open_in_words(&self) -> String {
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
        words.collect::<Vec<_>>().join(", ")
    }

    /// Why there is no rating yet: too little is known, and what is raised already.
    pub fn reasons_for_no_rating(&self, rating: &Rating, score: &Score) -> Vec<String> {
        let known = self.assessment.coverage().map(|coverage| self.percent(&coverage));
        let needed = self.assessment.subject.policy.minimum_coverage;
        let mut reasons = vec![self.lang.too_little_known(known.unwrap_or_default(), needed)];
        let is_raised = |cause: Cause| matches!(cause, Cause::Flag { state: FlagState::Triggered, .. });
        reasons.extend(self.reasons(rating, score, is_raised));
        reasons
    }

    /// What leads to a rating where too little is known.
    pub fn way_to_a_rating(&self) -> String {
        let lang = self.lang;
        let first = insight::first_to_answer(self.assessment);
        let awaits = |at: &usize| insight::open(self.assessment, *at).is_some_and(Open::awaits_approval);
        let to_accept = first.iter().filter(|at| awaits(at)).count();
        let answering = match first.len() - to_accept {
            0 if to_accept > 0 => None,
            1 => Some(lang.answer_heaviest_one()),
            count => Some(lang.answer_heaviest(count)),
        };
        let accepting = (to_accept > 0).then(|| lang.accept_or_have_answered(to_accept));
        let stating = (!self.assessment.inherent_risk.missing.is_empty()).then(|| lang.stake_not_stated());
        [answering, accepting, stating].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }

    /// Why no better rating can be reached.
    pub fn no_way_out(&self, rating: &Rating) -> String {
        match self.assessment.inherent_risk.missing.is_empty() {
            true => self.lang.best_within_reach(loud(rating.worst, self.lang)),
            false => self.lang.stake_not_stated(),
        }
    }

    /// What attains the worst rating and is of interest: the matrix first, then raised and open flags by severity.
    pub fn reasons(&self, rating: &Rating, score: &Score, interests: impl Fn(Cause) -> bool) -> Vec<String> {
        let of_interest = rating.reasons.iter().filter(|reason| reason.of == End::Worst && interests(reason.cause));
        let mut worst: Vec<_> = of_interest.collect();
        worst.sort_by_key(|reason| match reason.cause {
            Cause::Matrix(_) => (0, 0, 0),
            Cause::Assumed => (1, 0, 0),
            Cause::Flag { severity, state, .. } => (2, usize::from(state == FlagState::Open), 4 - severity.index()),
        });
        worst.iter().map(|reason| self.reason(reason.cause, reason.tier, reason.rating, score)).collect()
    }

    fn reason(&self, cause: Cause, tier: Level, rating: Level, score: &Score) -> String {
        let lang = self.lang;
        match cause {
            Cause::Assumed => lang.stake_assumed(level(tier, lang)),
            Cause::Matrix(band_) => {
                let shown = self.score(&score.assured());
                if self.assessment.inherent_risk.missing.is_empty() {
                    lang.stake_and_protection(level(tier, lang), band(band_, lang), shown)
                } else {
                    lang.stake_may_be(level(tier, lang), band(band_, lang), shown)
                }
            }
            Cause::Flag { flag, state, .. } => {
                let own = self.assessment.flags.iter().find(|own| own.flag == flag);
                let cause = own.filter(|own| own.state == FlagState::Open).and_then(|own| self.flag_cause(own));
                let (risk, title) = (loud(rating, lang), self.flag_title(flag));
                match cause {
                    Some(waits) => lang.at_least_until(risk, title, waits),
                    None => lang.at_least(risk, title, flag_state(state, lang)),
                }
            }
        }
    }

    /// What a flag is about.
    pub fn flag_title(&self, flag: FlagRef) -> String {
        match flag {
            FlagRef::Flag(at) => self.say(&self.questionnaire().flags[at].title),
            FlagRef::Category(at) => {
                let category = &self.questionnaire().categories[at];
                let score = self.assessment.categories[at].score.as_ref().map(Score::assured);
                let shown = score.map(|score| self.score(&score)).unwrap_or_default();
                self.lang.minimum_missed(self.say(&category.title), shown, category.minimum.unwrap_or(0))
            }
        }
    }

    /// What to require so that a flag goes away.
    pub fn flag_remedy(&self, flag: FlagRef) -> Option<String> {
        match flag {
            FlagRef::Flag(at) => self.questionnaire().flags[at].remedy.as_ref().map(|text| self.say(text)),
            FlagRef::Category(_) => None,
        }
    }

    /// What a flag rests on: the answers that raise it, or the questions that must be answered to rule it out.
    pub fn flag_cause(&self, flag: &Flag) -> Option<String> {
        let questions = &self.questionnaire().questions;
        let answered = |at: &usize| {
            let effective = self.assessment.questions[*at].effective;
            let value = self.value(*at, effective.value()?);
            let ours = if let EffectiveAnswer::Ours(_) = effective {
                format!(" ({})", self.lang.overruled_by_us())
            } else {
                String::new()
            };
            Some(format!("{}: {value}{ours}", questions[*at].id))
        };
        let causes: Vec<String> = flag.cause.iter().filter_map(answered).collect();
        match flag.state {
            FlagState::Open if !flag.cause.is_empty() => Some(self.waits_for(&flag.cause)),
            _ => (!causes.is_empty()).then(|| causes.join("; ")),
        }
    }

    fn waits_for(&self, questions: &[usize]) -> String {
        let lang = self.lang;
        let [to_answer, to_accept] = self.by_who_can_close(questions);
        let answers = (!to_answer.is_empty()).then(|| lang.waits_for(to_answer.join(", ")));
        let approval = (!to_accept.is_empty()).then(|| lang.waits_for_approval_of(to_accept.join(", ")));
        answers.into_iter().chain(approval).collect::<Vec<_>>().join("; ")
    }

    /// The waiver of an accepted flag.
    pub fn waiver(&self, flag: &Flag) -> Option<&'a Waiver> {
        self.assessment.subject.review?.waivers.get(flag.waiver?)
    }

    /// The state of a flag; for an accepted one, until when.
    pub fn flag_state(&self, flag: &Flag) -> String {
        let accepted = |waiver: &Waiver| self.lang.accepted_until(waiver.until);
        self.waiver(flag).map_or_else(|| flag_state(flag.state, self.lang), accepted)
    }

    /// How many flags are raised, not yet ruled out and accepted.
    pub fn flags_counted(&self) -> String {
        let lang = self.lang;
        let count = |state: FlagState| self.assessment.flags.iter().filter(|flag| flag.state == state).count();
        let [raised, open, waived] = [FlagState::Triggered, FlagState::Open, FlagState::Waived].map(count);
        let counts = [
            if raised == 0 { Some(lang.none_raised()) } else { Some(lang.raised_count(raised)) },
            (open > 0).then(|| lang.open_count(open)),
            (waived > 0).then(|| lang.waived_count(waived)),
        ];
        counts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// A way out in one sentence: flags to clear, then what kinds of remediations and what they give back.
    pub fn way_in_words(&self, way: &ToRating) -> String {
        let lang = self.lang;
        let remediations = self.assessment.remediations.iter().take(way.remediations);
        let kinds: Vec<RemediationKind> =
            remediations.clone().map(|remediation| insight::kind(self.assessment, remediation)).collect();
        let of = |kind: RemediationKind| kinds.iter().filter(|known| **known == kind).count();
        let named = |count: usize, name: fn(Lang, usize) -> String| (count > 0).then(|| name(lang, count));
        let steps: Vec<String> = [
            named(of(RemediationKind::EvidenceMissing) + of(RemediationKind::CheckMissing), Lang::to_prove),
            named(of(RemediationKind::MustChange), Lang::to_change),
            named(of(RemediationKind::CouldBeBetter), Lang::to_better),
            named(of(RemediationKind::AnswerMissing), Lang::to_answer),
            named(of(RemediationKind::ApprovalMissing), Lang::to_answer_after_all),
        ]
        .into_iter()
        .flatten()
        .collect();
        let gain: BigInt = remediations.map(|remediation| &remediation.gain).sum();
        let fixing = (!steps.is_empty()).then(|| format!("{} (+{})", steps.join(", "), self.points(&gain)));
        let clearing = named(way.flags.len(), Lang::clear_flags);
        let joint = format!(", {} ", lang.then());
        [clearing, fixing].into_iter().flatten().collect::<Vec<_>>().join(&joint)
    }

    /// What kind of remediation it is, in words.
    pub fn kind_in_words(&self, remediation: &Remediation) -> String {
        remediation_kind(insight::kind(self.assessment, remediation), self.lang)
    }

    /// What to do about a question.
    pub fn demand(&self, remediation: &Remediation) -> Demand {
        let (lang, questionnaire) = (self.lang, self.questionnaire());
        let question = &questionnaire.questions[remediation.question];
        let ask = self.say(&question.ask);
        let other = |words: String| Demand { words, is_requirement: false };
        if !remediation.needs.is_empty() {
            return other(self.first_of_all(&remediation.needs));
        }
        let evidence = question.evidence.first().map(|kind| self.say(&questionnaire.evidence[*kind].ask));
        let open = insight::open(self.assessment, remediation.question);
        let gives_no_reason = open == Some(Open::NaPending(NaPending::NoReason));
        match (insight::kind(self.assessment, remediation), evidence, &question.remedy) {
            (RemediationKind::CheckMissing, ..) => {
                other(lang.check_document(self.unchecked_title(remediation.question)))
            }
            (RemediationKind::EvidenceMissing, Some(evidence), _) => other(lang.ask_for(evidence)),
            (RemediationKind::MustChange, _, Some(remedy)) => Demand { words: self.say(remedy), is_requirement: true },
            (RemediationKind::MustChange | RemediationKind::CouldBeBetter, ..) => {
                other(lang.full_points(self.full_points(remediation.question)))
            }
            (RemediationKind::AnswerMissing, ..) if gives_no_reason => other(lang.ask_for_reason_or_answer(ask)),
            (RemediationKind::AnswerMissing, ..) => other(lang.ask_the_vendor(ask)),
            (RemediationKind::ApprovalMissing, ..) => other(lang.answer_or_accept(ask)),
            (RemediationKind::EvidenceMissing, ..) => other(lang.question_was(ask)),
        }
    }

    /// What decides whether a question is asked: questions to answer, and those of which we may accept that they do not
    /// apply.
    fn first_of_all(&self, needs: &[usize]) -> String {
        let lang = self.lang;
        let [to_answer, to_accept] = self.by_who_can_close(needs);
        let answering = (!to_answer.is_empty()).then(|| lang.first_answer(to_answer.join(", ")));
        let accepting = (!to_accept.is_empty()).then(|| lang.first_accept(to_accept.join(", ")));
        answering.into_iter().chain(accepting).collect::<Vec<_>>().join("; ")
    }

    /// The ids of questions: those that wait for the vendor, and those that wait for our word to an n/a with a reason.
    fn by_who_can_close(&self, questions: &[usize]) -> [Vec<&'a str>; 2] {
        let id = |at: &usize| self.questionnaire().questions[*at].id.as_str();
        let is_ours = |at: &&usize| insight::may_be_accepted(self.assessment, **at);
        let (ours, theirs): (Vec<&usize>, Vec<&usize>) = questions.iter().partition(is_ours);
        [theirs, ours].map(|questions| questions.into_iter().map(id).collect())
    }

    /// The title of the document that only we have still to check.
    fn unchecked_title(&self, question: usize) -> String {
        let document = unchecked_document(self.assessment, question);
        let title =
            document.map(|at| clean::shortened(&self.assessment.subject.answers.evidence[at].title, LONGEST_TITLE));
        title.unwrap_or_default()
    }

    /// The answer that is worth most.
    fn full_points(&self, question: usize) -> String {
        let labels = |best: Vec<&Text>| best.into_iter().map(|label| self.say(label)).collect::<Vec<_>>().join("; ");
        match &self.questionnaire().questions[question].form {
            Form::ChooseOne(choices) => labels(
                choices.iter().max_by_key(|choice| choice.value).map(|choice| &choice.label).into_iter().collect(),
            ),
            Form::ChooseMany(ticks) => {
                let chosen = match self.assessment.questions[question].effective.value() {
                    Some(Value::Options(chosen)) => chosen.as_slice(),
                    _ => &[],
                };
                let more = ticks.options.iter().enumerate();
                let more =
                    more.filter(|(at, tick)| tick.points > 0 && !chosen.contains(at)).map(|(_, tick)| &tick.label);
                labels(more.collect())
            }
            Form::Number(form) => self.best_step(&form.steps, |bound| self.with_unit(form, bound)),
            Form::Date(form) => self.best_step(&form.steps, |bound| self.days(form, bound)),
            Form::Text => String::new(),
        }
    }

    fn best_step(&self, steps: &Steps, name: impl Fn(i64) -> String) -> String {
        let best = steps.steps.iter().max_by_key(|(_, value)| *value);
        best.map_or_else(String::new, |(bound, _)| self.step(steps, *bound, name))
    }

    /// A step of a number or a date in words: `at most 24 hours`.
    pub fn step(&self, steps: &Steps, bound: i64, name: impl Fn(i64) -> String) -> String {
        match steps.direction {
            Direction::AtMost => self.lang.number_at_most(name(bound)),
            Direction::AtLeast => self.lang.number_at_least(name(bound)),
        }
    }

    /// A number with the unit of its form: `24 hours`.
    pub fn with_unit(&self, form: &NumberForm, number: impl std::fmt::Display) -> String {
        let unit = form.unit.as_ref().map(|unit| format!(" {}", self.say(unit)));
        format!("{number}{}", unit.unwrap_or_default())
    }

    /// Days as the form of a date counts them: `96 days ago`.
    pub fn days(&self, form: &DateForm, days: i64) -> String {
        match form.counts {
            Counting::DaysSince => self.lang.days_since(days),
            Counting::DaysLeft => self.lang.days_left(days),
        }
    }

    /// The kinds of evidence that a question asks for and for which there is no current document yet.
    pub fn evidence_to_attach(&self, question: usize, register: &[RegisteredEvidence<'_>]) -> Option<String> {
        let is_there = |kind: &&usize| {
            let of_kind = register.iter().filter(|entry| entry.item.kind == Some(**kind));
            of_kind.clone().any(|entry| entry.state.is_current())
        };
        let kinds = self.questionnaire().questions[question].evidence.iter().filter(|kind| !is_there(kind));
        let asks: Vec<String> = kinds.map(|kind| self.say(&self.questionnaire().evidence[*kind].ask)).collect();
        (!asks.is_empty()).then(|| asks.join(" · "))
    }

    /// The kinds of evidence that a question asks for.
    pub fn evidence_asked(&self, question: usize) -> Option<String> {
        let questionnaire = self.questionnaire();
        let kinds = questionnaire.questions[question].evidence.iter();
        let asks: Vec<String> = kinds.map(|kind| self.say(&questionnaire.evidence[*kind].ask)).collect();
        (!asks.is_empty()).then(|| asks.join("; "))
    }

    /// What a question refers to in other frameworks.
    pub fn references(&self, question: &Question) -> Option<String> {
        let frameworks = &self.questionnaire().frameworks;
        let named = question.refs.iter().map(|(at, points)| {
            let title = self.say(&frameworks[*at].title);
            format!("{title} {}", clean::one_line(&points.join(", ")))
        });
        let named: Vec<String> = named.collect();
        (!named.is_empty()).then(|| named.join("; "))
    }

    /// An answer in force, in words.
    pub fn answer(&self, question: usize) -> String {
        let lang = self.lang;
        match self.assessment.questions[question].effective {
            EffectiveAnswer::Vendor(value) | EffectiveAnswer::Ours(value) => self.value(question, value),
            EffectiveAnswer::Na | EffectiveAnswer::NaApproved | EffectiveAnswer::NaPending(_) => lang.not_applicable(),
            EffectiveAnswer::Unanswered => match self.assessment.subject.answers.answer(question) {
                Answer::Given(value) => self.value(question, value), // a date to come, or a claim that we withdrew
                Answer::NotApplicable | Answer::Unknown => lang.no_answer(),
            },
        }
    }

    /// The vendor's answer in words, whatever counts instead.
    pub fn vendors_answer(&self, question: usize) -> String {
        match self.assessment.subject.answers.answer(question) {
            Answer::Given(value) => self.value(question, value),
            Answer::NotApplicable => self.lang.not_applicable(),
            Answer::Unknown => self.lang.no_answer(),
        }
    }

    fn value(&self, question: usize, value: &Value) -> String {
        let form = &self.questionnaire().questions[question].form;
        match value {
            Value::Options(chosen) => {
                let labels = chosen.iter().filter_map(|at| form.option_label(*at)).map(|label| self.say(label));
                labels.collect::<Vec<_>>().join("; ")
            }
            Value::Number(number) => match form {
                Form::Number(form) => self.with_unit(form, number),
                _ => number.to_string(),
            },
            Value::Date(date) => date.to_string(),
            Value::Never => self.lang.never(),
            Value::Text(text) => clean::one_line(text).into_owned(),
        }
    }

    /// Why a question counts or not, or how far its answer is proved.
    pub fn standing(&self, question: usize) -> String {
        let judged = &self.assessment.questions[question];
        match (judged.effective, judged.backing) {
            (EffectiveAnswer::Ours(_), Some(_)) => self.lang.word_ours(),
            (_, Some(backing)) => assurance(backing.assurance, self.lang),
            (_, None) => self.status(question),
        }
    }

    /// Why a question counts or not, whatever proves its answer; nothing of an answer that counts.
    pub fn status(&self, question: usize) -> String {
        status(self.assessment.questions[question].status, insight::open(self.assessment, question), self.lang)
    }

    /// The documents whose time has run out for answers that count, and those that expire soon: name and day.
    pub fn aging_evidence(&self) -> [Vec<String>; 2] {
        let aging = |state: EvidenceState| {
            let titled = |(until, item): (_, &Evidence)| (until, clean::shortened(&item.title, LONGEST_TITLE));
            let mut aging: Vec<_> = supporting(self.assessment, state).into_iter().map(titled).collect();
            aging.sort();
            aging.dedup();
            let named = aging.into_iter().filter_map(|(until, title)| Some(format!("{title} ({})", until?)));
            named.collect()
        };
        [aging(EvidenceState::Expired), aging(EvidenceState::ExpiresSoon)]
    }

    /// What was left out of the count: how many questions, and what share of the weight; then those that await our
    /// approval, which count as not known in whole or in part.
    pub fn left_out(&self) -> Vec<String> {
        self.excluded().into_iter().chain(self.awaiting_approval()).collect()
    }

    /// The same with all that was left out in one number.
    pub fn left_out_in_short(&self) -> Vec<String> {
        let scope = &self.assessment.scope;
        let statuses = [Status::OutOfScope, Status::Na, Status::NaApproved];
        let count: usize = statuses.into_iter().map(|status| self.questions_with(status).len()).sum();
        let share = &scope.out_of_scope + &scope.na + &scope.na_approved;
        let all = (count > 0).then(|| self.lang.left_out_in_all(count, self.percent(&share)));
        all.into_iter().chain(self.awaiting_approval()).collect()
    }

    fn awaiting_approval(&self) -> Option<String> {
        let awaiting = insight::open_counts(self.assessment).awaiting_approval;
        (awaiting > 0).then(|| self.lang.waits_for_approval(awaiting))
    }

    /// What was left out of the count, without those that await our approval.
    pub fn excluded(&self) -> Vec<String> {
        let (scope, lang) = (&self.assessment.scope, self.lang);
        let count = |status: Status| self.questions_with(status).len();
        let share =
            |status: Status, share: &BigRational| (count(status) > 0).then(|| (self.percent(share), count(status)));
        let out_of_scope = share(Status::OutOfScope, &scope.out_of_scope);
        let na = share(Status::Na, &scope.na);
        let na_approved = share(Status::NaApproved, &scope.na_approved);
        let mut parts: Vec<String> = Vec::new();
        parts.extend(out_of_scope.map(|(share, questions)| lang.left_out_of_scope(share, questions)));
        parts.extend(na.map(|(share, questions)| lang.left_out_na(share, questions)));
        parts.extend(na_approved.map(|(share, questions)| lang.left_out_na_approved(share, questions)));
        parts
    }

    /// See [`insight::open_counts`].
    pub fn open_of_all(&self) -> (usize, usize) {
        let counts = insight::open_counts(self.assessment);
        (counts.all(), counts.of)
    }

    /// See [`insight::open_in`].
    pub fn open_in(&self, questions: impl IntoIterator<Item = usize>) -> usize {
        insight::open_in(self.assessment, questions)
    }

    /// See [`insight::flags_in`].
    pub fn flags_in(&self, state: FlagState) -> Vec<&'s Flag> {
        insight::flags_in(self.assessment, state)
    }

    /// See [`insight::flags_looking_at`].
    pub fn flags_looking_at(&self, categories: &[usize]) -> Vec<&'s Flag> {
        insight::flags_looking_at(self.assessment, categories)
    }

    /// See [`insight::holding_flags`].
    pub fn holding_flags(&self) -> Vec<&'s Flag> {
        insight::holding_flags(self.assessment)
    }

    /// See [`insight::way_out`].
    pub fn way_out(&self, _: &Rating) -> Option<(Level, &'s ToRating)> {
        insight::way_out(self.assessment)
    }

    /// See [`insight::claims_alone`].
    pub fn word_only(&self) -> (usize, BigInt) {
        insight::claims_alone(self.assessment)
    }

    /// See [`insight::questions_with`].
    pub fn questions_with(&self, status: Status) -> Vec<usize> {
        insight::questions_with(self.assessment, status)
    }
}

/// What to do about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// What to do.
    pub words: String,
    /// Whether it says what has to be reached, and not what to ask for.
    pub is_requirement: bool,
}
