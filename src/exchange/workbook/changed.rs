//! What a workbook asks, held against the questionnaire: the text of a question, or of an option, that is not ours any
//! longer.

use super::gathered::GatheredQuestion;
use crate::answers::returned::is_alike;
use crate::questionnaire::{Question, Questionnaire};
use crate::source::cells::SheetCell;
use crate::words::Lang;
use crate::words::clean::{Clean, one_line, shortened};
use crate::words::problem::{Problem, forms as problem};

/// Of a text so many characters are shown.
const SHOWN: usize = 80;
/// What has fewer words is no question.
const FEWEST: usize = 4;

/// The cells in which an option is called otherwise than ours: whoever says Yes there means what stands beside it.
pub(super) fn options(row: &GatheredQuestion, of: &Questionnaire, question: &Question) -> Vec<(SheetCell, Problem)> {
    let options = question.form.options();
    let changed = row.labels.iter().filter_map(|(id, said)| {
        let (_, _, label) = options.iter().find(|(_, known, _)| known == id)?;
        let labels: Vec<Clean> = label.all().map(one_line).collect();
        let shown: Vec<Clean> = said.iter().map(|said| one_line(&said.words)).collect();
        let is_ours = shown.iter().any(|shown| labels.iter().any(|label| shown.contains(label.as_str())));
        let (found, cell) = (shown.first()?, said.first()?.cell.clone());
        let language = of.language(Lang::ALL.into_iter().next()?);
        let problem = || problem::form_text_changed(one_line(id), shortened(found, SHOWN), label.said(language));
        (!is_ours).then(|| (cell, problem()))
    });
    changed.collect()
}

/// The cell in which a question is asked in other words than ours; `None` where it is asked in ours, or nowhere.
pub(super) fn text(row: &GatheredQuestion, of: &Questionnaire, question: &Question) -> Option<(SheetCell, Problem)> {
    let asked: Vec<Clean> = Lang::ALL.iter().map(|lang| question.ask.said(of.language(*lang))).collect();
    let said: Vec<Clean> = row.explained.iter().map(|said| one_line(&said.words)).collect();
    if said.iter().any(|said| asked.iter().any(|ask| said.contains(ask.as_str()))) {
        return None;
    }
    let alike = said.iter().position(|said| asked.iter().any(|ask| is_alike(ask, said.split_whitespace())));
    let longest = || {
        let (at, said) = said.iter().enumerate().max_by_key(|(_, said)| said.chars().count())?;
        (said.split_whitespace().count() >= FEWEST).then_some(at)
    };
    let at = alike.or_else(longest)?;
    let (found, cell) = (said.get(at)?, row.explained.get(at)?.cell.clone());
    let sent = asked.iter().find(|ask| is_alike(ask, found.split_whitespace())).or(asked.first())?;
    Some((cell, problem::form_text_changed(one_line(&row.id), shortened(found, SHOWN), sent.clone())))
}
