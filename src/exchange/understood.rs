//! Answers that came in, as far as they are understood: what the readers took, and what stands in the way of the rest.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::arrived::Arrived;
use super::workbook::read::NAMELESS;
use crate::answers::form_file::FilledIn;
use crate::answers::read::tree_or_mended;
use crate::answers::whole::{Unread, WholeFile};
use crate::answers::{Answers, FilledForm, Reference};
use crate::case::load::flawed_case;
use crate::case::{Case, Input, Request, Returned, Shelf, World, file_name};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::value::unquoted;
use crate::source::{Arena, Date, Diagnostic, Diagnostics, Source, Span};
use crate::words::Lang;
use crate::words::clean::{Clean, one_line};
use crate::words::problem::answers::OTHER_QUESTIONNAIRE;
use crate::words::problem::{Severity, cells, forms};

/// More letters of what was not understood are not kept: nobody writes so much into a cell by mistake.
const MOST_KEPT: usize = 4000;

/// Answers that came in.
#[derive(Debug)]
pub struct Understood {
    /// What is answered, and what belongs to it.
    pub case: Case,
    /// The file as it came, or as it is told from its cells.
    pub source: Arc<Source>,
    /// What is said.
    pub filled_in: FilledIn,
    /// What was not understood: the question at which it stood, what it is, and where.
    pub unread: Vec<Misunderstood>,
    /// Where the answer to each question stands.
    pub places: BTreeMap<QuestionId, ArrivedAt>,
    /// Where parts of the head stand, by their keys.
    pub heads: BTreeMap<&'static str, ArrivedAt>,
    /// What is wrong with the file, and how it differs from the form that was sent.
    pub notes: Diagnostics,
}

/// Something that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misunderstood {
    /// The question at which it stood; `None` if it stood at none.
    pub question: Option<QuestionId>,
    /// What stood there.
    pub written: Clean,
    /// Where.
    pub at: ArrivedAt,
}

/// A place in a file that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArrivedAt {
    source: Arc<Source>,
    start: u32,
}

impl ArrivedAt {
    /// A place in a file.
    pub fn new(source: &Arc<Source>, start: u32) -> ArrivedAt {
        ArrivedAt { source: Arc::clone(source), start }
    }

    /// The place as people read it.
    pub fn said(&self, lang: Lang) -> Clean {
        let file = one_line(&file_name(&self.source.name));
        match self.source.came_from(self.start) {
            Some(place) => lang.in_sheet(file, place.said(lang)),
            None => lang.in_line(file, self.source.position(self.start).line),
        }
    }
}

impl Understood {
    /// Reads what came in under a name, as answers that will lie where the request says. A name that is given stands
    /// for the vendor's.
    ///
    /// # Errors
    /// What stands against reading any of it.
    pub fn read(
        (arrived, name): (&Arrived, &Path),
        vendor: Option<&str>,
        request: &Request,
        world: &dyn World,
    ) -> Result<Understood, Diagnostics> {
        let shelf = Shelf::default();
        let HeardAnswers { request, returned, source, notes: own, is_nameless } =
            HeardAnswers::of((arrived, name), vendor, request, world, &shelf)?;
        let mut notes = flawed_case(&request, world, &shelf).notes;
        notes.append(own);
        let workable = returned.workable(&notes).map(|workable| lying_at(&request, &workable.source));
        let case = workable.and_then(|request| flawed_case(&request, world, &shelf).value);
        let Some(case) = case else { return Err(notes) };
        let mut filled_in = FilledIn::of_answers(&case.answers, &case.questionnaire);
        if is_nameless {
            filled_in.vendor = None;
        }
        let unread = misunderstood(&returned, &notes);
        let at = |question| Some((question, ArrivedAt::new(&source, returned.start_of(question)?)));
        let places = case.questionnaire.questions.ids().filter_map(at).collect();
        let heads = heads(&source);
        notes.retain(|note| note.source == source && concerns_the_form(note));
        Ok(Understood { case, source, filled_in, unread, places, heads, notes })
    }

    /// What was answered.
    pub fn questionnaire(&self) -> &Questionnaire {
        &self.case.questionnaire
    }

    /// The answers without what was not understood.
    pub fn answers(&self) -> &Answers {
        &self.case.answers
    }

    /// The answers file that says all that was understood. What was not stands in it as comments in a language.
    pub fn written(&self, lang: Lang) -> String {
        let unread = self.unread.iter().map(|found| found.as_comment(lang)).collect::<Vec<_>>();
        let Answers { questionnaire: reference, filled, answered, .. } = self.answers();
        let filled: Option<&FilledForm> = filled.as_ref();
        let answered: Option<Date> = *answered;
        let (questionnaire, filled_in) = (self.questionnaire(), &self.filled_in);
        // read by another version than it names, it answers that one
        let by_id = Reference::Named { id: questionnaire.id.to_string(), version: questionnaire.version.to_string() };
        let reference = if matches!(reference, Reference::Named { .. }) { &by_id } else { reference };
        WholeFile { reference, questionnaire, filled, answered, filled_in, unread: &unread }.text()
    }
}

/// Answers that came in, in the words that the readers get.
#[derive(Debug)]
pub struct HeardAnswers {
    /// What is to be read, and by what.
    pub request: Request,
    /// The same, as far as it can be read.
    pub returned: Returned,
    /// The file as it came, or as it is told from its cells.
    pub source: Arc<Source>,
    /// What is wrong with its cells.
    pub notes: Diagnostics,
    /// Whether it does not say who answers.
    pub is_nameless: bool,
}

impl HeardAnswers {
    /// Tells what came in under a name, as [`Understood::read`] reads it: the questionnaire that it names says what the
    /// words of its drop-downs mean.
    ///
    /// # Errors
    /// What stands against reading any of it.
    pub fn of(
        (arrived, name): (&Arrived, &Path),
        vendor: Option<&str>,
        request: &Request,
        world: &dyn World,
        shelf: &Shelf,
    ) -> Result<HeardAnswers, Diagnostics> {
        let name = name.to_string_lossy();
        let refused = |request: &Request| flawed_case(request, world, shelf).notes;
        let Some(first) = arrived.transcript(&name, None, vendor) else { return Err(Diagnostics::default()) };
        let request = lying_at(request, &first.source);
        let Some(returned) = Returned::read(&request, world, shelf) else { return Err(refused(&request)) };
        let is_nameless = first.is_nameless && vendor.is_none();
        let vendor = vendor.or(is_nameless.then_some(NAMELESS));
        let told = arrived.transcript(&name, Some(&returned.questionnaire), vendor).unwrap_or(first);
        let request = lying_at(&request, &told.source);
        let Some(mut returned) = Returned::read(&request, world, shelf) else { return Err(refused(&request)) };
        if is_nameless {
            returned.vendor = None;
        }
        Ok(HeardAnswers { request, returned, source: told.source, notes: told.notes, is_nameless })
    }
}

/// A request for answers of this text that will lie where those lie that were requested.
fn lying_at(request: &Request, source: &Arc<Source>) -> Request {
    let path = request.answers.path().unwrap_or(Path::new("")).to_path_buf();
    Request { answers: Input::Opened(path, Ok(Arc::clone(source))), ..request.clone() }
}

impl Misunderstood {
    fn as_comment(&self, lang: Lang) -> Unread {
        Unread { question: self.question, said: lang.not_understood(self.at.said(lang), &self.written) }
    }
}

/// Where the parts of the head stand.
fn heads(source: &Arc<Source>) -> BTreeMap<&'static str, ArrivedAt> {
    let arena = Arena::default();
    let root = tree_or_mended(source, &arena, &mut Diagnostics::default());
    let vendor = |key| root.as_ref()?.get("vendor")?.get(key);
    let top = |key| root.as_ref()?.get(key);
    let found = [
        ("vendor.country", vendor("country")),
        ("vendor.registration", vendor("registration")),
        ("service", top("service")),
        ("answered", top("answered")),
        ("chain", top("chain")),
        ("evidence", top("evidence")),
    ];
    found.into_iter().filter_map(|(key, node)| Some((key, ArrivedAt::new(source, node?.span.start)))).collect()
}

/// What was not understood, each part once.
fn misunderstood(returned: &Returned, notes: &Diagnostics) -> Vec<Misunderstood> {
    let mut found: Vec<Misunderstood> = Vec::new();
    for note in returned.to_mend(notes) {
        let span = note.span.unwrap_or_default();
        let key = note.span.and_then(|span| returned.key_at(span));
        let written = key.filter(|key| is_key(&returned.source, span, &key.written));
        let lines = written.and_then(|key| returned.lines_of(&key.written));
        let written = lines.or(returned.source.text.get(span.range())).unwrap_or_default();
        let (question, at) = (key.and_then(|key| key.question), ArrivedAt::new(&returned.source, span.start));
        let next = Misunderstood { question, written: one_line(unquoted(written.trim())).cut(MOST_KEPT), at };
        let is_kept = note.problem.code.id != OTHER_QUESTIONNAIRE;
        if is_kept && !next.written.is_empty() && !found.contains(&next) {
            found.push(next);
        }
    }
    found
}

/// Whether a place is the key of an entry, with which all of it is left out.
fn is_key(source: &Source, span: Span, written: &str) -> bool {
    let stands = source.text.get(span.range()).unwrap_or_default();
    stands.trim_matches(['"', '\'']) == written
}

/// Whether a note is about what came back and how; what the answers lack or leave in doubt is for later.
fn concerns_the_form(note: &Diagnostic) -> bool {
    let code = note.problem.code;
    let is_of = |table: &[&crate::words::problem::Code]| table.iter().any(|known| known.id == code.id);
    code.severity == Severity::Error || is_of(forms::CODES) || is_of(cells::CODES)
}
