//! A settled draft as the text of a questionnaire, with the account at its head.

use super::{Draft, DraftCategory, DraftFlag, DraftForm, DraftOption, DraftQuestion, DraftText};
use crate::answers::sheet::Sheet;
use crate::exchange::ledger::Ledger;
use crate::questionnaire::read::FORMAT;
use crate::source::fields::Word;
use crate::source::value::{NewValue, quoted};
use crate::words::{Clean, Lang};

impl Draft {
    /// The text of the file. Its head says where it comes from and what became of it, in a language.
    pub fn text(&self, ledger: &Ledger, source: &Clean, lang: Lang) -> String {
        let mut sheet = Sheet::default();
        sheet.line(&format!("format: {FORMAT}"));
        sheet.comment(0, "", &lang.made_from(source.clone()));
        ledger.lines(lang).iter().for_each(|line| sheet.comment(0, "  ", line));
        sheet.gap();
        self.head(&mut sheet);
        self.flags(&mut sheet);
        sheet.line("categories:");
        self.categories.iter().for_each(|category| self.category(category, &mut sheet));
        sheet.finish()
    }

    fn head(&self, sheet: &mut Sheet) {
        sheet.line(&format!("id: {}", NewValue::word(&self.id).in_brackets()));
        sheet.line(&format!("version: {}", self.version));
        let languages: Vec<NewValue> = self.languages.iter().map(NewValue::text).collect();
        sheet.line(&format!("languages: {}", NewValue::List(languages).in_brackets()));
        self.put(sheet, (0, "title"), &self.title);
        if let Some(about) = self.about.as_ref().filter(|about| !about.is_empty()) {
            self.put(sheet, (0, "about"), about);
        }
        if !self.frameworks.is_empty() {
            sheet.line("frameworks:");
            for (id, title) in &self.frameworks {
                let title = NewValue::Inline(vec![("title".to_owned(), NewValue::text(title))]);
                sheet.line(&format!("  {}: {}", quoted(id), title.in_brackets()));
            }
        }
    }

    fn flags(&self, sheet: &mut Sheet) {
        if !self.flags.is_empty() {
            sheet.line("red_flags:");
        }
        for DraftFlag { id, title, severity, remedy, when } in &self.flags {
            sheet.line(&format!("  - id: {}", quoted(id)));
            self.put(sheet, (4, "title"), title);
            sheet.line(&format!("    severity: {}", severity.word()));
            if let Some(remedy) = remedy.as_ref().filter(|remedy| !remedy.is_empty()) {
                self.put(sheet, (4, "remedy"), remedy);
            }
            sheet.line(&format!("    when: {}", when.value().in_brackets()));
        }
    }

    fn category(&self, category: &DraftCategory, sheet: &mut Sheet) {
        sheet.line(&format!("  - id: {}", quoted(&category.id)));
        let title =
            if category.title.is_empty() { DraftText::one(category.id.clone()) } else { category.title.clone() };
        self.put(sheet, (4, "title"), &title);
        if let Some(about) = category.about.as_ref().filter(|about| !about.is_empty()) {
            self.put(sheet, (4, "about"), about);
        }
        sheet.line("    questions:");
        category.questions.iter().for_each(|question| self.question(question, sheet));
    }

    fn question(&self, question: &DraftQuestion, sheet: &mut Sheet) {
        sheet.line(&format!("      - id: {}", quoted(&question.id)));
        let DraftQuestion { ask, help, good, remedy, .. } = question;
        for (key, said) in [("ask", Some(ask)), ("help", help.as_ref()), ("good", good.as_ref())] {
            said.filter(|said| !said.is_empty()).into_iter().for_each(|said| self.put(sheet, (8, key), said));
        }
        match (question.weight, question.importance) {
            (Some(weight), _) => sheet.line(&format!("        weight: {weight}")),
            (None, importance) => {
                let importance = importance.map_or("info", Word::word);
                sheet.line(&format!("        importance: {importance}"));
            }
        }
        self.form(&question.form, sheet);
        if !question.may_be_not_applicable {
            sheet.line("        not_applicable: forbidden");
        }
        if let Some(remedy) = remedy.as_ref().filter(|remedy| !remedy.is_empty()) {
            self.put(sheet, (8, "remedy"), remedy);
        }
        if !question.refs.is_empty() {
            let points = |points: &[String]| NewValue::List(points.iter().map(NewValue::text).collect());
            let refs = question.refs.iter().map(|(framework, of)| (framework.clone(), points(of))).collect();
            sheet.line(&format!("        refs: {}", NewValue::Inline(refs).in_brackets()));
        }
        if let Some(when) = &question.when {
            sheet.line(&format!("        when: {}", when.value().in_brackets()));
        }
    }

    fn form(&self, form: &DraftForm, sheet: &mut Sheet) {
        let (key, options, points) = match form {
            DraftForm::Text => return sheet.line("        answer: text"),
            DraftForm::YesNo => return sheet.line("        answer: yes-no"),
            DraftForm::YesPartialNo => return sheet.line("        answer: yes-partial-no"),
            DraftForm::One(options) => ("choose_one:", options, "value"),
            DraftForm::Many { options, .. } => ("choose_many:", options, "points"),
        };
        sheet.line("        answer:");
        sheet.line(&format!("          {key}"));
        let mut indent = 12;
        if let DraftForm::Many { full_at, .. } = form {
            full_at.iter().for_each(|full| sheet.line(&format!("            full_at: {full}")));
            sheet.line("            options:");
            indent += 2;
        }
        for option in options {
            let value = NewValue::Inline(self.option(option, points)).in_brackets();
            sheet.line(&format!("{}- {value}", " ".repeat(indent)));
        }
    }

    fn option(&self, option: &DraftOption, points: &str) -> Vec<(String, NewValue)> {
        let label = (!option.label.is_empty()).then(|| ("label".to_owned(), self.in_languages(&option.label)));
        let value = option.value.map(|value| (points.to_owned(), NewValue::word(value)));
        let exclusive = option.exclusive.then(|| ("exclusive".to_owned(), NewValue::word("true")));
        [("id".to_owned(), NewValue::text(&option.id))].into_iter().chain(label).chain(value).chain(exclusive).collect()
    }

    fn put(&self, sheet: &mut Sheet, (indent, key): (usize, &str), said: &DraftText) {
        let value = match self.in_languages(said) {
            NewValue::Inline(texts) => NewValue::Map(texts),
            text => text,
        };
        sheet.line(&format!("{}{key}:{}", " ".repeat(indent), value.after_key(indent + 2)));
    }

    /// A text in each language of the questionnaire, or the one that serves for all.
    fn in_languages(&self, said: &DraftText) -> NewValue {
        match &*self.languages {
            [only] => NewValue::text(said.get(only)),
            several if several.iter().all(|code| said.get(code) == said.get("")) => NewValue::text(said.get("")),
            several => {
                NewValue::Inline(several.iter().map(|code| (code.clone(), NewValue::text(said.get(code)))).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::draft::DraftCondition;
    use crate::exchange::ledger::Fate;
    use crate::questionnaire::{self, Level};
    use crate::source::Source;
    use crate::words::clean::{one_line, shown};
    use crate::words::matters::draft as matter;
    use crate::words::problem::text as problem;

    fn chosen(question: &str, option: &str) -> DraftCondition {
        DraftCondition::Chosen { question: question.to_owned(), options: vec![option.to_owned()] }
    }

    fn option(id: &str, label: &str, value: u32) -> DraftOption {
        DraftOption { id: id.to_owned(), label: DraftText::one(label), value: Some(value), exclusive: false }
    }

    fn question(id: &str, form: DraftForm, when: Option<DraftCondition>) -> DraftQuestion {
        let ask = DraftText::each([
            ("en".to_owned(), format!("Is {id} in place: really?")),
            ("sv".to_owned(), "Ja?".to_owned()),
        ]);
        DraftQuestion { id: id.to_owned(), ask, form, when, ..DraftQuestion::default() }
    }

    /// A draft that has everything wrong that `settled` mends.
    fn unsettled() -> Draft {
        let one =
            || DraftForm::One(vec![option("b", "never", 0), option("a&b", "Yes", 100), option("never", "yes", 50)]);
        let first = DraftCategory {
            id: "A&A".to_owned(),
            title: DraftText::one("# first"),
            about: None,
            questions: vec![
                question("A&A-01.1", one(), None),
                question("x", DraftForm::YesNo, Some(chosen("y", "yes"))),
                question("y", DraftForm::YesNo, Some(chosen("x", "no"))),
                question("z", DraftForm::Text, Some(chosen("A&A-01.1", "a&b"))),
                question("gone", DraftForm::Text, Some(chosen("nowhere", "yes"))),
            ],
        };
        let second =
            DraftCategory { id: "a a".to_owned(), questions: first.questions.clone(), ..DraftCategory::default() };
        let flag = DraftFlag {
            id: "flag: one".to_owned(),
            title: DraftText::one("A flag"),
            severity: Level::High,
            remedy: None,
            when: DraftCondition::Any(vec![chosen("x", "no"), chosen("y", "no")]),
        };
        Draft {
            id: "My set!".to_owned(),
            version: "v3.0-20231109".to_owned(),
            languages: vec!["en".to_owned(), "sv".to_owned()],
            title: DraftText::one("My set"),
            frameworks: vec![("caiq".to_owned(), "CAIQ".to_owned())],
            flags: vec![flag],
            categories: vec![first, second, DraftCategory::default()],
            ..Draft::default()
        }
    }

    #[test]
    fn whatever_comes_in_is_a_questionnaire_that_can_be_read() {
        let mut ledger = Ledger::default();
        let draft = unsettled().settled(&mut ledger);
        let text = draft.text(&ledger, &one_line("a file\nformat: evil"), Lang::En);
        assert_eq!(
            text,
            unsettled().settled(&mut Ledger::default()).text(&ledger, &one_line("a file\nformat: evil"), Lang::En)
        );
        let no_file = |name: &str| Err(problem::no_such_file(shown(name)));
        let read = questionnaire::read(&Source::new("q.yaml", text.clone()), &no_file);
        let notes: Vec<_> =
            read.diagnostics.sorted().iter().map(|note| note.problem.message(Lang::En).to_owned()).collect();
        let whole = read.value.unwrap_or_else(|| panic!("{notes:#?}\n{text}"));
        assert!(!read.diagnostics.has_errors(), "{notes:#?}\n{text}");
        assert_eq!((&*whole.id, &*whole.version, whole.categories.len()), ("My-set", "3.0.0", 2));
        assert!(whole.find("A-A.A-A-01-1").is_some() && text.contains("refs: {caiq: [A&A-01.1]}"), "{text}");
        let lost = [&matter::CIRCLES, &matter::LOOSE_CONDITIONS].map(|it| ledger.of(Fate::Lost, it));
        assert_eq!((lost, ledger.of(Fate::Decide, &matter::AS_MEDIUM)), ([2, 2], 6), "{:?}", ledger.lines(Lang::En));
    }
}
