//! A world as the files that people write.

use std::fmt::{self, Display};

use duly::internal::questionnaire::Level;
use duly::internal::questionnaire::level::Importance;
use duly::internal::questionnaire::model::NotApplicable;
use duly::internal::review::NaVerdict;
use duly::internal::source::fields::Word;

use super::world::{
    Answer, Cited, Condition, Document, Form, Given, Observation, Policy, Question, Steps, Weight, World, option,
};

/// The lists of the files are written with commas inside brackets.
fn joined<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    let items: Vec<String> = items.into_iter().map(|item| item.to_string()).collect();
    items.join(", ")
}

fn lines(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect()
}

/// `key: value`, if there is a value.
fn pair<T: Display>(key: &str, value: Option<T>) -> Option<String> {
    value.map(|value| format!("{key}: {value}"))
}

/// The ids of kinds of evidence.
fn kinds(kinds: &[usize]) -> String {
    joined(kinds.iter().map(|kind| format!("k{kind}")))
}

/// A key with entries under it, or nothing.
fn block(key: &str, entries: &str) -> String {
    if entries.is_empty() { String::new() } else { format!("{key}:\n{entries}") }
}

impl World {
    pub fn questionnaire_text(&self) -> String {
        let kinds = self.kinds.iter().enumerate().map(|(at, kind)| {
            let stands_for = (!kind.stands_for.is_empty()).then(|| format!("[{}]", kinds(&kind.stands_for)));
            let keys = [Some(format!("id: k{at}, ask: Kind")), pair("valid_months", kind.months)];
            let keys = keys.into_iter().chain([pair("stands_for", stands_for)]);
            format!("  - {{{}}}\n", joined(keys.flatten()))
        });
        let contradictions = self.contradictions.iter().enumerate();
        let contradictions = contradictions.map(|(at, when)| format!("  - {{id: x{at}, title: Odd, when: {when}}}\n"));
        let factors = self.factors.iter().enumerate().map(|(at, factor)| {
            let options = factor.tiers.iter().enumerate();
            let options = joined(options.map(|(at, tier)| format!("{{id: t{at}, tier: {}}}", tier.word())));
            format!("  - {{id: f{at}, ask: What, options: [{options}]}}\n")
        });
        let flags = self.flags.iter().map(|flag| {
            format!(
                "  - {{id: {0}, title: Flag, severity: {1}, when: {2}}}\n",
                flag.id,
                flag.severity.word(),
                flag.when
            )
        });
        let groups = self
            .groups
            .iter()
            .enumerate()
            .map(|(at, group)| format!("  - {{id: g{at}, title: Group, categories: [{}]}}\n", joined(group)));
        let categories = self.categories.iter().map(|category| {
            let keys = [pair("weight", category.weight), pair("minimum", category.minimum)];
            let keys = lines(keys.into_iter().flatten().map(|key| format!("    {key}\n")));
            let questions = lines(category.questions.iter().map(|question| format!("      - {question}\n")));
            format!("  - id: {}\n    title: Category\n{keys}    questions:\n{questions}", category.id)
        });
        format!(
            "format: duly/questionnaire@1\nid: random\nversion: 1.0.0\ntitle: Random\n{}{}{}{}{}{}",
            block("inherent_risk", &lines(factors)),
            block("red_flags", &lines(flags)),
            block("contradictions", &lines(contradictions)),
            block("evidence", &lines(kinds)),
            block("groups", &lines(groups)),
            block("categories", &lines(categories)),
        )
    }

    pub fn answers_text(&self) -> String {
        let register = self.register.iter().enumerate().map(|(at, document)| format!("  d{at}: {document}\n"));
        let answers =
            self.questions().filter_map(|question| Some(format!("  {}: {}\n", question.id, said(&question.given)?)));
        format!(
            "format: duly/answers@1\nvendor: {{name: Vendor}}\nquestionnaire: random@1.0.0\n{}{}",
            block("evidence", &lines(register)),
            block("answers", &lines(answers)),
        )
    }

    pub fn review_text(&self) -> String {
        let factors = self.factors.iter().enumerate();
        let factors = factors.filter_map(|(at, factor)| Some(format!("  f{at}: t{}\n", factor.stated?)));
        let observations = self.questions().filter_map(|question| {
            Some(format!("  {}: {}\n", question.id, found(&question.observation, &question.given)?))
        });
        let waivers = self
            .waivers
            .iter()
            .map(|waiver| format!("  - {{flag: \"{}\", by: Us, until: {}, because: So}}\n", waiver.flag, waiver.until));
        let sent = self.sent.as_ref();
        let sent = sent.map(|asked| format!("sent: [{{on: 2025-12-01, asked: [{}]}}]\n", asked.join(", ")));
        let received = self.received.iter().map(|(kind, issued)| {
            let keys = [Some("title: Paper".to_owned()), pair("kind", kind.map(|kind| format!("k{kind}")))];
            format!("  - {{{}}}\n", joined(keys.into_iter().chain([pair("issued", Some(issued))]).flatten()))
        });
        let refused =
            self.refused.iter().map(|sha| format!("  - {{title: Menu, sha256: {sha}, because: It is none}}\n"));
        format!(
            "format: duly/review@1\nvendor: Vendor\nreviewer: Us\nreviewed: {}\n{}{}{}{}{}{}",
            self.as_of,
            sent.unwrap_or_default(),
            block("inherent_risk", &lines(factors)),
            block("answers", &lines(observations)),
            block("received", &lines(received)),
            block("refused", &lines(refused)),
            block("waivers", &lines(waivers)),
        )
    }
}

/// Every file, for the report of a failure.
impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let review = if self.is_reviewed() { self.review_text() } else { "none\n".to_owned() };
        writeln!(f, "as of {}\n{}", self.as_of, self.questionnaire_text())?;
        writeln!(f, "{}\n{review}\n{}", self.answers_text(), self.policy)
    }
}

impl Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.id.split_once('.').map_or("", |(_, name)| name);
        write!(f, "{{id: {name}, ask: \"{name}?\", answer: {}, ", self.form)?;
        if self.not_applicable != NotApplicable::Allowed {
            write!(f, "not_applicable: {}, ", self.not_applicable.word())?;
        }
        if !self.asks.is_empty() {
            write!(f, "evidence: [{}], ", kinds(&self.asks))?;
        }
        if let Some(when) = &self.when {
            write!(f, "when: {when}, ")?;
        }
        match self.weight {
            Weight::Importance(at) => write!(f, "importance: {}}}", Importance::ALL[at].0),
            Weight::Direct(weight) => write!(f, "weight: {weight}}}"),
        }
    }
}

impl Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Form::One { scale: Some(scale), .. } => f.write_str(scale),
            Form::One { options, .. } => {
                let options = options.iter().map(|(id, value)| format!("{{id: {id}, value: {value}}}"));
                write!(f, "{{choose_one: [{}]}}", joined(options))
            }
            Form::Many { full_at, options } => {
                let options = options.iter().enumerate().map(|(at, (points, exclusive))| {
                    format!("{{id: {}, points: {points}, exclusive: {exclusive}}}", option(at))
                });
                write!(f, "{{choose_many: {{full_at: {full_at}, options: [{}]}}}}", joined(options))
            }
            Form::Number(steps) => write!(f, "{{number: {{max: 2000, steps: [{steps}]}}}}"),
            Form::Date { since, never, steps } => {
                let counts = if *since { "days-since" } else { "days-left" };
                let keys =
                    [Some(format!("counts: {counts}")), pair("never", *never), Some(format!("steps: [{steps}]"))];
                write!(f, "{{date: {{{}}}}}", joined(keys.into_iter().flatten()))
            }
            Form::Text => f.write_str("text"),
        }
    }
}

impl Display for Steps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = if self.at_most { "at_most" } else { "at_least" };
        let steps = self.steps.iter().map(|(bound, value)| format!("{{{side}: {bound}, value: {value}}}"));
        f.write_str(&joined(steps))
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Condition::All(parts) => write!(f, "{{all: [{}]}}", joined(parts)),
            Condition::Any(parts) => write!(f, "{{any: [{}]}}", joined(parts)),
            Condition::Not(part) => write!(f, "{{not: {part}}}"),
            Condition::Options(question, options) => write!(f, "{{{question}: [{}]}}", joined(options)),
            Condition::Within(question, above, below) => {
                let bounds = [pair("above", *above), pair("below", *below)];
                write!(f, "{{{question}: {{{}}}}}", joined(bounds.into_iter().flatten()))
            }
            Condition::Factor(factor, options) => {
                write!(f, "{{inherent_risk.f{factor}: [{}]}}", joined(options.iter().map(|at| format!("t{at}"))))
            }
        }
    }
}

impl Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Answer::Silent => Ok(()),
            Answer::Unknown => f.write_str("unknown"),
            Answer::NotApplicable => f.write_str("n/a"),
            Answer::Options(options) if options.len() == 1 => f.write_str(&options[0]),
            Answer::Options(options) => write!(f, "[{}]", joined(options)),
            Answer::Number(number) => number.fmt(f),
            Answer::Date(date) => date.fmt(f),
            Answer::Never => f.write_str("never"),
            Answer::Words => f.write_str("We do what we can."),
        }
    }
}

impl Display for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.kind.map(|kind| format!("k{kind}"));
        let keys = [
            pair("kind", kind),
            pair("issued", self.issued),
            pair("valid_until", self.valid_until),
            pair("location", self.location.as_ref()),
        ];
        write!(f, "{{{}}}", joined([Some("title: Paper".to_owned())].into_iter().chain(keys).flatten()))
    }
}

/// The vendor's entry about a question; short where nothing but the answer is said.
fn said(given: &Given) -> Option<String> {
    if !given.comment && given.evidence.is_empty() {
        return (given.answer != Answer::Silent).then(|| given.answer.to_string());
    }
    let evidence = given.evidence.iter().map(|cited| match cited {
        Cited::Register(at) => format!("d{at}"),
        Cited::Inline(document) => document.to_string(),
    });
    let keys = [
        (given.answer != Answer::Silent).then(|| format!("answer: {}", given.answer)),
        given.comment.then(|| "comment: So it is.".to_owned()),
        (!given.evidence.is_empty()).then(|| format!("evidence: [{}]", joined(evidence))),
    ];
    Some(format!("{{{}}}", joined(keys.into_iter().flatten())))
}

/// Our entry about a question. What we verified says which answer it saw: where the world does not say, the one that is
/// given.
fn found(observation: &Observation, given: &Given) -> Option<String> {
    let now = if given.answer == Answer::Silent { &Answer::Unknown } else { &given.answer };
    let saw = observation.saw.as_ref().or((!observation.verified.is_empty()).then_some(now));
    let verdict = observation.not_applicable.map(NaVerdict::word);
    let keys = [
        pair("saw", saw),
        (!observation.verified.is_empty()).then(|| format!("verified: [{}]", joined(&observation.verified))),
        pair("answer", observation.overruled.as_ref()),
        pair("not_applicable", verdict),
    ];
    let keys: Vec<String> = keys.into_iter().flatten().collect();
    (!keys.is_empty()).then(|| format!("{{{}, because: So}}", joined(keys)))
}

impl Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "format = \"duly/policy@1\"\ndefault_inherent_risk = \"{}\"", self.default_inherent_risk.word())?;
        writeln!(f, "category_minimum_severity = \"{}\"", self.category_minimum_severity.word())?;
        writeln!(f, "scope_by_claim = {}", self.scope_by_claim)?;
        writeln!(f, "ruled_out_by = \"{}\"", self.ruled_out_by.word())?;
        writeln!(f, "not_applicable_cap = {}\n[importance]", self.not_applicable_cap)?;
        Importance::ALL
            .iter()
            .zip(self.importance)
            .try_for_each(|((word, _), weight)| writeln!(f, "{word} = {weight}"))?;
        if let Some([claimed, expired, documented, verified]) = self.assurance {
            writeln!(f, "[assurance]\nclaimed = {claimed}\nexpired = {expired}")?;
            writeln!(f, "documented = {documented}\nverified = {verified}")?;
        }
        if let Some([strong, adequate, weak]) = self.bands {
            writeln!(f, "[bands]\nstrong = {strong}\nadequate = {adequate}\nweak = {weak}")?;
        }
        if let Some(table) = &self.residual_risk {
            writeln!(f, "[residual_risk]")?;
            rows(f, table, |level| level.word())?;
        }
        if let Some(table) = &self.red_flags {
            writeln!(f, "[red_flags]")?;
            rows(f, table, |bound| bound.map_or("none", Level::word))?;
        }
        Ok(())
    }
}

fn rows<T: Copy>(f: &mut fmt::Formatter<'_>, table: &[[T; 4]; 4], word: impl Fn(T) -> &'static str) -> fmt::Result {
    Level::ALL.iter().zip(table).try_for_each(|((name, _), row)| {
        writeln!(f, "{name} = [{}]", joined(row.iter().map(|cell| format!("\"{}\"", word(*cell)))))
    })
}
