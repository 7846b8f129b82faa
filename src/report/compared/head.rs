//! What stands above a comparison: what is compared, as of which day, by whose reviews, and what to be careful about.

use super::told::Compared;
use crate::answers::Answers;
use crate::answers::kinship::{Kinship, kinship};
use crate::comparison::change::expired_since;
use crate::document::Block;
use crate::questionnaire::ids::VendorId;
use crate::report::parts::verdict;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::named;

/// The head: what holds for all of them stands once, the rest behind their names. A page for a board has room for the
/// questionnaire, the day and the cautions.
pub fn head(compared: &Compared<'_, '_>) -> Vec<Block> {
    let rests_on = lines(compared, |at| {
        let head = verdict::head(&compared.stories[at], &compared.origins[at]);
        // between two dates the files themselves say what stayed as it was
        let same = compared.stories[at].word_for_word().filter(|_| compared.over_time);
        let rests_on = head.rests_on.into_iter().filter(|line| !compared.for_board && Some(line) != same.as_ref());
        [verdict::asked(&compared.stories[at])].into_iter().chain(rests_on).collect()
    });
    let cautions = lines(compared, |at| {
        let cautions = verdict::head(&compared.stories[at], &compared.origins[at]).cautions;
        cautions.into_iter().chain(made_by_time(compared, at)).collect()
    });
    let rests_on = rests_on.into_iter().map(|line| Block::Paragraph(line.into()));
    let cautions = cautions.into_iter().chain(whose(compared));
    rests_on.chain(cautions.map(|line| Block::Notice(line.into()))).collect()
}

/// That of an earlier date's difference to the last a part is made by time alone: proof that was current then.
fn made_by_time(compared: &Compared<'_, '_>, at: VendorId) -> Option<Clean> {
    let is_earlier = compared.over_time && compared.names.ids().next_back() != Some(at);
    let (answers, day) = expired_since(compared.comparison.assessments[at]).filter(|_| is_earlier)?;
    Some(compared.lang.expired_since(day, answers))
}

/// What to be careful about in who is who: two names of one vendor, two vendors of one name, names that look alike, and
/// the newer of two dates named first.
fn whose(compared: &Compared<'_, '_>) -> Vec<Clean> {
    let lang = compared.lang;
    let all: Vec<&Answers> = compared.comparison.assessments.iter().map(|one| one.subject.answers).collect();
    let short = |answers: &Answers| named(&answers.vendor, lang, |name| name.cut(LONGEST_NAME));
    let said = |a: &Answers, b: &Answers| match kinship(a, b) {
        Kinship::Same | Kinship::Others => None,
        Kinship::Renamed => {
            let registration = clean::shortened(a.registration.as_deref().unwrap_or_default(), LONGEST_NAME);
            Some(lang.one_registration(short(a), short(b), registration))
        }
        Kinship::Namesakes => Some(lang.namesakes(short(a))),
        Kinship::LookAlikes => Some(lang.look_alikes(short(a), short(b))),
    };
    let mut told: Vec<Clean> = Vec::new();
    for (at, a) in all.iter().enumerate() {
        let with_later = all[at + 1..].iter().filter_map(|b| said(a, b));
        with_later.for_each(|line| told.extend((!told.contains(&line)).then_some(line)));
    }
    told.extend(compared.turned.then(|| lang.newer_was_first()));
    told.into_iter().map(|line| line.capitalized()).collect()
}

/// The longest name that is shown whole.
const LONGEST_NAME: usize = 60;

/// The lines of every vendor, each once: without a name where all of them have it, else behind the names of those that
/// do.
fn lines(compared: &Compared<'_, '_>, of: impl Fn(VendorId) -> Vec<Clean>) -> Vec<Clean> {
    let mut all: Vec<(Clean, Vec<VendorId>)> = Vec::new();
    for at in compared.names.ids() {
        for line in of(at) {
            match all.iter_mut().find(|(known, _)| *known == line) {
                Some((_, whose)) => whose.push(at),
                None => all.push((line, vec![at])),
            }
        }
    }
    let told = all.into_iter().map(|(line, whose)| match whose.len() == compared.names.len() {
        true => line.capitalized(),
        false => Clean::joined(whose.iter().map(|at| &compared.names[*at]), ", ").and(": ").and(line),
    });
    told.collect()
}
