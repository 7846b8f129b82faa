//! What is said once a form is made: what was written, what was carried over, and what comes next.

use std::path::Path;

use super::begun_review::OurReview;
use super::files;
use super::new_answers::Making;
use crate::assessment::vendor_turn::BeyondScreening;
use crate::case::Prospect;
use crate::exchange::form_kind::FormKind;
use crate::questionnaire::ids::QuestionId;
use crate::report::naming;
use crate::review::sent::Extent;
use crate::source::{Date, Source};
use crate::words::clean::{Clean, Trusted, one_line, shell_word, shown};

impl Making<'_> {
    /// What was written, and what comes next.
    pub(super) fn said(&self, review: &OurReview, left_out: &[QuestionId], is_noted: bool, today: Date) -> String {
        let Prospect { questionnaire, review: path, .. } = self.prospect;
        let lang = self.lang;
        let path = shown(path.as_deref().unwrap_or(Path::new("")).display());
        let is_file = !files::is_standard(self.file);
        let mut said = Vec::new();
        if is_file {
            said.push(lang.made_answers(shown(self.file.display()), questionnaire.questions.len() - left_out.len()));
        }
        if let (OurReview::New(_) | OurReview::Old(_), Some(before)) = (review, &self.ours) {
            let open = before.open_conditions(lang);
            let stay = (!open.is_empty()).then(|| self.conditions_stay()).flatten();
            said.extend(open.into_iter().map(|condition| lang.condition_still_open(condition)).chain(stay));
        }
        said.extend(self.renewed(left_out));
        if !left_out.is_empty() {
            said.push(match self.extent() {
                Extent::All => lang.not_asked_here(left_out.len()),
                Extent::Part | Extent::Screening => lang.not_in_this_part(left_out.len()),
            });
        }
        said.extend(self.beyond_screening(review, today));
        match review {
            OurReview::New(begun) => {
                said.push(lang.made_review(&path));
                said.extend(self.ours.as_ref().map(|_| lang.stake_to_confirm(&path)));
                let factors = questionnaire.factors.iter().zip(&begun.stakes).filter(|(_, stated)| stated.is_none());
                let open: Vec<&Clean> = factors.map(|(factor, _)| &factor.id).collect();
                if !open.is_empty() {
                    said.push(lang.stake_left_open(Clean::joined(open, ", "), &path));
                }
            }
            OurReview::Old(old) if is_noted && old.is_changed() => said.push(lang.review_changed(&path)),
            OurReview::Old(_) if is_noted => said.push(lang.review_used(&path)),
            OurReview::Old(_) => said.push(lang.review_used_only(&path)),
            OurReview::Unwritten(_) if is_file => said.push(lang.no_review_of_nobody()),
            OurReview::Unwritten(_) => said.push(lang.no_review_to_output()),
            OurReview::None if is_file && !questionnaire.factors.is_empty() => {
                said.push(match self.filled_in.vendor {
                    Some(_) => lang.no_review_written(self.review_command()),
                    None => lang.no_stake_of_nobody(),
                });
            }
            OurReview::None => {}
        }
        if is_file && !is_noted && self.filled_in.vendor.is_some() {
            said.push(lang.sent_not_noted(self.sent(&self.form(left_out), today).on_one_line()));
        }
        if !self.prospect.is_accepted {
            said.push(lang.must_be_listed(questionnaire.reference()));
        }
        if is_file {
            said.push(self.next_step());
        }
        said.iter().map(|line| format!("{line}\n")).collect()
    }

    /// That more is at stake than our rules allow for the short form.
    fn beyond_screening(&self, review: &OurReview, today: Date) -> Option<Clean> {
        let (answers, review) = (Source::new("", self.blank()), review.source(self.review_of()));
        let at_stake = self.prospect.inherent_risk(&answers, review.as_ref(), today)?;
        let beyond = BeyondScreening::of(&self.prospect.policy, &at_stake).filter(|_| self.args.screening)?;
        Some(naming::beyond_screening(beyond, self.lang).and("; ").and(self.lang.leave_screening_out()))
    }

    /// What became of earlier answers.
    fn renewed(&self, left_out: &[QuestionId]) -> Vec<Clean> {
        let Some(renewal) = &self.filled_in.renewal else { return Vec::new() };
        let (questionnaire, lang) = (&*self.prospect.questionnaire, self.lang);
        let asked = questionnaire.questions.len() - left_out.len();
        let counted = lang.answers_to_confirm(renewal.proposed.len(), asked, renewal.since(lang));
        let is_file = !files::is_standard(self.file);
        let copied = is_file.then(|| self.files_to_copy());
        [counted].into_iter().chain(renewal.told_to_us(questionnaire, lang)).chain(copied).collect()
    }

    /// Which files of current documents have to be copied: they are looked for beside the answers that name them.
    fn files_to_copy(&self) -> Clean {
        match &self.to_copy[..] {
            [] => self.lang.no_files_to_copy(),
            files => {
                let names = Clean::joined(files.iter().map(|name| one_line(name)), ", ");
                self.lang.files_to_copy(shown(folder_of(self.file).display()), names)
            }
        }
    }

    /// That conditions stay with the review of the earlier answers, and how the dues of both are listed.
    fn conditions_stay(&self) -> Option<Clean> {
        let earlier = self.args.renew.as_deref()?;
        let mut folders = vec![folder_of(earlier), folder_of(self.file)];
        folders.dedup();
        let folders = folders.into_iter().map(|folder| shell_word(&folder.to_string_lossy()));
        let command = "`duly due ".and(Clean::joined(folders, " ")).and("`");
        Some(self.lang.conditions_stay(command))
    }

    /// How our review is gone on with: of a workbook, that of the answers file that it becomes.
    fn review_command(&self) -> Clean {
        "duly review ".and(shell_word(&self.file.with_extension("yaml").to_string_lossy()))
    }

    /// What is done with what comes back: a page saves an answers file, a workbook is taken in.
    fn next_step(&self) -> Clean {
        let (lang, word) = (self.lang, |path: &Path| shell_word(&path.to_string_lossy()));
        let import = || {
            let import = "duly import ".and(word(self.file));
            match (&self.args.from, self.extent()) {
                (None, _) => import,
                (Some(from), Extent::All) => import.and(" --update ").and(word(from)),
                (Some(from), Extent::Part | Extent::Screening) => import.and(" --into ").and(word(from)),
            }
        };
        let command = |command: &'static str| "duly ".and(command).and(" ").and(word(self.file));
        match self.kind {
            FormKind::Yaml => lang.when_it_is_back(command("record"), command("assess")),
            FormKind::Page => {
                lang.when_what_it_saves_is_back("duly assess ".and(word(&self.file.with_extension("yaml"))))
            }
            FormKind::Workbook => lang.when_it_is_brought_in(import()),
        }
    }
}

/// The folder in which a file lies.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
