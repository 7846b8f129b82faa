//! What a report says that it rests on: the version of the program, the command, and the fingerprints of the files.

use super::{KeptReport, ReportKind};
use crate::exchange::tree::Tree;
use crate::source::Date;
use crate::words::{Clean, Lang};

/// What a report says that it rests on. Nothing of it is believed: what is made from it is held against the report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldBasis {
    /// The version of the program that made it.
    pub version: Option<String>,
    /// The command that made it.
    pub command: Option<String>,
    /// The files of each vendor, in the order in which the command names their answers.
    pub vendors: Vec<ToldFiles>,
    /// Whether it is an overview of many: the files of all its vendors stand for one, by a fingerprint of each list.
    pub is_of_many: bool,
    /// The files that those were held against.
    pub before: Option<ToldFiles>,
    /// The day that counted for the gate, where a program can read it.
    pub gate_day: Option<Date>,
}

/// Fingerprints of files, or how they begin, in hexadecimal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldFiles {
    /// The questionnaire.
    pub questionnaire: Option<String>,
    /// The answers.
    pub answers: Option<String>,
    /// Our review, if there was one.
    pub review: Option<String>,
    /// Our rules, unless the default ones were used.
    pub policy: Option<String>,
}

/// The fewest digits that stand for a file.
const FEWEST: usize = 12;

/// The digits of a whole fingerprint.
const WHOLE: usize = 64;

impl KeptReport {
    /// What it says that it rests on; `None` if it does not say by what command it was made.
    pub fn basis(&self) -> Option<ToldBasis> {
        let told = match &self.kind {
            ReportKind::Json(tree) if tree.get("assessment-results").is_some() => of_oscal(tree),
            ReportKind::Json(tree) if is_overview(tree) => of_overview(tree),
            ReportKind::Json(tree) => of_json(tree),
            ReportKind::Plain | ReportKind::Page | ReportKind::Word(_) => {
                ToldBasis { is_of_many: self.is_of_many(), ..self.of_lines() }
            }
        };
        told.command.is_some().then_some(told)
    }

    /// The version of the program that made it, if it says so.
    pub fn version(&self) -> Option<String> {
        match &self.kind {
            ReportKind::Json(tree) if tree.get("assessment-results").is_some() => of_oscal(tree).version,
            ReportKind::Json(tree) => of_json(tree).version,
            ReportKind::Plain | ReportKind::Page | ReportKind::Word(_) => self.of_lines().version,
        }
    }
}

fn owned(words: Option<&str>) -> Option<String> {
    words.map(str::to_owned)
}

fn of_json(tree: &Tree) -> ToldBasis {
    let sha256 = |of: Option<&Tree>| owned(of.and_then(|of| of.say("sha256")));
    let basis = tree.get("basis");
    let of = |key: &str| sha256(basis.and_then(|basis| basis.get(key)));
    let one = ToldFiles {
        questionnaire: of("questionnaire"),
        answers: of("answers"),
        review: of("review"),
        policy: of("policy"),
    };
    let compared = tree.get("vendors").map(Tree::items).unwrap_or_default().iter().map(|vendor| ToldFiles {
        questionnaire: sha256(vendor.get("questionnaire")),
        answers: owned(vendor.say("answers_sha256")),
        review: owned(vendor.say("review_sha256")),
        policy: owned(vendor.say("policy_sha256")),
    });
    let compared: Vec<ToldFiles> = compared.collect();
    ToldBasis {
        version: owned(tree.get("tool").and_then(|tool| tool.say("version"))),
        command: owned(basis.and_then(|basis| basis.say("command"))),
        vendors: if compared.is_empty() { vec![one] } else { compared },
        gate_day: tree.get("gate").and_then(|gate| gate.say("as_of")).and_then(Date::parse),
        ..ToldBasis::default()
    }
}

/// Whether it is an overview of many vendors.
pub(super) fn is_overview(tree: &Tree) -> bool {
    tree.say("format").is_some_and(|format| format.starts_with("duly/overview@"))
}

fn of_overview(tree: &Tree) -> ToldBasis {
    let basis = tree.get("basis");
    let sha256 = |of: Option<&Tree>| owned(of.and_then(|of| of.say("sha256")));
    let of_year = |key: &str| {
        let files = basis.and_then(|basis| basis.get(key)).filter(|files| files.get("answers").is_some())?;
        let first = |key: &str| sha256(files.get(key).and_then(|all| all.items().first()));
        Some(ToldFiles {
            questionnaire: first("questionnaires"),
            answers: sha256(files.get("answers")),
            review: sha256(files.get("reviews")),
            policy: first("policies"),
        })
    };
    ToldBasis {
        version: owned(tree.get("tool").and_then(|tool| tool.say("version"))),
        command: owned(basis.and_then(|basis| basis.say("command"))),
        vendors: of_year("now").into_iter().collect(),
        is_of_many: true,
        before: of_year("before"),
        gate_day: None,
    }
}

fn of_oscal(tree: &Tree) -> ToldBasis {
    let results = tree.get("assessment-results");
    let props = |of: Option<&Tree>| of.and_then(|of| of.get("props")).map(Tree::items).unwrap_or_default().to_vec();
    let value = |props: &[Tree], name: &str| {
        owned(props.iter().find(|prop| prop.say("name") == Some(name)).and_then(|prop| prop.say("value")))
    };
    let head = props(results.and_then(|results| results.get("metadata")));
    let matter = results.and_then(|results| results.get("back-matter")).and_then(|matter| matter.get("resources"));
    let mut files = ToldFiles::default();
    for resource in matter.map(Tree::items).unwrap_or_default() {
        let about = props(Some(resource));
        let sha256 = value(&about, "sha256");
        match value(&about, "type").as_deref() {
            Some("questionnaire") => files.questionnaire = files.questionnaire.take().or_else(|| linked(resource)),
            Some("raw-data") => files.answers = files.answers.take().or(sha256),
            Some("interview-notes") => files.review = files.review.take().or(sha256),
            Some("policy") => files.policy = files.policy.take().or(sha256),
            _ => {}
        }
    }
    let made_with = value(&head, "made-with");
    ToldBasis {
        version: made_with.as_deref().and_then(|tool| tool.split(' ').nth(1)).map(str::to_owned),
        command: value(&head, "made-by"),
        vendors: vec![files],
        ..ToldBasis::default()
    }
}

/// The hash of what a resource of OSCAL links to.
fn linked(resource: &Tree) -> Option<String> {
    let link = resource.get("rlinks")?.items().first()?;
    owned(link.get("hashes")?.items().first()?.say("value"))
}

impl KeptReport {
    fn of_lines(&self) -> ToldBasis {
        // a line of text may go on in the next, and what stands in a list or between two lines is a piece of its own
        let as_piece = |line: &String| match line.trim().strip_prefix("- ") {
            Some(item) => format!("· {item}"),
            None => line.trim().to_owned(),
        };
        let whole: Vec<String> = self.lines.iter().map(as_piece).collect();
        let whole = whole.join(if matches!(self.kind, ReportKind::Plain) { " " } else { " · " });
        of_words(&self.lines, &whole)
    }
}

fn of_words(lines: &[String], whole: &str) -> ToldBasis {
    let lines: Vec<String> = lines.iter().map(|line| unmarked(line)).collect();
    let mut told = Lang::ALL.into_iter().find_map(|lang| in_facts(&lines, lang)).unwrap_or_default();
    if told.command.is_none() {
        told = Lang::ALL.into_iter().find_map(|lang| in_foot(whole, lang)).unwrap_or_default();
    }
    told.version = Lang::ALL.into_iter().find_map(|lang| version(&lines.join(" "), lang));
    told
}

/// A line without the signs by which Markdown sets a list and a name.
fn unmarked(line: &str) -> String {
    let line = line.trim();
    let line = line.strip_prefix("- ").unwrap_or(line);
    match line.strip_prefix("**").and_then(|line| line.split_once(":** ")) {
        Some((name, text)) => format!("{name}: {text}"),
        None => line.to_owned(),
    }
}

/// A command without the signs between which Markdown sets it: as many as none that it holds in a row, perhaps with a
/// blank.
fn unfenced(command: &str) -> String {
    let command = command.trim();
    let fence: String = command.chars().take_while(|sign| *sign == '`').collect();
    let inner = command.strip_prefix(&fence).and_then(|inner| inner.strip_suffix(&fence)).unwrap_or(command);
    let padded = inner.strip_prefix(' ').and_then(|inner| inner.strip_suffix(' '));
    padded.filter(|_| !fence.is_empty()).unwrap_or(inner).to_owned()
}

fn is_hash(word: &str, digits: usize) -> bool {
    word.len() == digits && word.chars().all(|sign| matches!(sign, '0'..='9' | 'a'..='f'))
}

/// What the last facts of a report say, each in a line: its name, and what ends in a fingerprint.
fn in_facts(lines: &[String], lang: Lang) -> Option<ToldBasis> {
    let last = |name: &Clean| {
        let start = format!("{name}: ");
        lines.iter().rev().find_map(|line| line.strip_prefix(&start))
    };
    let sha256 = |name: Clean| {
        let word = last(&name)?.split(' ').next_back()?.trim_matches('`');
        is_hash(word, WHOLE).then(|| word.to_owned())
    };
    let files = ToldFiles {
        questionnaire: sha256(lang.questionnaire()),
        answers: sha256(lang.answers_file()),
        review: sha256(lang.review_file()),
        policy: sha256(lang.rules()),
    };
    files.answers.as_ref()?;
    let before = ToldFiles {
        answers: sha256(lang.overview_answers_before()),
        review: sha256(lang.overview_reviews_before()),
        ..ToldFiles::default()
    };
    let before = before.answers.is_some().then_some(before);
    let command = last(&lang.made_by()).map(unfenced);
    Some(ToldBasis { command, vendors: vec![files], before, ..ToldBasis::default() })
}

/// What the foot of a page or of a comparison says: what is the same for all, and then the files of each vendor.
fn in_foot(whole: &str, lang: Lang) -> Option<ToldBasis> {
    let head = lang.basis_in_short("|");
    let (before, behind) = head.split_once('|')?; // what stands around the number of digits
    let (_, foot) = whole.rsplit_once(before)?;
    let (_, foot) = foot.split_once(behind)?;
    let (files, command) = foot.rsplit_once(&format!("{}: ", lang.made_by()))?;
    let (mut shared, mut vendors, mut before) = (ToldFiles::default(), Vec::new(), ToldFiles::default());
    for piece in files.replace('`', "").split(" · ") {
        let Some((words, sha256)) = piece.trim_matches([':', ' ']).rsplit_once(' ') else { continue };
        if !(FEWEST..=WHOLE).contains(&sha256.len()) || !is_hash(sha256, sha256.len()) {
            continue;
        }
        let hash = Some(sha256.to_owned());
        if is_answers(words, lang) {
            vendors.push(ToldFiles { answers: hash, ..ToldFiles::default() });
            continue;
        }
        let files = vendors.last_mut().unwrap_or(&mut shared);
        if let Some(list) = list_of_many(words, lang) {
            match list {
                ListOfMany::Answers => shared.answers = hash,
                ListOfMany::Reviews => shared.review = hash,
                ListOfMany::AnswersBefore => before.answers = hash,
                ListOfMany::ReviewsBefore => before.review = hash,
            }
        } else if words == lang.basis_review("").trim_end() {
            files.review = hash;
        } else if words.starts_with(lang.basis_policy("", "").trim_end()) {
            files.policy = hash;
        } else if words.rsplit(' ').next().is_some_and(|word| word.contains('@')) {
            files.questionnaire = hash;
        }
    }
    let with_shared = |files: ToldFiles| ToldFiles {
        questionnaire: files.questionnaire.or_else(|| shared.questionnaire.clone()),
        policy: files.policy.or_else(|| shared.policy.clone()),
        ..files
    };
    let command = Some(unfenced(command));
    if shared.answers.is_some() {
        let before = before.answers.is_some().then_some(before);
        return Some(ToldBasis { command, vendors: vec![shared], before, ..ToldBasis::default() });
    }
    let vendors = vendors.into_iter().map(with_shared).collect();
    Some(ToldBasis { command, vendors, ..ToldBasis::default() })
}

/// A list of files in the foot of an overview.
enum ListOfMany {
    Answers,
    Reviews,
    AnswersBefore,
    ReviewsBefore,
}

fn list_of_many(words: &str, lang: Lang) -> Option<ListOfMany> {
    let begins = |phrase: &Clean| words.starts_with(super::around(phrase).0);
    match () {
        () if begins(&lang.overview_answers_in_short("|", "")) => Some(ListOfMany::Answers),
        () if begins(&lang.overview_reviews_in_short("|", "")) => Some(ListOfMany::Reviews),
        () if begins(&lang.overview_answers_before_in_short("|", "")) => Some(ListOfMany::AnswersBefore),
        () if begins(&lang.overview_reviews_before_in_short("|", "")) => Some(ListOfMany::ReviewsBefore),
        () => None,
    }
}

/// Whether words name answers, with their day: behind whatever the vendor is called.
fn is_answers(words: &str, lang: Lang) -> bool {
    let ends = |words: &str, name: &str| {
        words.strip_suffix(name.trim_end()).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    let dated = lang.basis_answers("", "");
    let is_dated = words.rsplit_once(' ').is_some_and(|(name, day)| Date::parse(day).is_some() && ends(name, &dated));
    is_dated || ends(words, &lang.basis_answers_undated(""))
}

/// The version in `Made with: duly 0.1.0`, as a fact or in a sentence.
fn version(whole: &str, lang: Lang) -> Option<String> {
    let made_with = lang.made_with();
    let behind = |name: &str| whole.rsplit_once(name).map(|(_, behind)| behind);
    let behind = [format!("{made_with}: duly "), format!("{made_with} duly ")].iter().find_map(|name| behind(name))?;
    let word = behind.split(' ').next()?.trim_end_matches('.');
    (!word.is_empty()).then(|| word.to_owned())
}
