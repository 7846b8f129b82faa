//! `duly new`: a form to fill in or send, and our review to go with it.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{InputArgs, NewAnswersArgs};
use super::begun_review::{Begun, OldReview, OurReview, ReviewOf};
use super::console::Console;
use super::exit::{self, Exit};
use super::face::Face;
use super::files::{self, May};
use super::recorder::Recorder;
use super::renewed::{self, RenewedForm};
use super::session::Session;
use super::setting::{self, Setting};
use super::stakes::Stakes;
use super::{chosen, file_name, load, problems, stakes};
use crate::answers::form_file::{FilledIn, FormFile};
use crate::answers::outline::Outline;
use crate::answers::read as read_answers;
use crate::answers::template;
use crate::assessment::assess;
use crate::case::{Loaded, Prospect, text};
use crate::exchange::draft_for::Elsewhere;
use crate::exchange::form_kind::FormKind;
use crate::questionnaire::ids::QuestionId;
use crate::recording::Dialogue;
use crate::recording::prompt::DialogueLine;
use crate::recording::route::Route;
use crate::report::story::Story;
use crate::review::renewed::RenewedReview;
use crate::review::sent::{Extent, FormSent};
use crate::review::write::ReviewEdit;
use crate::source::{Date, Diagnostics, Source};
use crate::words::Lang;
use crate::words::clean::{one_line, shown, visible};

/// Runs the command.
pub fn run(args: &NewAnswersArgs, console: &mut Console) -> anyhow::Result<Exit> {
    make(args, None, console)
}

/// Makes a form; what the vendor has said elsewhere stands beside its questions.
pub fn make(args: &NewAnswersArgs, elsewhere: Option<Elsewhere>, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    let file = target(args, lang)?;
    let kind = kind(args, &file, lang)?;
    let Some(RenewedForm { prospect, mut filled_in, ours, to_copy, setting }) = wanted(args, &file, lang, console)?
    else {
        return Ok(Exit::Unusable);
    };
    let lang = setting.lang_of(&prospect.questionnaire.languages);
    let account = elsewhere.map(|elsewhere| elsewhere.beside(&prospect.questionnaire, &mut filled_in, lang));
    let mut making =
        Making { args, kind, file: &file, prospect: &prospect, filled_in, ours, to_copy, part: Vec::new(), lang };
    making.part = making.part_asked()?;
    making.check(console)?;
    let review = making.review(console)?;
    let left_out = match making.left_out(&review, console) {
        Ok(left_out) => left_out,
        Err(notes) => {
            console.talk(&problems::text(&notes, lang, &setting));
            return Ok(Exit::Unusable);
        }
    };
    if left_out.len() == prospect.questionnaire.questions.len() {
        bail!("{}", lang.nothing_to_ask());
    }
    making.filled_in.renewal.iter_mut().for_each(|renewal| renewal.limit_to(|at| !left_out.contains(at)));
    let is_noted = making.write(&review, &left_out, console)?;
    if !setting.quiet {
        if let Some(account) = account {
            let is_asked = |at: &&QuestionId| !left_out.contains(at);
            let beside = making.filled_in.answers.keys().filter(is_asked).count();
            account.lines(lang).into_iter().for_each(|line| console.say(line));
            console.say(lang.said_beside(beside, prospect.questionnaire.questions.len() - left_out.len()));
        }
        let said = making.said(&review, &left_out, is_noted, console.machine.today);
        console.talk(&said);
    }
    Ok(Exit::Done)
}

/// The file that is made: one that is named, else named after the vendor.
fn target(args: &NewAnswersArgs, lang: Lang) -> anyhow::Result<PathBuf> {
    match (&args.output, &args.vendor, args.from.as_ref().or(args.renew.as_ref())) {
        (Some(file), _, _) => Ok(file.clone()),
        (None, _, Some(_)) if args.renew.is_some() => bail!("{}", lang.name_the_next_form()),
        (None, _, Some(_)) => bail!("{}", lang.name_the_form()),
        (None, Some(vendor), None) => Ok(PathBuf::from(format!("{}.yaml", file_name::of(checked_name(vendor, lang)?)))),
        (None, None, None) => bail!("{}", lang.name_the_vendor()),
    }
}

/// What the form is written as.
fn kind(args: &NewAnswersArgs, file: &Path, lang: Lang) -> anyhow::Result<FormKind> {
    let ending = || one_line(&file.extension().unwrap_or_default().to_string_lossy());
    let Some(kind) = FormKind::of(file) else { bail!("{}", lang.no_such_form(ending())) };
    if args.both_languages && kind == FormKind::Yaml {
        bail!("{}", lang.one_language_in_a_text());
    }
    Ok(kind)
}

/// The vendor's name, as a report can show it.
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

/// What is asked, and what is filled in; `None` where something stands against it, which has been told.
fn wanted(
    args: &NewAnswersArgs,
    file: &Path,
    lang: Lang,
    console: &mut Console,
) -> anyhow::Result<Option<RenewedForm>> {
    let place = Some(file).filter(|file| !files::is_standard(file));
    if let Some(earlier) = &args.renew {
        return renewed::renewed(args, (earlier, place), console);
    }
    if let Some(from) = &args.from {
        let (questionnaire, policy) = (args.questionnaire.clone(), args.policy.clone());
        let inputs = InputArgs { questionnaire, policy, ..InputArgs::default() };
        let opened = load::load(from, &inputs, &args.show, console);
        let lang = opened.setting.lang();
        problems::report(&opened.notes, shown(from.display()), &opened.setting, lang, console);
        let Some(case) = opened.case else { return Ok(None) };
        let filled_in = FilledIn::of_answers(&case.answers, &case.questionnaire);
        let prospect = Prospect::of_case(case, place, &console.machine.disk());
        return Ok(Some(RenewedForm { prospect, filled_in, ours: None, to_copy: Vec::new(), setting: opened.setting }));
    }
    let vendor = args.vendor.as_deref().map(|name| checked_name(name, lang)).transpose()?.map(str::to_owned);
    let policy = load::policy_input(args.policy.as_deref(), &console.machine, &mut *console.input);
    let Loaded { mut value, mut notes, language } =
        Prospect::load(place, args.questionnaire.as_deref(), policy.as_ref(), &console.machine.disk());
    let setting = Setting::new(&args.show, language, &console.machine);
    if let Some(prospect) = &mut value {
        let told = setting::tell_in_readers(&mut prospect.questionnaire, &args.show, language, &console.machine);
        if let Err(problem) = told {
            notes.note_file(&Source::new(prospect.questionnaire.reference().to_string(), ""), problem);
            value = None;
        }
    }
    let Some(mut prospect) = value else {
        problems::report(&notes, "", &setting, setting.lang(), console);
        return Ok(None);
    };
    let lang = setting.lang_of(&prospect.questionnaire.languages);
    console.talk(&problems::text(&notes, lang, &setting));
    if vendor.is_none() {
        prospect.review = None; // a review is of one vendor, and nobody has offered yet
    }
    let filled_in = FilledIn { vendor, ..FilledIn::default() };
    Ok(Some(RenewedForm { prospect, filled_in, ours: None, to_copy: Vec::new(), setting }))
}

/// In the place of the vendor's name while nobody has offered yet; it is written nowhere.
const NOBODY_YET: &str = "Vendor";

/// A form in the making.
pub(super) struct Making<'m> {
    pub(super) args: &'m NewAnswersArgs,
    pub(super) kind: FormKind,
    pub(super) file: &'m Path,
    pub(super) prospect: &'m Prospect,
    pub(super) filled_in: FilledIn,
    /// What of our review goes on, where the form asks again.
    pub(super) ours: Option<RenewedReview>,
    /// Files that have to lie beside the new answers, where the form asks again.
    pub(super) to_copy: Vec<String>,
    /// The questions that are asked at most.
    part: Vec<QuestionId>,
    pub(super) lang: Lang,
}

impl Making<'_> {
    fn vendor(&self) -> &str {
        self.filled_in.vendor.as_deref().unwrap_or(NOBODY_YET)
    }

    pub(super) fn review_of(&self) -> ReviewOf<'_> {
        ReviewOf { questionnaire: &self.prospect.questionnaire, vendor: self.vendor(), lang: self.lang }
    }

    pub(super) fn extent(&self) -> Extent {
        match (self.args.screening, self.args.part.is_empty()) {
            (true, _) => Extent::Screening,
            (false, true) => Extent::All,
            (false, false) => Extent::Part,
        }
    }

    /// The questions that are asked at most.
    fn part_asked(&self) -> anyhow::Result<Vec<QuestionId>> {
        let questionnaire = &self.prospect.questionnaire;
        match self.extent() {
            Extent::All => Ok(questionnaire.questions.ids().collect()),
            Extent::Part => chosen::questions(&self.args.part, questionnaire, self.lang),
            Extent::Screening => match questionnaire.short_form() {
                short if short.is_empty() => bail!("{}", self.lang.no_short_form(questionnaire.reference())),
                short => Ok(short),
            },
        }
    }

    /// Looks at both files before anybody is asked and before either is written.
    fn check(&self, console: &Console) -> anyhow::Result<()> {
        files::may_be_new(self.file, self.args.force, self.lang, console)?;
        match &self.prospect.review {
            // a review that is there stays as it is, but for what is stated of it by force and a note of what was sent
            Some(review) if self.says_something_of_us() => {
                if !self.args.force && console.machine.folder.join(review).exists() {
                    bail!("{}", self.lang.review_exists_already(shown(review.display())));
                }
                files::may_be_new(review, self.args.force, self.lang, console)
            }
            _ => Ok(()),
        }
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
        let can_ask = can_ask && path.is_some() && !questionnaire.factors.is_empty() && self.ours.is_none();
        let mut stakes = match &self.args.inherent[..] {
            [] => questionnaire.factors.map(|_, _| None),
            written => stakes::read(written, questionnaire, self.lang)?,
        };
        let reviewer = self.args.reviewer.as_deref();
        let reviewer = reviewer.map(|name| checked_name(name, self.lang)).transpose()?.map(str::to_owned);
        if let Some(path) = path.as_ref().filter(|path| console.machine.folder.join(path).exists()) {
            return self.review_there(path, (&stakes, reviewer), console).map(OurReview::Old);
        }
        if !self.says_something_of_us() && !can_ask && self.ours.is_none() {
            return Ok(OurReview::None);
        }
        if let Some(before) = &self.ours {
            stakes = stakes.map(|at, stated| stated.or(before.stakes[at]));
        }
        let (client, today, before) = (None, console.machine.today, self.ours.clone());
        let mut begun = Begun { stakes, reviewer, client, today, before };
        if can_ask {
            begun = self.asked(begun, console)?;
        }
        Ok(if path.is_some() { OurReview::New(begun) } else { OurReview::Unwritten(begun) })
    }

    /// Our review that is there, with what is stated anew: whatever else it holds is ours, and stays.
    fn review_there(
        &self,
        path: &Path,
        (stakes, reviewer): (&Stakes, Option<String>),
        console: &Console,
    ) -> anyhow::Result<OldReview> {
        let lang = self.lang;
        let source = text::read(&console.machine.disk(), path, read_answers::LARGEST)
            .map_err(|problem| anyhow::anyhow!("{}", problem.message(lang).to_owned()))?;
        let stakes = stakes.with_ids().filter_map(|(factor, stated)| Some(ReviewEdit::Stake(factor, (*stated)?)));
        let stated = reviewer.map(ReviewEdit::Reviewer).into_iter().chain(stakes).collect();
        OldReview::with(source, stated, &self.prospect.questionnaire)
            .map_err(|_| anyhow::anyhow!("{}", lang.cannot_edit(shown(path.display()))))
    }

    /// Has a person say what our review begins with. What is left open is open; who breaks off makes nothing.
    fn asked(&self, begun: Begun, console: &mut Console) -> anyhow::Result<Begun> {
        let lang = self.lang;
        let answers = Source::new(self.file.to_string_lossy(), self.blank());
        let review = Source::new("", begun.text(self.review_of(), None));
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
        Ok(Begun { stakes: review.inherent_risk, reviewer, client: review.client, ..begun })
    }

    pub(super) fn form(&self, leave_out: &[QuestionId]) -> FormFile<'_> {
        let Prospect { questionnaire, reference, .. } = self.prospect;
        let outline = |lang| Outline::of(questionnaire, leave_out, lang);
        let other = Lang::ALL.into_iter().find(|lang| *lang != self.lang && questionnaire.is_written_in(lang.code()));
        let second = other.filter(|_| self.args.both_languages).map(outline);
        FormFile { reference, outline: outline(self.lang), second, filled_in: self.filled_in.clone() }
    }

    /// The file with all questions and no answer, which is judged like any other to see what applies.
    pub(super) fn blank(&self) -> String {
        template::text(&FormFile { filled_in: FilledIn::of_vendor(self.vendor()), ..self.form(&[]) })
    }

    /// The questions that are not asked: by what is at stake, and by choice.
    fn left_out(&self, review: &OurReview, console: &Console) -> Result<Vec<QuestionId>, Diagnostics> {
        let source = Source::new(self.file.to_string_lossy(), self.blank());
        let review = review.source(self.review_of());
        let out_of_scope = self.prospect.out_of_scope(&source, review.as_ref(), console.machine.today)?;
        let is_out = |at: &QuestionId| out_of_scope.contains(at) || !self.part.contains(at);
        Ok(self.prospect.questionnaire.questions.ids().filter(is_out).collect())
    }

    /// Writes the form, and notes in our review that it was sent; says whether that is noted.
    fn write(&self, review: &OurReview, left_out: &[QuestionId], console: &mut Console) -> anyhow::Result<bool> {
        let may = May::replace(self.args.force);
        let form = self.form(left_out);
        let written = self.kind.written(&form).map_err(exit::broken(self.lang))?;
        files::write(&written, Some(self.file), may, self.lang, console)?;
        let sent = self.sent(&form, console.machine.today);
        review.note((self.review_of(), self.prospect.review.as_deref()), (&sent, may), console)
    }

    /// The form as our review notes it.
    pub(super) fn sent(&self, form: &FormFile<'_>, today: Date) -> FormSent {
        FormSent::of(form, self.extent(), today)
    }
}
