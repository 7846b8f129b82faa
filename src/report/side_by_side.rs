//! Judgements side by side, and everything that can be made of them: for programs that use the library.

use super::compared::{self, Compared};
use super::json;
use super::judgement::Judgement;
use super::made_by::MadeBy;
use crate::answers::Answers;
use crate::answers::kinship::is_newer_first;
use crate::assessment::Assessment;
use crate::case::{Origins, file_name};
use crate::comparison::trend::order_of_days;
use crate::comparison::{self, Comparison, Incomparable};
use crate::document::Document;
use crate::words::{Broken, Lang, NoGuide};

/// Two or more judgements compared: vendors, or two dates of one. Whatever is made of it says the same, in every format
/// and in both languages.
#[derive(Debug)]
pub struct SideBySide<'j, 'c> {
    comparison: Comparison<'j, 'c>,
    /// What the answers files are called, and where the files of each came from.
    files: Vec<(String, Origins)>,
}

/// Puts judgements side by side.
///
/// # Errors
/// Nothing counts for one of them, or two have nothing in common that counts for both. They are named by their places
/// among those that were handed in.
pub fn compare<'j, 'c>(judgements: &[&'j Judgement<'c>]) -> Result<SideBySide<'j, 'c>, Incomparable> {
    let file = |judgement: &&Judgement<'_>| {
        let name = file_name(&judgement.assessment().subject.answers.source.name);
        (name, judgement.origins())
    };
    let comparison = comparison::compare(judgements.iter().map(|judgement| judgement.assessment()))?;
    Ok(SideBySide { comparison, files: judgements.iter().map(file).collect() })
}

impl<'j, 'c> SideBySide<'j, 'c> {
    /// Who ranks where, and what differs between every two.
    pub fn comparison(&self) -> &Comparison<'j, 'c> {
        &self.comparison
    }

    /// The assessments, the best first.
    pub fn ranked(&self) -> impl Iterator<Item = &'j Assessment<'c>> + '_ {
        self.comparison.ranking.iter().map(|at| self.comparison.assessments[*at])
    }

    /// Who ranks first and why, how sure that is, and everything that differs. Of one vendor the change is told from
    /// the older answers to the newer ones, however they were handed in, and of three or more dates as a line.
    pub fn report(&self, lang: Lang) -> Document {
        let told = |comparison: &Comparison<'_, '_>, files: &[(String, Origins)], turned: bool| {
            let mut compared = Compared::new(comparison, files, lang, (true, false), &NoGuide);
            compared.turned = turned;
            compared::document(&compared)
        };
        let all: Vec<&Assessment<'_>> = self.comparison.assessments.iter().copied().collect();
        let answers: Vec<&Answers> = all.iter().map(|one| one.subject.answers).collect();
        if let Some(Ok(order)) = order_of_days(&answers)
            && let Ok(line) = comparison::compare(order.iter().filter_map(|at| all.get(*at).copied()))
        {
            let files: Vec<(String, Origins)> = order.iter().filter_map(|at| self.files.get(*at).cloned()).collect();
            return told(&line, &files, false);
        }
        let is_turned = matches!(all[..], [a, b] if is_newer_first(a.subject.answers, b.subject.answers));
        match comparison::compare(all.iter().rev().copied()) {
            Ok(turned) if is_turned => told(&turned, &self.files.iter().rev().cloned().collect::<Vec<_>>(), true),
            _ => told(&self.comparison, &self.files, false),
        }
    }

    /// Everything, exact, as one JSON document (`duly/comparison@1`).
    ///
    /// # Errors
    /// A mistake of the program keeps it from being written.
    pub fn json(&self) -> Result<String, Broken> {
        let origins = self.files.iter().map(|(_, origins)| origins.clone()).collect();
        json::comparison::render(&self.comparison, &origins, &MadeBy::default())
    }
}
