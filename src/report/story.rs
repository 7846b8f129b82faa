//! What an assessment says, in the reader's words: sentences and names that every report shares.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use crate::answers::review::{FlagRef, Outcome};
use crate::answers::{Answer, Value};
use crate::assessment::fix::{Fix, FixKind, ToRating};
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::gate::Failed;
use crate::assessment::in_force::InForce;
use crate::assessment::rating::{Cause, End, Rating};
use crate::assessment::scope::Status;
use crate::assessment::{Assessment, Score};
use crate::policy::{Band, Proof};
use crate::questionnaire::{Condition, Form, Importance, Level, Questionnaire, Text};
use crate::words::number::{Rounding, Scale, fixed, localized, tenths};
use crate::words::{Lang, clean};

/// An assessment and the language to tell it in.
#[derive(Clone, Copy, Debug)]
pub struct Story<'s, 'a> {
    /// What happened.
    pub assessment: &'s Assessment<'a>,
    /// For whom.
    pub lang: Lang,
    /// The place of the reader's language in the questionnaire.
    language: usize,
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
    pub fn assured_by(&self) -> Vec<(Proof, String)> {
        let Some(by) = &self.assessment.assured_by else { return Vec::new() };
        let usual = self.assessment.subject.policy.display.scale == Scale::default();
        let shown = |proof: Proof| match usual {
            true => localized(&tenths(&BigInt::from(by.tenths[proof.index()])), self.lang),
            false => self.score(&by.points[proof.index()]),
        };
        let some = [Proof::Verified, Proof::Documented, Proof::Expired, Proof::Claimed].into_iter();
        some.filter(|proof| !by.points[proof.index()].is_zero()).map(|proof| (proof, shown(proof))).collect()
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

    /// The assured points of a question and its share, both in tenths: `4.2 of 5.0`. Points are apportioned so that
    /// they add up, which can put them a tenth above a floored share; then the share is shown a tenth higher, too.
    pub fn points_of_share(&self, question: usize) -> String {
        let judged = &self.assessment.questions[question];
        let share = self.assessment.share(question) * BigRational::from(BigInt::from(10));
        let share = share.to_integer().max(BigInt::from(judged.assured_tenths));
        let shown = |count: &BigInt| localized(&tenths(count), self.lang);
        self.lang.points_of(shown(&BigInt::from(judged.assured_tenths)), shown(&share))
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
        let is_open = |at: &usize| {
            let judged = &self.assessment.questions[*at];
            let kept = judged.status == Status::Na && !judged.parts.unknown.is_zero();
            judged.status.is_open() || kept || (judged.status == Status::Info && judged.in_force == InForce::Unanswered)
        };
        questions.into_iter().filter(is_open).count()
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
                lang.at_least(loud(rating, lang), self.flag_title(flag), flag_state(state, lang))
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
            let value = self.assessment.questions[*at].in_force.value()?;
            Some(format!("{}: {}", questions[*at].id, self.value(*at, value)))
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

    /// How many flags that bound the rating look at any of these categories.
    pub fn flags_of_categories(&self, categories: &[usize]) -> usize {
        let questionnaire = self.questionnaire();
        let looks_at = |flag: &&Flag| match flag.flag {
            FlagRef::Category(at) => categories.contains(&at),
            FlagRef::Flag(at) => {
                let questions = questionnaire.flags[at].when.questions();
                questions.iter().any(|question| categories.contains(&questionnaire.questions[*question].category))
            }
        };
        self.assessment.flags.iter().filter(|flag| flag.state.bounds()).filter(looks_at).count()
    }

    /// The next better rating that can be reached, and how; `None` when none can.
    pub fn way_out(&self, rating: &Rating) -> Option<(Level, &'s ToRating)> {
        let paths = self.assessment.paths.as_ref()?;
        let better = [Level::High, Level::Medium, Level::Low].into_iter().filter(|level| *level < rating.worst);
        better.filter_map(|level| Some((level, paths.to_rating[level.index()].as_ref()?))).next()
    }

    /// A way out in one sentence: flags to clear, then what kinds of fixes and what they give back.
    pub fn way_in_words(&self, way: &ToRating) -> String {
        let lang = self.lang;
        let fixes = self.assessment.fixes.get(..way.fixes).unwrap_or(&[]);
        let of = |kind: FixKind| fixes.iter().filter(|fix| self.kind(fix) == kind).count();
        let named = |count: usize, name: fn(Lang, usize) -> String| (count > 0).then(|| name(lang, count));
        let steps: Vec<String> = [
            named(of(FixKind::ProofMissing), Lang::to_prove),
            named(of(FixKind::MustChange), Lang::to_change),
            named(of(FixKind::AnswerMissing), Lang::to_answer),
        ]
        .into_iter()
        .flatten()
        .collect();
        let gain: BigInt = fixes.iter().map(|fix| &fix.gain).sum();
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

    /// What kind of fix it is.
    pub fn kind(&self, fix: &Fix) -> FixKind {
        fix.kind(&self.assessment.questions[fix.question])
    }

    /// What to do about a question, as it follows on the kind of its fix: `: Require ...` or `, ask for: ...`.
    pub fn cure(&self, fix: &Fix) -> String {
        let (lang, questionnaire) = (self.lang, self.questionnaire());
        let question = &questionnaire.questions[fix.question];
        let ask = self.say(&question.ask);
        if !fix.needs.is_empty() {
            let ids: Vec<&str> = fix.needs.iter().map(|at| questionnaire.questions[*at].id.as_str()).collect();
            return format!(", {}", lang.first_answer(ids.join(", ")));
        }
        let evidence = question.evidence.first().map(|kind| self.say(&questionnaire.evidence[*kind].ask));
        match (self.kind(fix), evidence, &question.remedy) {
            (FixKind::ProofMissing, Some(evidence), _) => format!(", {}", lang.ask_for(evidence)),
            (FixKind::MustChange, _, Some(remedy)) => format!(": {}", self.say(remedy)),
            (FixKind::AnswerMissing, ..) => format!(", {}", lang.ask_the_vendor(ask)),
            (FixKind::ProofMissing | FixKind::MustChange, ..) => format!(", {}", lang.question_was(ask)),
        }
    }

    /// An answer in force, in words.
    pub fn answer(&self, question: usize) -> String {
        let lang = self.lang;
        match self.assessment.questions[question].in_force {
            InForce::Vendor(value) | InForce::Ours(value) => self.value(question, value),
            InForce::Na | InForce::NaApproved | InForce::NaPending => lang.not_applicable(),
            InForce::Unanswered => match self.assessment.subject.answers.answer(question) {
                Answer::Given(value) => self.value(question, value), // a date to come, or a claim that we withdrew
                Answer::NotApplicable | Answer::Unknown => lang.no_answer(),
            },
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
                Form::Number(form) => {
                    let unit = form.unit.as_ref().map(|unit| format!(" {}", self.say(unit)));
                    format!("{number}{}", unit.unwrap_or_default())
                }
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
        judged.proven.map_or_else(|| status(judged.status, self.lang), |proven| proof(proven.proof, self.lang))
    }

    /// The documents whose time has run out for answers that count, and those that expire within 90 days: name and day.
    pub fn aging_evidence(&self) -> [Vec<String>; 2] {
        let subject = &self.assessment.subject;
        let soon = subject.as_of.plus_days(90);
        let mut aging: Vec<(crate::source::Date, String)> = Vec::new();
        for (at, judged) in self.assessment.questions.iter().enumerate() {
            let given = subject.answers.answers[at].as_ref().filter(|_| judged.proven.is_some());
            let asked = &subject.questionnaire.questions[at].evidence;
            let cited = given.into_iter().flat_map(|given| &given.evidence);
            let cited = cited.map(|at| (&subject.answers.items[*at], &asked[..]));
            let finding = subject.review.and_then(|review| review.finding(at)).filter(|_| judged.proven.is_some());
            let seen = finding.into_iter().flat_map(|finding| &finding.verified).map(|item| (item, &[][..]));
            for (item, asked) in cited.chain(seen) {
                let until = item.current_until(subject.questionnaire, asked).filter(|until| *until <= soon);
                let named = until.map(|until| (until, clean::shortened(&item.title, 60)));
                aging.extend(named.filter(|named| !aging.contains(named)));
            }
        }
        aging.sort();
        let (expired, expiring): (Vec<_>, Vec<_>) = aging.into_iter().partition(|(until, _)| *until < subject.as_of);
        let named = |items: Vec<(crate::source::Date, String)>| {
            items.into_iter().map(|(until, title)| format!("{title} ({until})")).collect()
        };
        [named(expired), named(expiring)]
    }

    /// How many answers that are worth something rest on word only, and what proof of them would give.
    pub fn word_only(&self) -> (usize, BigInt) {
        let unproved = self.assessment.questions.iter().filter(|judged| {
            judged.proven.is_some_and(|proven| proven.proof == Proof::Claimed)
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

/// A condition in words.
pub fn condition(condition: &Condition, questionnaire: &Questionnaire, lang: Lang) -> String {
    let language = questionnaire.language(lang);
    let several = |parts: &[Condition], word: String| {
        let parts: Vec<String> = parts.iter().map(|part| self::condition(part, questionnaire, lang)).collect();
        let joined = parts.join(&format!(" {word} "));
        if parts.len() > 1 { lang.all_of(joined) } else { joined }
    };
    match condition {
        Condition::All(parts) => several(parts, lang.and()),
        Condition::Any(parts) => several(parts, lang.or()),
        Condition::Not(part) => lang.not(self::condition(part, questionnaire, lang)),
        Condition::Options { question, options } => {
            let question = &questionnaire.questions[*question];
            let ids = question.form.option_ids();
            let named: Vec<&str> = options.iter().filter_map(|at| ids.get(*at)).copied().collect();
            format!("{} = {}", question.id, named.join(" | "))
        }
        Condition::Never { question } => format!("{} = {}", questionnaire.questions[*question].id, lang.never()),
        Condition::Within { question, above, below } => {
            let bounds = [above.map(|bound| lang.above(bound)), below.map(|bound| lang.below(bound))];
            let bounds: Vec<String> = bounds.into_iter().flatten().collect();
            format!("{} {}", questionnaire.questions[*question].id, bounds.join(&format!(" {} ", lang.and())))
        }
        Condition::Factor { factor, options } => {
            let factor = &questionnaire.factors[*factor];
            let labels = options.iter().map(|at| clean::one_line(factor.options[*at].label.get(language)));
            let labels: Vec<_> = labels.collect();
            format!("{}: {}", factor.id, labels.join(" | "))
        }
    }
}

/// A level in words.
pub fn level(level: Level, lang: Lang) -> &'static str {
    match (level, lang) {
        (Level::Low, Lang::En) => "low",
        (Level::Medium, Lang::En) => "medium",
        (Level::High, Lang::En) => "high",
        (Level::Critical, Lang::En) => "critical",
        (Level::Low, Lang::Sv) => "låg",
        (Level::Medium, Lang::Sv) => "medelhög",
        (Level::High, Lang::Sv) => "hög",
        (Level::Critical, Lang::Sv) => "kritisk",
    }
}

/// A level in capitals, for verdicts.
pub fn loud(value: Level, lang: Lang) -> String {
    level(value, lang).to_uppercase()
}

/// An importance in words.
pub fn importance(importance: Importance, lang: Lang) -> String {
    match importance {
        Importance::Critical => level(Level::Critical, lang).to_owned(),
        Importance::High => level(Level::High, lang).to_owned(),
        Importance::Medium => level(Level::Medium, lang).to_owned(),
        Importance::Low => level(Level::Low, lang).to_owned(),
        Importance::Info => lang.status_info(),
    }
}

/// A band in words.
pub fn band(band: Band, lang: Lang) -> String {
    match band {
        Band::Strong => lang.strong(),
        Band::Adequate => lang.adequate(),
        Band::Weak => lang.weak(),
        Band::Poor => lang.poor(),
    }
}

/// How far an answer is proved, in words.
pub fn proof(proof: Proof, lang: Lang) -> String {
    match proof {
        Proof::Claimed => lang.word_claimed(),
        Proof::Expired => lang.word_expired(),
        Proof::Documented => lang.word_documented(),
        Proof::Verified => lang.word_verified(),
    }
}

/// The state of a flag, in words.
pub fn flag_state(state: FlagState, lang: Lang) -> String {
    match state {
        FlagState::Triggered => lang.raised(),
        FlagState::Open => lang.not_ruled_out(),
        FlagState::Clear => lang.ruled_out(),
        FlagState::Waived => lang.waived_count(1),
    }
}

/// Why a question does not count, in words.
pub fn status(status: Status, lang: Lang) -> String {
    match status {
        Status::OutOfScope => lang.status_out_of_scope(),
        Status::Info => lang.status_info(),
        Status::ScopeUnknown => lang.status_scope_unknown(),
        Status::Unanswered => lang.status_unanswered(),
        Status::NaPending => lang.status_na_pending(),
        Status::NaApproved => lang.status_na_approved(),
        Status::Na => lang.status_na(),
        Status::Answered => String::new(),
    }
}

/// What kind of fix it is, in words.
pub fn fix_kind(kind: FixKind, lang: Lang) -> String {
    match kind {
        FixKind::ProofMissing => lang.kind_proof(),
        FixKind::MustChange => lang.kind_change(),
        FixKind::AnswerMissing => lang.kind_answer(),
    }
}

/// The outcome of a decision, in words.
pub fn outcome(outcome: Outcome, lang: Lang) -> String {
    match outcome {
        Outcome::Approved => lang.outcome_approved(),
        Outcome::Conditional => lang.outcome_conditional(),
        Outcome::Rejected => lang.outcome_rejected(),
    }
}

/// A rule that is not met, in words.
pub fn failed_rule(rule: Failed, lang: Lang) -> String {
    match rule {
        Failed::Rating(limit) => lang.gate_rating(level(limit, lang)),
        Failed::Coverage(least) => lang.gate_coverage(least),
        Failed::RedFlags(count) => lang.gate_red_flags(count),
        Failed::ExpiredEvidence(count) => lang.gate_expired(count),
        Failed::Decision => lang.gate_decision(),
    }
}
