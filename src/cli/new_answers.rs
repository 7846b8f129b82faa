//! `duly new`: an answers file to fill in or send, and our review to go with it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::bail;

use super::args::NewAnswersArgs;
use super::console::Console;
use super::exit::{self, Exit};
use super::face::Face;
use super::files::{self, May};
use super::recorder::Recorder;
use super::session::Session;
use super::setting::{self, Setting};
use super::stakes::{self, Stakes};
use super::{file_name, load, problems};
use crate::answers::form_file::{FilledIn, FormFile};
use crate::answers::outline::Outline;
use crate::answers::read as read_answers;
use crate::answers::template;
use crate::assessment::assess;
use crate::case::{Loaded, Prospect, text};
use crate::questionnaire::ids::QuestionId;
use crate::recording::Dialogue;
use crate::recording::prompt::DialogueLine;
use crate::recording::route::Route;
use crate::report::story::Story;
use crate::review::blank::{BlankReview, FormSent};
use crate::source::{Date, Diagnostics, Source};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, shell_word, shown, visible};

/// Runs the command.
pub fn run(args: &NewAnswersArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let vendor = vendor(args, Setting::new(&args.show, None, &console.machine).lang())?;
    let file = args.output.clone().unwrap_or_else(|| PathBuf::from(format!("{}.yaml", file_name::of(vendor))));
    let policy = load::policy_input(args.policy.as_deref(), &console.machine, &mut *console.input);
    let place = Some(file.as_path()).filter(|file| !files::is_standard(file));
    let Loaded { mut value, mut notes, language } =
        Prospect::load(place, args.questionnaire.as_deref(), policy.as_ref(), &console.machine.disk());
    let setting = Setting::new(&args.show, language, &console.machine);
    if let Some(prospect) = &mut value
        && let Err(problem) =
            setting::tell_in_readers(&mut prospect.questionnaire, &args.show, language, &console.machine)
    {
        notes.note_file(&Source::new(prospect.questionnaire.reference().to_string(), ""), problem);
        value = None;
    }
    let Some(prospect) = value else {
        problems::report(&notes, "", &setting, setting.lang(), console);
        return Ok(Exit::Unusable);
    };
    let lang = setting.lang_of(&prospect.questionnaire.languages);
    if !notes.is_empty() && !setting.quiet {
        console.talk(&problems::text(&notes, lang, setting.colour_talk));
    }
    let making = Making { args, vendor, file: &file, prospect: &prospect, lang };
    making.check(console)?;
    let review = making.review(console)?;
    let left_out = match making.out_of_scope(review.source(), console) {
        Ok(left_out) => left_out,
        Err(notes) => {
            console.talk(&problems::text(&notes, lang, setting.colour_talk));
            return Ok(Exit::Unusable);
        }
    };
    making.write(&review, &left_out, console)?;
    if !setting.quiet {
        let said = making.said(&review, &left_out, console.machine.today);
        console.talk(&said);
    }
    Ok(Exit::Done)
}

/// The vendor's name, as a report can show it.
fn vendor(args: &NewAnswersArgs, lang: Lang) -> anyhow::Result<&str> {
    let Some(name) = args.vendor.as_deref() else { bail!("{}", lang.name_the_vendor()) };
    checked_name(name, lang)
}

fn checked_name(name: &str, lang: Lang) -> anyhow::Result<&str> {
    let name = name.trim();
    if name.is_empty() {
        bail!("{}", lang.name_is_empty());
    }
    if visible(name) != name {
        bail!("{}", lang.name_has_hidden(visible(name)));
    }
    if name.chars().count() > read_answers::LONGEST_NAME {
        bail!("{}", lang.name_is_too_long(read_answers::LONGEST_NAME));
    }
    Ok(name)
}

/// Our review, which decides what is asked.
enum OurReview {
    /// There is none, and none is written.
    None,
    /// It is written.
    New(Arc<Source>, Begun),
    /// It decides what is asked, and is not written, because standard output takes one file only.
    Unwritten(Arc<Source>),
    /// It was there.
    Old(Arc<Source>),
}

/// What our review begins with.
struct Begun {
    stakes: Stakes,
    reviewer: Option<String>,
    today: Date,
}

impl OurReview {
    fn source(&self) -> Option<&Arc<Source>> {
        match self {
            OurReview::None => None,
            OurReview::New(source, _) | OurReview::Unwritten(source) | OurReview::Old(source) => Some(source),
        }
    }
}

/// A file in the making.
struct Making<'m> {
    args: &'m NewAnswersArgs,
    vendor: &'m str,
    file: &'m Path,
    prospect: &'m Prospect,
    lang: Lang,
}

impl Making<'_> {
    /// Looks at both files before anybody is asked and before either is written.
    fn check(&self, console: &Console) -> anyhow::Result<()> {
        let Some(review) = &self.prospect.review else { return Ok(()) };
        files::may_be_new(self.file, self.args.force, self.lang, console)?;
        if !self.says_something_of_us() {
            return Ok(()); // a review that is there stays as it is
        }
        files::may_be_new(review, self.args.force, self.lang, console)
    }

    /// Whether the command line holds anything for our review.
    fn says_something_of_us(&self) -> bool {
        !self.args.inherent.is_empty() || self.args.reviewer.is_some()
    }

    /// States what is at stake, or finds it stated.
    fn review(&self, console: &mut Console) -> anyhow::Result<OurReview> {
        let Prospect { questionnaire, review: path, .. } = self.prospect;
        let can_ask =
            console.machine.input_is_terminal && console.machine.output_is_terminal && self.args.inherent.is_empty();
        let can_ask = can_ask && path.is_some() && !questionnaire.factors.is_empty();
        let is_new = self.says_something_of_us();
        if let Some(path) = path.as_ref().filter(|path| !is_new && console.machine.folder.join(path).exists()) {
            let old = text::read(&console.machine.disk(), path, read_answers::LARGEST);
            return old
                .map(OurReview::Old)
                .map_err(|problem| anyhow::anyhow!("{}", problem.message(self.lang).to_owned()));
        }
        if !is_new && !can_ask {
            return Ok(OurReview::None);
        }
        let stakes = match &self.args.inherent[..] {
            [] => questionnaire.factors.map(|_, _| None),
            written => stakes::read(written, questionnaire, self.lang)?,
        };
        let reviewer = self.args.reviewer.as_deref();
        let reviewer = reviewer.map(|name| checked_name(name, self.lang)).transpose()?.map(str::to_owned);
        let mut begun = Begun { stakes, reviewer, today: console.machine.today };
        if can_ask {
            begun = self.asked(begun, console)?;
        }
        let name = path.as_deref().unwrap_or(Path::new("-")).to_string_lossy();
        let source = Source::new(&*name, self.begun(&begun, None));
        Ok(if path.is_some() { OurReview::New(source, begun) } else { OurReview::Unwritten(source) })
    }

    /// Has a person say what our review begins with. What is left open is open; who breaks off makes nothing.
    fn asked(&self, begun: Begun, console: &mut Console) -> anyhow::Result<Begun> {
        let lang = self.lang;
        let answers = Source::new(self.file.to_string_lossy(), template::text(&self.form(&[])));
        let review = Source::new("", self.begun(&begun, None));
        let Ok(case) = self.prospect.case(&answers, Some(&review), begun.today) else { return Ok(begun) };
        let setting = Setting::new(&self.args.show, Some(lang), &console.machine);
        let face = Face::new(self.args.plain, lang, setting, console);
        let recorders = [&answers, &review].map(Recorder::unwritten);
        let [answers, review] = recorders;
        let mut session = Session::new(case, answers, review, setting, lang);
        let route = {
            let assessment = assess(session.case.subject()).map_err(exit::broken(lang))?;
            Route::of_beginning(&Story::new(&assessment, lang), begun.reviewer.is_some())
        };
        face.show(&[DialogueLine::plain(lang.stakes_intro())], console)?;
        let is_heard = session.talk_through(Dialogue::new(route, begun.today), &face, console)?;
        if face.comfortable && !is_heard {
            bail!("{}", lang.nothing_made());
        }
        let Some((review, _)) = session.case.review else { return Ok(begun) };
        let is_named = Lang::ALL.iter().all(|lang| lang.reviewer_to_be_named() != review.reviewer.as_str());
        let reviewer = Some(review.reviewer).filter(|_| is_named);
        reviewer.as_deref().map(|name| checked_name(name, lang)).transpose()?;
        Ok(Begun { stakes: review.inherent_risk, reviewer, ..begun })
    }

    fn begun(&self, begun: &Begun, sent: Option<&FormSent>) -> String {
        let Begun { stakes, reviewer, today } = begun;
        let (reviewer, reviewed) = (reviewer.as_deref(), *today);
        let (questionnaire, vendor, lang) = (&self.prospect.questionnaire, self.vendor, self.lang);
        BlankReview { questionnaire, vendor, reviewer, reviewed, stakes, sent, lang }.text()
    }

    fn form(&self, leave_out: &[QuestionId]) -> FormFile<'_> {
        let Prospect { questionnaire, reference, .. } = self.prospect;
        let outline = Outline::of(questionnaire, leave_out, self.lang);
        FormFile { reference, outline, second: None, filled_in: FilledIn::of_vendor(self.vendor) }
    }

    /// The questions that do not apply: the file with all questions is judged like any other.
    fn out_of_scope(&self, review: Option<&Arc<Source>>, console: &Console) -> Result<Vec<QuestionId>, Diagnostics> {
        let source = Source::new(self.file.to_string_lossy(), template::text(&self.form(&[])));
        self.prospect.out_of_scope(&source, review, console.machine.today)
    }

    fn write(&self, review: &OurReview, left_out: &[QuestionId], console: &mut Console) -> anyhow::Result<()> {
        let may = May::replace(self.args.force);
        files::write(&template::text(&self.form(left_out)), Some(self.file), may, self.lang, console)?;
        if let (OurReview::New(_, begun), Some(path)) = (review, &self.prospect.review) {
            let sent = self.sent(left_out, console.machine.today);
            files::write(&self.begun(begun, Some(&sent)), Some(path), may, self.lang, console)?;
        }
        Ok(())
    }

    /// The form as our review notes it.
    fn sent(&self, left_out: &[QuestionId], today: Date) -> FormSent {
        FormSent::of(&self.form(left_out).outline, today)
    }

    /// What was written, and what comes next.
    fn said(&self, review: &OurReview, left_out: &[QuestionId], today: Date) -> String {
        let Prospect { questionnaire, review: path, .. } = self.prospect;
        let lang = self.lang;
        let path = shown(path.as_deref().unwrap_or(Path::new("")).display());
        let file = shell_word(&self.file.to_string_lossy());
        let command = |command: &'static str| "duly ".and(command).and(" ").and(&file);
        let is_file = !files::is_standard(self.file);
        let mut said = Vec::new();
        if is_file {
            said.push(lang.made_answers(shown(self.file.display()), questionnaire.questions.len() - left_out.len()));
        }
        if !left_out.is_empty() {
            said.push(lang.not_asked_here(left_out.len()));
        }
        match review {
            OurReview::New(_, begun) => {
                said.push(lang.made_review(&path));
                let factors = questionnaire.factors.iter().zip(&begun.stakes).filter(|(_, stated)| stated.is_none());
                let open: Vec<&Clean> = factors.map(|(factor, _)| &factor.id).collect();
                if !open.is_empty() {
                    said.push(lang.stake_left_open(Clean::joined(open, ", "), &path));
                }
            }
            OurReview::Old(_) => said.push(lang.review_used(&path)),
            OurReview::Unwritten(_) => said.push(lang.no_review_to_output()),
            OurReview::None if is_file && !questionnaire.factors.is_empty() => {
                said.push(lang.no_review_written(command("review")));
            }
            OurReview::None => {}
        }
        let sent = self.sent(left_out, today);
        let is_noted = match review {
            OurReview::New(..) => true,
            OurReview::Old(source) => source.text.contains(&sent.form.to_string()),
            OurReview::None | OurReview::Unwritten(_) => false,
        };
        if is_file && !is_noted {
            said.push(lang.sent_not_noted(sent.on_one_line()));
        }
        if !self.prospect.is_accepted {
            said.push(lang.must_be_listed(questionnaire.reference()));
        }
        if is_file {
            said.push(lang.when_it_is_back(command("record"), command("assess")));
        }
        said.iter().map(|line| format!("{line}\n")).collect()
    }
}
