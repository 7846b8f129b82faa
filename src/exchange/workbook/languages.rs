//! The languages of a workbook: one, or two side by side.

use super::layout::in_languages;
use crate::answers::form_file::FormFile;
use crate::questionnaire::{Questionnaire, Translations};
use crate::words::{Clean, Lang};

/// The languages of a workbook.
#[derive(Clone, Debug)]
pub struct Languages<'q> {
    questionnaire: &'q Questionnaire,
    /// Of the explanations; the first is the language of the form.
    pub langs: Vec<Lang>,
}

impl<'q> Languages<'q> {
    /// Of a form.
    pub fn of(form: &FormFile<'q>) -> Languages<'q> {
        let outlines = [&form.outline].into_iter().chain(&form.second);
        Languages { questionnaire: form.outline.questionnaire, langs: outlines.map(|outline| outline.lang).collect() }
    }

    /// A text of the questionnaire in each.
    pub fn said(&self, text: &Translations) -> Vec<Clean> {
        self.langs.iter().map(|lang| text.said(self.questionnaire.language(*lang))).collect()
    }

    /// The same on one line.
    pub fn line(&self, text: &Translations) -> Clean {
        in_languages(&self.said(text))
    }

    /// A phrase in each.
    pub fn each(&self, say: impl Fn(Lang) -> Clean) -> Vec<Clean> {
        self.langs.iter().map(|lang| say(*lang)).collect()
    }

    /// The same on one line.
    pub fn both(&self, say: impl Fn(Lang) -> Clean) -> Clean {
        in_languages(&self.each(say))
    }
}
