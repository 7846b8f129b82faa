//! `duly new questionnaire`: a built-in one to adapt, or a short file that takes over a part of it.

use anyhow::bail;

use super::args::NewQuestionnaireArgs;
use super::console::Console;
use super::exit::Exit;
use super::setting::Setting;
use super::{chosen, new_file, problems};
use crate::answers::sheet::Sheet;
use crate::case::prepared;
use crate::questionnaire::built_in::{self, BuiltIn};
use crate::questionnaire::text::TextLanguage;
use crate::questionnaire::{self, Questionnaire, names};
use crate::report::naming::extended_words;
use crate::source::Source;
use crate::source::value::NewValue;
use crate::words::Lang;
use crate::words::clean::{Clean, one_line, visible};
use crate::words::problem::text as problem;

/// Runs the command.
pub fn run(args: &NewQuestionnaireArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let lang = setting.lang();
    let Some(original) = built_in::named(&args.from) else {
        let known = Clean::joined(built_in::ALL.iter().map(BuiltIn::name), ", ");
        bail!("{}", lang.no_built_in(visible(&args.from), known));
    };
    let id = args.id.clone().unwrap_or_else(|| format!("our-{}", original.id));
    if built_in::find(&id).is_some() || !names::is_id(&id) {
        bail!("{}", lang.no_id_of_yours(visible(&id)));
    }
    let output = args.output.as_deref();
    if args.keep.is_empty() && args.leave_out.is_empty() {
        return new_file::write(&original.as_one_file(&id), output, args.force, &setting, console);
    }
    let Some(whole) = prepared::questionnaire(original) else { return Ok(Exit::Unusable) };
    let (key, ids) = if args.keep.is_empty() { ("leave_out", &args.leave_out) } else { ("keep", &args.keep) };
    let ids = chosen::ids(ids, whole, lang)?;
    let part = Excerpt { original: whole, id: &id, key, ids: &ids, lang };
    let text = part.text(None);
    let no_file = |name: &str| Err(problem::no_such_file(one_line(name)));
    let read = questionnaire::read(&Source::new(&*args.from, text), &no_file);
    let Some(found) = read.value else {
        problems::report(&read.diagnostics, one_line(&args.from), &setting, lang, console);
        return Ok(Exit::Unusable);
    };
    let exit = new_file::write(&part.text(Some(&found)), output, args.force, &setting, console)?;
    if !setting.quiet {
        part.told(&found).into_iter().for_each(|line| console.say(line));
    }
    Ok(exit)
}

/// A questionnaire that takes over a part of a built-in one.
struct Excerpt<'p> {
    original: &'p Questionnaire,
    id: &'p str,
    key: &'static str,
    ids: &'p [&'p str],
    lang: Lang,
}

impl Excerpt<'_> {
    /// The text of the file; with what came of it, once it has been read.
    fn text(&self, found: Option<&Questionnaire>) -> String {
        let lang = self.lang;
        let mut sheet = Sheet::default();
        sheet.comment(0, "", &lang.part_explained());
        sheet.line(&format!("format: {}", questionnaire::read::FORMAT));
        sheet.line(&format!("id: {}", self.id));
        sheet.line("version: 1.0.0");
        sheet.line(&format!("title: {}", self.title()));
        sheet.line(&format!("extends: {}", self.original.reference()));
        sheet.line(&format!("{}:", self.key));
        for id in self.ids {
            let language = self.original.language(lang);
            let question = self.original.find(id).map(|at| self.original.questions[at].ask.said(language));
            let category = self.original.categories.iter().find(|category| category.id == *id);
            let said = question.or_else(|| category.map(|category| category.title.said(language))).unwrap_or_default();
            sheet.line(&format!("  - {id}    # {}", said.cut(SAID)));
        }
        if let Some(found) = found {
            sheet.gap();
            self.told(found).iter().for_each(|line| sheet.comment(0, "", line));
            let gone = found.base.iter().flat_map(|base| &base.flags_left_out);
            let gone: Vec<&Clean> = gone.collect();
            if !gone.is_empty() {
                sheet.comment(0, "", &lang.flags_are_gone(Clean::joined(gone, ", ")));
            }
        }
        sheet.finish()
    }

    /// The title in every language of the original.
    fn title(&self) -> String {
        let titled = self.original.languages.iter().map(|code| {
            let lang = Lang::ALL.into_iter().find(|lang| lang.code() == code).unwrap_or(self.lang);
            let title = self.original.title.said(TextLanguage::of(code, &self.original.languages));
            format!("{code}: {}", NewValue::text(lang.title_of_a_part(title).to_string()).in_brackets())
        });
        format!("{{{}}}", titled.collect::<Vec<_>>().join(", "))
    }

    /// What came of it: how much it asks, and what came along.
    fn told(&self, found: &Questionnaire) -> Vec<Clean> {
        let (lang, Some(base)) = (self.lang, found.base.as_deref()) else { return Vec::new() };
        let mut told = vec![lang.part_asks(found.questions.len(), extended_words(base, lang))];
        if self.key == "keep" {
            let is_named = |id: &Clean| {
                let category = id.split_once('.').map_or("", |(category, _)| category);
                self.ids.iter().any(|named| *named == &**id || *named == category)
            };
            let along = found.questions.iter().map(|question| &question.id).filter(|id| !is_named(id));
            let along: Vec<&Clean> = along.collect();
            told.extend((!along.is_empty()).then(|| lang.come_along(Clean::joined(along, ", "))));
        }
        told
    }
}

/// So much of a question stands beside its id, in characters.
const SAID: usize = 70;
