//! What an assessment says, in the reader's words: sentences and names that every report shares.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::naming::{assurance, band, flag_state, level, loud, remediation_kind, status};
use super::register::{self, Entry, State, unchecked_document};
use crate::answers::{Answer, Value};
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::rating::{Cause, End, Rating};
use crate::assessment::remediation::{Remediation, RemediationKind, ToRating};
use crate::assessment::scope::Status;
use crate::assessment::{Assessment, Score};
use crate::policy::{Assurance, Band};
use crate::questionnaire::form::{Counting, DateForm, Direction, NumberForm, Steps};
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::{Form, Level, Question, Questionnaire, Text};
use crate::review::{FlagRef, NaVerdict, Waiver};
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

    /// How many questions are open, of how many that are asked or may be; unscored ones are open until answered, too.
    pub fn open_of_all(&self) -> (usize, usize) {
        let all = self.assessment.questions.iter();
        let asked = all.filter(|judged| !matches!(judged.status, Status::OutOfScope | Status::NaApproved)).count();
        (self.open_in(0..self.assessment.questions.len()), asked)
    }

    /// How many of some questions are open.
    pub fn open_in(&self, questions: impl IntoIterator<Item = usize>) -> usize {
        questions.into_iter().filter(|at| self.is_open(*at)).count()
    }

    /// Whether a question is open: not answered, or n/a without effect or beyond the cap.
    pub fn is_open(&self, question: usize) -> bool {
        let judged = &self.assessment.questions[question];
        let kept = judged.status == Status::Na && !judged.parts.unknown.is_zero();
        judged.status.is_open()
            || kept
            || (judged.status == Status::Info && judged.effective == EffectiveAnswer::Unanswered)
    }

    /// How good an answer is, by the policy's bands; `None` where nothing is answered or it counts nothing.
    pub fn quality(&self, question: usize) -> Option<Quality> {
        let judged = &self.assessment.questions[question];
        let whole = judged.parts.whole();
        if judged.status != Status::Answered || whole.is_zero() {
            return None;
        }
        let worth = BigRational::new((&whole - &judged.parts.control_gap) * 100, whole);
        Some(match self.assessment.subject.policy.band(&worth) {
            Band::Strong | Band::Adequate => Quality::Good,
            Band::Weak | Band::Poor => Quality::Weak,
        })
    }

    /// How many of some questions are answered well, answered weakly, open, and not counted.
    pub fn answers_by_quality(&self, questions: impl IntoIterator<Item = usize>) -> [usize; 4] {
        let mut counts = [0; 4];
        for at in questions {
            counts[match self.quality(at) {
                Some(Quality::Good) => 0,
                Some(Quality::Weak) => 1,
                None if self.is_open(at) => 2,
                None => 3,
            }] += 1;
        }
        counts
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
        let (open, all) = self.open_of_all();
        format!("{}, {}", self.range(rating.best, rating.worst), self.lang.unanswered_of(open, all))
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
        let count = self.answers_to_a_rating();
        let way = if count == 1 { lang.answer_heaviest_one() } else { lang.answer_heaviest(count) };
        match self.assessment.inherent_risk.missing.is_empty() {
            true => way,
            false => format!("{way}; {}", lang.stake_not_stated()),
        }
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
        let open: Vec<&str> = flag.cause.iter().map(|at| questions[*at].id.as_str()).collect();
        match flag.state {
            FlagState::Open if !open.is_empty() => Some(self.lang.waits_for(open.join(", "))),
            _ => (!causes.is_empty()).then(|| causes.join("; ")),
        }
    }

    /// Flags in a state, most severe first.
    pub fn flags_in(&self, state: FlagState) -> Vec<&'s Flag> {
        let mut flags: Vec<&Flag> = self.assessment.flags.iter().filter(|flag| flag.state == state).collect();
        flags.sort_by_key(|flag| std::cmp::Reverse(flag.severity));
        flags
    }

    /// The flags that bound the rating and look at any of these categories.
    pub fn flags_looking_at(&self, categories: &[usize]) -> Vec<&'s Flag> {
        let questionnaire = self.questionnaire();
        let looks_at = |flag: &&Flag| match flag.flag {
            FlagRef::Category(at) => categories.contains(&at),
            FlagRef::Flag(at) => {
                let questions = questionnaire.flags[at].when.questions();
                questions.iter().any(|question| categories.contains(&questionnaire.questions[*question].category))
            }
        };
        self.assessment.flags.iter().filter(|flag| flag.state.bounds()).filter(looks_at).collect()
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

    /// The flags that hold the rating where it is, most severe first.
    pub fn holding_flags(&self) -> Vec<&'s Flag> {
        let Some(rating) = self.assessment.rating.as_ref() else { return Vec::new() };
        if self.assessment.is_provisional() {
            return self.flags_in(FlagState::Triggered);
        }
        self.way_out(rating).map(|(_, way)| self.flags_of(way)).unwrap_or_default()
    }

    /// The flags to clear on a way, most severe first.
    pub fn flags_of(&self, way: &ToRating) -> Vec<&'s Flag> {
        let mut flags: Vec<&'s Flag> =
            self.assessment.flags.iter().filter(|flag| way.flags.contains(&flag.flag)).collect();
        flags.sort_by_key(|flag| std::cmp::Reverse(flag.severity));
        flags
    }

    /// The next better rating that can be reached, and how; `None` when none can.
    pub fn way_out(&self, rating: &Rating) -> Option<(Level, &'s ToRating)> {
        let paths = self.assessment.paths.as_ref()?;
        let better = [Level::High, Level::Medium, Level::Low].into_iter().filter(|level| *level < rating.worst);
        better.filter_map(|level| Some((level, paths.to_rating[level.index()].as_ref()?))).next()
    }

    /// A way out in one sentence: flags to clear, then what kinds of remediations and what they give back.
    pub fn way_in_words(&self, way: &ToRating) -> String {
        let lang = self.lang;
        let remediations = self.assessment.remediations.get(..way.remediations).unwrap_or(&[]);
        let of =
            |kind: RemediationKind| remediations.iter().filter(|remediation| self.kind(remediation) == kind).count();
        let named = |count: usize, name: fn(Lang, usize) -> String| (count > 0).then(|| name(lang, count));
        let steps: Vec<String> = [
            named(of(RemediationKind::EvidenceMissing), Lang::to_prove),
            named(of(RemediationKind::MustChange), Lang::to_change),
            named(of(RemediationKind::CouldBeBetter), Lang::to_better),
            named(of(RemediationKind::AnswerMissing), Lang::to_answer),
        ]
        .into_iter()
        .flatten()
        .collect();
        let gain: BigInt = remediations.iter().map(|remediation| &remediation.gain).sum();
        let fixing = (!steps.is_empty()).then(|| format!("{} (+{})", steps.join(", "), self.points(&gain)));
        let clearing = named(way.flags.len(), Lang::clear_flags);
        let joint = format!(", {} ", lang.then());
        [clearing, fixing].into_iter().flatten().collect::<Vec<_>>().join(&joint)
    }

    /// How many of the heaviest open questions must be answered before there is a rating.
    pub fn answers_to_a_rating(&self) -> usize {
        let Some(score) = &self.assessment.overall else { return 0 };
        let whole = score.parts().whole();
        let allowed = &whole * (100 - self.assessment.subject.policy.minimum_coverage);
        let mut open: Vec<&BigInt> =
            self.assessment.questions.iter().map(|q| &q.parts.unknown).filter(|unknown| !unknown.is_zero()).collect();
        open.sort_by(|a, b| b.cmp(a));
        let mut unknown = &score.parts().unknown * 100;
        open.iter()
            .take_while(|heaviest| {
                let more = unknown > allowed;
                unknown -= **heaviest * 100;
                more
            })
            .count()
    }

    /// What kind of fix it is. Of an answer that is good already nothing must be changed.
    pub fn kind(&self, remediation: &Remediation) -> RemediationKind {
        match remediation.kind(&self.assessment.questions[remediation.question]) {
            RemediationKind::MustChange if self.quality(remediation.question) == Some(Quality::Good) => {
                RemediationKind::CouldBeBetter
            }
            kind => kind,
        }
    }

    /// The same in words; of a document that only we have still to check, just that.
    pub fn kind_in_words(&self, remediation: &Remediation) -> String {
        let kind = self.kind(remediation);
        match kind == RemediationKind::EvidenceMissing
            && unchecked_document(self.assessment, remediation.question).is_some()
        {
            true => self.lang.kind_check(),
            false => remediation_kind(kind, self.lang),
        }
    }

    /// What to do about a question.
    pub fn demand(&self, remediation: &Remediation) -> Demand {
        let (lang, questionnaire) = (self.lang, self.questionnaire());
        let question = &questionnaire.questions[remediation.question];
        let ask = self.say(&question.ask);
        let other = |words: String| Demand { words, is_requirement: false };
        if !remediation.needs.is_empty() {
            let ids: Vec<&str> = remediation.needs.iter().map(|at| questionnaire.questions[*at].id.as_str()).collect();
            return other(lang.first_answer(ids.join(", ")));
        }
        let evidence = question.evidence.first().map(|kind| self.say(&questionnaire.evidence[*kind].ask));
        if let (RemediationKind::EvidenceMissing, Some(at)) =
            (self.kind(remediation), unchecked_document(self.assessment, remediation.question))
        {
            let title = &self.assessment.subject.answers.evidence[at].title;
            return other(lang.check_document(clean::shortened(title, LONGEST_TITLE)));
        }
        match (self.kind(remediation), evidence, &question.remedy) {
            (RemediationKind::EvidenceMissing, Some(evidence), _) => other(lang.ask_for(evidence)),
            (RemediationKind::MustChange, _, Some(remedy)) => Demand { words: self.say(remedy), is_requirement: true },
            (RemediationKind::MustChange | RemediationKind::CouldBeBetter, ..) => {
                other(lang.full_points(self.full_points(remediation.question)))
            }
            (RemediationKind::AnswerMissing, ..) => other(lang.ask_the_vendor(ask)),
            (RemediationKind::EvidenceMissing, ..) => other(lang.question_was(ask)),
        }
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
    pub fn evidence_to_attach(&self, question: usize, register: &[Entry<'_>]) -> Option<String> {
        let is_there = |kind: &&usize| {
            let of_kind = register.iter().filter(|entry| entry.item.kind == Some(**kind));
            of_kind.clone().any(|entry| matches!(entry.state, State::Current | State::ExpiresSoon))
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
            EffectiveAnswer::Na | EffectiveAnswer::NaApproved | EffectiveAnswer::NaPending => lang.not_applicable(),
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
        match (judged.status, judged.effective, judged.backing) {
            (Status::NaPending, ..) => self.why_pending(question),
            (Status::Answered, EffectiveAnswer::Ours(_), _) => self.lang.word_ours(),
            (.., Some(backing)) => assurance(backing.assurance, self.lang),
            (other, ..) => status(other, self.lang),
        }
    }

    /// Why an n/a is without effect.
    fn why_pending(&self, question: usize) -> String {
        let lang = self.lang;
        match self.pending(question) {
            Pending::Forbidden => lang.status_na_forbidden(),
            Pending::Refused => lang.status_na_refused(),
            Pending::NoReason => lang.status_na_no_reason(),
            Pending::Waits => lang.status_na_pending(),
        }
    }

    /// What an n/a that is without effect lacks.
    pub fn pending(&self, question: usize) -> Pending {
        let subject = &self.assessment.subject;
        let verdict =
            subject.review.and_then(|review| review.observation(question)).and_then(|found| found.not_applicable);
        let permission = subject.questionnaire.questions[question].not_applicable;
        match (permission, verdict, subject.answers.comment(question)) {
            (NotApplicable::Forbidden, ..) => Pending::Forbidden,
            (_, Some(NaVerdict::Refused), _) => Pending::Refused,
            (.., None) => Pending::NoReason,
            _ => Pending::Waits,
        }
    }

    /// The documents whose time has run out for answers that count, and those that expire soon: name and day.
    pub fn aging_evidence(&self) -> [Vec<String>; 2] {
        let entries = register::register(self.assessment);
        let counts = |at: &usize| self.assessment.questions[*at].backing.is_some();
        let aging = |state: State| {
            let of_state = entries.iter().filter(|entry| entry.state == state && entry.supports.iter().any(counts));
            let mut aging: Vec<_> =
                of_state.map(|entry| (entry.until, clean::shortened(&entry.item.title, LONGEST_TITLE))).collect();
            aging.sort();
            aging.dedup();
            let named = aging.into_iter().filter_map(|(until, title)| Some(format!("{title} ({})", until?)));
            named.collect()
        };
        [aging(State::Expired), aging(State::ExpiresSoon)]
    }

    /// What was left out of the count: how many questions, and what share of the weight.
    pub fn left_out(&self) -> Vec<String> {
        let mut parts = self.excluded();
        let waiting = self.questions_with(Status::NaPending);
        let waiting = waiting.into_iter().filter(|at| self.pending(*at) == Pending::Waits).count();
        parts.extend((waiting > 0).then(|| self.lang.waits_for_approval(waiting)));
        parts
    }

    /// The same without those that wait for our approval, which count as not known.
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

    /// How many answers that are worth something rest on word only, and what proof of them would give.
    pub fn word_only(&self) -> (usize, BigInt) {
        let unproved = self.assessment.questions.iter().filter(|judged| {
            judged.backing.is_some_and(|backing| backing.assurance == Assurance::Claimed)
                && judged.parts.evidence_gap != BigInt::ZERO
        });
        (unproved.clone().count(), unproved.map(|judged| &judged.parts.evidence_gap).sum())
    }

    /// The places of questions with a status.
    pub fn questions_with(&self, status: Status) -> Vec<usize> {
        let all = self.assessment.questions.iter().enumerate();
        all.filter(|(_, judged)| judged.status == status).map(|(at, _)| at).collect()
    }
}

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// Strong or adequate by the policy's bands.
    Good,
    /// Weak or poor.
    Weak,
}

/// What an n/a that is without effect lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pending {
    /// The question cannot be n/a.
    Forbidden,
    /// We say that it applies.
    Refused,
    /// The vendor's reason.
    NoReason,
    /// Our acceptance.
    Waits,
}

/// What to do about a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// What to do.
    pub words: String,
    /// Whether it says what has to be reached, and not what to ask for.
    pub is_requirement: bool,
}
