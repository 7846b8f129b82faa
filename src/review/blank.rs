//! A review to go on with: who signs it, when, and what is at stake as far as it is stated.

use super::read::FORMAT;
use super::renewed::RenewedReview;
use super::sent::FormSent;
use crate::answers::sheet::Sheet;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{ById, FactorId, FactorOptionId};
use crate::source::Date;
use crate::source::value::NewValue;
use crate::words::Lang;
use crate::words::clean::one_line;

/// What is known of a review that is begun.
#[derive(Clone, Copy, Debug)]
pub struct BlankReview<'b> {
    /// What is asked.
    pub questionnaire: &'b Questionnaire,
    /// The vendor's name.
    pub vendor: &'b str,
    /// For whom we review, if that is known and no earlier review says so.
    pub client: Option<&'b str>,
    /// Who signs, if that is known.
    pub reviewer: Option<&'b str>,
    /// The day.
    pub reviewed: Date,
    /// One entry per factor of inherent risk: its option, `None` where it is left open.
    pub stakes: &'b ById<FactorId, Option<FactorOptionId>>,
    /// The form that is sent to the vendor, if one is.
    pub sent: Option<&'b FormSent>,
    /// What goes on of an earlier review.
    pub before: Option<&'b RenewedReview>,
    /// The language of explanations.
    pub lang: Lang,
}

impl BlankReview<'_> {
    /// The text of the file.
    pub fn text(&self) -> String {
        let lang = self.lang;
        let mut sheet = Sheet::default();
        let written = |text: &str| NewValue::text(text).in_brackets();
        sheet.comment(0, "", &lang.our_side(one_line(self.vendor)));
        let open = self.before.map(|before| before.open_conditions(lang)).unwrap_or_default();
        if !open.is_empty() {
            sheet.comment(0, "", &lang.conditions_still_open());
            open.iter().for_each(|condition| sheet.comment(0, "* ", condition));
        }
        sheet.line(&format!("format: {FORMAT}"));
        sheet.line(&format!("vendor: {}", written(self.vendor)));
        let client = self.client.or_else(|| self.before?.client.as_deref());
        let client = client.map_or_else(String::new, |client| format!(" {}", written(client)));
        sheet.line(&format!("client:{client}    # {}", lang.in_whose_name()));
        let reviewer = self.reviewer.map_or_else(|| lang.reviewer_to_be_named().to_string(), str::to_owned);
        sheet.line(&format!("reviewer: {}    # {}", written(&reviewer), lang.who_signs()));
        sheet.line(&format!("reviewed: {}", self.reviewed));
        if let Some(sent) = self.sent {
            sheet.comment(0, "", &lang.sent_explained());
            sheet.line("sent:");
            for (number, (key, value)) in sent.entries().into_iter().enumerate() {
                sheet.line(&format!("  {} {key}:{}", if number == 0 { "-" } else { " " }, value.after_key(6)));
            }
        }
        if !self.questionnaire.factors.is_empty() {
            sheet.gap();
            sheet.comment(0, "", &lang.stake_asked());
            sheet.line("inherent_risk:");
            self.factors(&mut sheet);
        }
        let lists = self.before.map(RenewedReview::lists).into_iter().flatten();
        for (key, entries) in lists.filter(|(_, entries)| !entries.is_empty()) {
            sheet.gap();
            sheet.line(&format!("{key}:"));
            entries.iter().for_each(|entry| sheet.line(&format!("  - {}", entry.in_brackets())));
        }
        sheet.finish()
    }

    fn factors(&self, sheet: &mut Sheet) {
        let language = self.questionnaire.language(self.lang);
        for (id, factor) in self.questionnaire.factors.with_ids() {
            sheet.gap();
            sheet.comment(2, "", &factor.ask.said(language));
            let options = factor.options.iter();
            let rows: Vec<_> = options.map(|option| (&option.id, option.label.said(language))).collect();
            sheet.list(2, &rows);
            let chosen = self.stakes[id].map(|option| &factor.options[option]);
            let chosen = chosen.map_or_else(String::new, |option| format!(" {}", written_id(&option.id)));
            sheet.line(&format!("  {}:{chosen}", written_id(&factor.id)));
        }
    }
}

/// An id as a key or a value of YAML.
fn written_id(id: &str) -> String {
    NewValue::text(id).in_brackets()
}
