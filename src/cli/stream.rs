//! `duly stream`: a line of JSON in for every vendor, a line out, in order, for engines that hand records from machine
//! to machine. Our policy and our questionnaires are read once, at the start; a record brings everything else itself.

use std::collections::BTreeSet;
use std::io::{self, BufWriter, Write};
use std::mem;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, anyhow, bail};
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::args::{InputArgs, ShowArgs, StreamArgs};
use super::batch::STACK;
use super::caught::caught;
use super::console::{Console, Machine};
use super::exit::{self, Exit};
use super::judgement::JudgedCase;
use super::lines::{StreamLine, StreamLines};
use super::load::{self, Opened};
use super::setting::Setting;
use super::words::CommandLine;
use super::{made_by, problems};
use crate::assessment::advice;
use crate::case::load::{ours, possible};
use crate::case::text::{read, unreadable};
use crate::case::{Input, Memory, Request, Shelf, WhichReview, World};
use crate::exchange::record::{LONGEST, NoRecord, StreamRecord};
use crate::policy::read::LARGEST;
use crate::questionnaire::{Questionnaire, built_in};
use crate::report::json::stream::{self, JudgedRecord};
use crate::report::judgement::gate_outcome;
use crate::report::story::Story;
use crate::source::{Diagnostics, Source};
use crate::words::clean::{Trusted, one_line};
use crate::words::problem::questionnaire::no_such_language;
use crate::words::problem::{Problem, records as problem};
use crate::words::{Broken, Clean, Lang};

/// So many records wait for each that is judged: enough that nobody waits for the last of many, and no more, so that
/// memory does not grow with the number of records.
const WAITING: usize = 16;

/// Whole assessments are long: fewer of them at once.
const WAITING_IN_FULL: usize = 4;

/// Where it was said which language is wanted.
const LANG: &str = "--lang";

/// Runs the command.
pub fn run(args: &StreamArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let streaming = match Streaming::begin(args, &console.machine) {
        Ok(streaming) => streaming,
        Err((notes, setting)) => {
            console.talk(&problems::text(&notes, setting.lang(), &setting));
            return Ok(Exit::Unusable);
        }
    };
    let lang = streaming.setting.lang();
    let jobs = args.jobs.or_else(|| thread::available_parallelism().ok().map(usize::from)).unwrap_or(1);
    let pool = ThreadPoolBuilder::new().num_threads(jobs).stack_size(STACK).build();
    let pool = pool.with_context(|| lang.no_threads(jobs))?;
    let most = jobs * if args.full { WAITING_IN_FULL } else { WAITING };
    let mut counts = [0; 2];
    let lines = StreamLines::read(mem::replace(&mut console.input, Box::new(io::empty())), LONGEST, most);
    let lines = lines.with_context(|| lang.no_threads(jobs))?;
    loop {
        let taken = lines.take().map_err(|error| anyhow!(unreadable("-", &error).message(lang).clone()))?;
        if taken.is_empty() {
            if !args.show.quiet {
                console.say(lang.records_judged(counts));
            }
            return Ok(Exit::Done);
        }
        let of = |line: &StreamLine| streaming.outcome(line);
        let outcomes: Result<Vec<RecordOutcome>, Broken> = pool.install(|| taken.par_iter().map(of).collect());
        let outcomes = outcomes.map_err(exit::broken(lang))?;
        outcomes.iter().for_each(|outcome| counts[usize::from(!outcome.is_judged)] += 1);
        match written(&outcomes, &mut console.output) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Exit::Done), // nobody reads on
            Err(error) => bail!(anyhow!(error).context(lang.cannot_write_output())),
            Ok(()) => {}
        }
    }
}

/// Writes lines, and sees to it that they have left: somebody may wait for them before the next record comes.
fn written(outcomes: &[RecordOutcome], output: &mut dyn Write) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 16, output);
    outcomes.iter().try_for_each(|outcome| output.write_all(outcome.line.as_bytes()))?;
    output.flush()
}

/// What came of a record.
struct RecordOutcome {
    /// The line that comes out.
    line: String,
    is_judged: bool,
}

/// What all records share.
struct Streaming<'s> {
    args: &'s StreamArgs,
    inputs: InputArgs,
    machine: &'s Machine,
    setting: Setting,
    /// What is ours: the policy, the questionnaire, the day.
    ours: Request,
    /// Our questionnaires, read.
    shelf: Shelf,
    /// Nothing lies anywhere: no path in a record leads to a file.
    world: Memory,
}

impl<'s> Streaming<'s> {
    /// Reads what is ours.
    ///
    /// # Errors
    /// Something is wrong with it.
    fn begin(args: &'s StreamArgs, machine: &'s Machine) -> Result<Self, (Diagnostics, Setting)> {
        let (disk, shelf, inputs) = (machine.disk(), Shelf::default(), args.by.inputs());
        let policy = inputs.policy.clone().or_else(|| (machine.environment)("DULY_POLICY").map(Into::into));
        let policy = policy.map(|path| Input::Opened(path.clone(), read(&disk, &path, LARGEST)));
        let questionnaire = inputs.questionnaire.as_deref().map(|named| beyond_doubt(named, &disk));
        let mut read = ours(policy.as_ref(), questionnaire.as_deref(), &disk, &shelf);
        if let Some(policy) = read.value.as_ref().filter(|_| !read.notes.has_errors()) {
            let possible = possible(policy, questionnaire.as_deref(), &disk, &shelf);
            let told = written_in(&possible, &args.show);
            told.unwrap_or_else(|problem| read.notes.note_file(&Source::new(LANG, ""), problem));
        }
        let setting = Setting::new(&args.show, read.language, machine);
        if read.notes.has_errors() {
            return Err((read.notes, setting));
        }
        let ours = Request { questionnaire, policy, as_of: inputs.as_of, ..Request::new("-") };
        let (shelf, world) = (shelf.for_another_world(), Memory::new(machine.today));
        Ok(Streaming { args, inputs, machine, setting, ours, shelf, world })
    }

    /// The line that comes of a line.
    fn outcome(&self, line: &StreamLine) -> Result<RecordOutcome, Broken> {
        self.told(line.number, || read_record(line), |record| self.judged(record, line.number))
    }

    /// The same. A mistake of the program at one record is told as its outcome, by its id if that was read before, and
    /// stops no other.
    fn told(
        &self,
        number: usize,
        read: impl FnOnce() -> Result<StreamRecord, NoRecord>,
        judge: impl FnOnce(StreamRecord) -> Result<RecordOutcome, Broken>,
    ) -> Result<RecordOutcome, Broken> {
        let mut id = None;
        let judged = caught(|| match read() {
            Ok(record) => {
                id = Some(record.id.clone());
                judge(record)
            }
            Err(no_record) => {
                id.clone_from(&no_record.id);
                self.unjudged(&no_record, number)
            }
        });
        judged.and_then(|line| line).or_else(|broken| {
            let told = problem::record_broken(broken.what());
            self.unjudged(&NoRecord::of(id, told), number)
        })
    }

    fn unjudged(&self, record: &NoRecord, number: usize) -> Result<RecordOutcome, Broken> {
        self.not_judged((record.id.as_deref(), number), &record.notes, self.setting.lang())
    }

    fn not_judged(
        &self,
        record: (Option<&str>, usize),
        notes: &Diagnostics,
        lang: Lang,
    ) -> Result<RecordOutcome, Broken> {
        let line = stream::unjudged(record, notes, &CommandLine::default(), lang)?;
        Ok(RecordOutcome { line, is_judged: false })
    }

    fn judged(&self, record: StreamRecord, number: usize) -> Result<RecordOutcome, Broken> {
        let id = record.id.clone();
        let request = record.request(&self.ours);
        let no_review = matches!(request.review, WhichReview::Without);
        let opened = load::load_in(&self.world, request, &self.args.show, (self.machine, &self.shelf));
        let Opened { case: Some(case), mut notes, setting, .. } = opened else {
            return self.not_judged((Some(&id), number), &opened.notes, opened.setting.lang());
        };
        let mut judgement = JudgedCase::new(&case, setting)?;
        judgement.gate = gate_outcome(&case, &judgement.assessment, &case.policy.gate)?;
        advice::advise(&judgement.assessment, &mut notes); // also where it is told in figures: by code
        let (story, origins) = (Story::new(&judgement.assessment, judgement.lang), case.origins());
        let told = JudgedRecord { id: &id, story: &story, gate: &judgement.gate, origins: &origins, notes: &notes };
        let line = if self.args.full {
            let inputs = InputArgs { no_review, ..self.inputs.clone() };
            let made_by = made_by::streamed(Path::new(&case.answers.source.name), &judgement, &inputs);
            stream::full(told, &made_by, &CommandLine::default())?
        } else {
            stream::summary(told)?
        };
        Ok(RecordOutcome { line, is_judged: true })
    }
}

/// Whether any questionnaire by which a record may be judged is written in the language that was asked for.
///
/// # Errors
/// None is, and `duly` does not speak it either: no record could be judged.
fn written_in(possible: &[Arc<Questionnaire>], show: &ShowArgs) -> Result<(), Problem> {
    let Some(code) = show.other_language() else { return Ok(()) };
    if possible.iter().any(|questionnaire| questionnaire.is_written_in(code)) {
        return Ok(());
    }
    let known: BTreeSet<&String> = possible.iter().flat_map(|questionnaire| &questionnaire.languages).collect();
    let known = Clean::joined(known.into_iter().map(|code| one_line(code)), ", ");
    Err(no_such_language(one_line(code), known))
}

/// The record that a line holds.
fn read_record(line: &StreamLine) -> Result<StreamRecord, NoRecord> {
    match &line.text {
        Some(text) => StreamRecord::read(text, line.number),
        None => Err(NoRecord::whole(problem::record_too_long((LONGEST >> 20).and(" MiB")))),
    }
}

/// A questionnaire as it is named: a file by a path that is one beyond doubt, since no record looks what is there.
fn beyond_doubt(named: &str, world: &dyn World) -> String {
    let is_doubtful = !built_in::is_named(named) && !named.contains(['/', '\\', '.']);
    let is_file = is_doubtful && world.kind(Path::new(named)).is_some();
    if is_file { format!("./{named}") } else { named.to_owned() }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::*;
    use crate::cli::args::{Command, parse};

    type Judge = fn(StreamRecord) -> Result<RecordOutcome, Broken>;

    #[test]
    fn a_mistake_of_the_program_at_one_record_is_its_outcome() {
        let mut console = Console::real();
        let typed = ["duly", "stream", "--lang", "en"].map(OsString::from);
        let Command::Stream(args) = parse(&typed, Lang::En, &mut console).unwrap().command else { panic!("a stream") };
        let streaming = Streaming::begin(&args, &console.machine).unwrap();
        let told = |read: fn() -> Result<StreamRecord, NoRecord>, judge: Judge| {
            let told = streaming.told(7, read, judge).unwrap();
            assert!(!told.is_judged);
            let told: serde_json::Value = serde_json::from_str(&told.line).unwrap();
            let [problem] = &told["problems"].as_array().unwrap()[..] else { panic!("one problem: {told}") };
            assert_eq!((told["judged"].as_bool(), problem["code"].as_str()), (Some(false), Some("record-broken")));
            let known_by = (told["id"].as_str().map(str::to_owned), told["line"].as_u64());
            (known_by, problem["message"].as_str().unwrap().to_owned())
        };
        let sound = || StreamRecord::read(b"{\"id\": \"a\", \"answers\": \"\"}", 7);
        let (known_by, said) = told(sound, |_| panic!("two and two made six"));
        assert_eq!(known_by, (Some("a".to_owned()), None));
        assert!(said.starts_with("a mistake of the program: two and two made six ("), "{said}");
        let (known_by, said) = told(sound, |_| Err(Broken::new("two and two made five")));
        assert_eq!(known_by, (Some("a".to_owned()), None));
        assert_eq!(said, "a mistake of the program: two and two made five");
        let (known_by, said) = told(|| panic!("two and two made seven"), |_| Err(Broken::new("never")));
        assert_eq!(known_by, (None, Some(7)), "in reading, before there was an id");
        assert!(said.starts_with("a mistake of the program: two and two made seven ("), "{said}");
    }
}
