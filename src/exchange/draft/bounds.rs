//! What a questionnaire has no room for: texts are cut, and points that are no points are left out.

use super::{Draft, DraftForm, DraftText};
use crate::exchange::ledger::{Fate, Ledger};
use crate::questionnaire::limits::{LONGEST_TEXT, MOST_POINTS};
use crate::words::clean::one_line;
use crate::words::matters::draft as matter;

impl Draft {
    /// The same with texts that have room, and with points as high as they may be.
    pub(super) fn keep_within_bounds(&mut self, ledger: &mut Ledger) {
        for (id, text) in self.texts() {
            if is_too_long(text) {
                *text = std::mem::take(text).map(|text| cut(&text));
                ledger.note(Fate::Lost, &matter::CUT_TEXTS, one_line(&id));
            }
        }
        for (id, title) in self.frameworks.iter_mut().filter(|(_, title)| is_long(title)) {
            *title = cut(title);
            ledger.note(Fate::Lost, &matter::CUT_TEXTS, one_line(id));
        }
        for question in self.categories.iter_mut().flat_map(|category| &mut category.questions) {
            if let DraftForm::Many { full_at, options } = &mut question.form
                && (options.iter().filter_map(|option| option.value).chain(*full_at)).any(|points| points > MOST_POINTS)
            {
                *full_at = None;
                options.iter_mut().for_each(|option| option.value = None);
                ledger.note(Fate::Lost, &matter::TOO_MANY_POINTS, one_line(&question.id));
            }
        }
    }

    /// All texts, each with the id of what it belongs to.
    fn texts(&mut self) -> Vec<(String, &mut DraftText)> {
        let of_head = [&mut self.title].into_iter().chain(&mut self.about).map(|text| (self.id.clone(), text));
        let mut all: Vec<(String, &mut DraftText)> = of_head.collect();
        for flag in &mut self.flags {
            let texts = [&mut flag.title].into_iter().chain(&mut flag.remedy);
            all.extend(texts.map(|text| (flag.id.clone(), text)));
        }
        for category in &mut self.categories {
            let texts = [&mut category.title].into_iter().chain(&mut category.about);
            all.extend(texts.map(|text| (category.id.clone(), text)));
            for question in &mut category.questions {
                let options = match &mut question.form {
                    DraftForm::One(options) | DraftForm::Many { options, .. } => &mut options[..],
                    _ => &mut [],
                };
                let more = [&mut question.help, &mut question.good, &mut question.remedy].into_iter().flatten();
                let texts = [&mut question.ask].into_iter().chain(more);
                let texts = texts.chain(options.iter_mut().map(|option| &mut option.label));
                all.extend(texts.map(|text| (question.id.clone(), text)));
            }
        }
        all
    }
}

/// So many characters of a text are kept: an id has room behind them.
const KEPT: usize = LONGEST_TEXT - 100;

fn is_too_long(text: &DraftText) -> bool {
    text.0.iter().any(|(_, text)| is_long(text))
}

fn is_long(text: &str) -> bool {
    text.chars().nth(KEPT).is_some()
}

/// A text, or its beginning if it is too long.
fn cut(text: &str) -> String {
    match is_long(text) {
        true => text.chars().take(KEPT - 1).chain(['…']).collect(),
        false => text.to_owned(),
    }
}
