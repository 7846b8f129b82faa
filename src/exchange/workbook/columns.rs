//! The columns of a sheet of questions: which there are, what they are called, and how wide they are.

use super::layout::ColumnId;
use crate::answers::form_file::{FormFile, Prefilled};
use crate::answers::model::Proposed;
use crate::words::{Clean, Lang};

/// What a column of a sheet of questions is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Which one it is.
    Number,
    /// What is asked, in one of the languages.
    Ask(usize),
    /// What can be answered.
    How,
    /// What is said to a vendor that has answered before.
    Mark,
    /// What comes back, or stands beside it.
    Filled(ColumnId),
    /// The documents to attach.
    Attach,
    /// Open, answered, or not asked.
    Status,
    /// Whether it is asked: 0, 0.5 where that is not known yet, 1. Hidden.
    Asked,
    /// Whether it has an answer: 0 or 1. Hidden.
    Given,
    /// The answer that holds: the one that is given, else the one that is proposed and confirmed. Hidden; there where
    /// something is proposed.
    Held,
}

/// The columns that a form needs: those that hold who answered and what is proposed only where something is.
pub fn columns(form: &FormFile<'_>) -> Vec<Role> {
    let given: Vec<&Prefilled> = form.outline.questions.iter().map(|asked| form.prefilled(asked.question)).collect();
    let is_proposed = |is_it: fn(&Proposed) -> bool| {
        given.iter().filter_map(|given| given.proposed.as_ref()).any(|proposal| is_it(&proposal.proposed))
    };
    let (has_answer, has_note) =
        (is_proposed(|it| matches!(it, Proposed::Answer(_))), is_proposed(|it| matches!(it, Proposed::Note(_))));
    let asks = (0..1 + form.second.iter().len()).map(Role::Ask);
    let has_mark = given.iter().any(|given| !given.marks.is_empty());
    let is_commented = |given: &&&Prefilled| given.proposed.as_ref().is_some_and(|it| it.comment.is_some());
    let has_comment = given.iter().find(is_commented).is_some();
    let columns = [Role::Number].into_iter().chain(asks).chain([Role::How]).chain(has_mark.then_some(Role::Mark));
    let proposals = [
        (ColumnId::ProposedAnswer, has_answer),
        (ColumnId::ProposedNote, has_note),
        (ColumnId::ProposedComment, has_comment),
        (ColumnId::ProposedFrom, has_answer || has_note),
        (ColumnId::Confirmed, has_answer),
        (ColumnId::Answer, true),
        (ColumnId::Comment, true),
        (ColumnId::Evidence, true),
        (ColumnId::By, given.iter().any(|given| given.by.is_some())),
    ];
    let filled = proposals.into_iter().filter(|(_, is_there)| *is_there).map(|(column, _)| Role::Filled(column));
    columns
        .chain(filled)
        .chain([Role::Attach, Role::Status, Role::Asked, Role::Given])
        .chain(has_answer.then_some(Role::Held))
        .collect()
}

/// The head of a column.
pub fn head(role: Role, lang: Lang) -> Clean {
    match role {
        Role::Number => lang.column_number(),
        Role::Ask(_) => lang.column_question(),
        Role::How => lang.column_how(),
        Role::Mark => lang.column_mark(),
        Role::Attach => lang.column_attach(),
        Role::Status => lang.column_status(),
        Role::Filled(ColumnId::Comment) => lang.column_comment(),
        Role::Filled(ColumnId::Evidence) => lang.column_evidence(),
        Role::Filled(ColumnId::By) => lang.column_by(),
        Role::Filled(ColumnId::ProposedAnswer) => lang.column_proposed_answer(),
        Role::Filled(ColumnId::ProposedNote) => lang.column_proposed_note(),
        Role::Filled(ColumnId::ProposedFrom) => lang.column_proposed_from(),
        Role::Filled(ColumnId::ProposedComment) => lang.column_proposed_comment(),
        Role::Filled(ColumnId::Confirmed) => lang.column_confirmed(),
        Role::Filled(_) | Role::Asked | Role::Given | Role::Held => lang.column_answer(),
    }
}

/// How wide a column is where there are so many languages.
pub fn width(role: Role, languages: usize) -> u16 {
    let [in_one, in_two] = match role {
        Role::Number => [40, 40],
        Role::Ask(_) => [330, 290],
        Role::How => [215, 220],
        Role::Attach => [190, 200],
        Role::Status => [85, 110],
        Role::Asked | Role::Given | Role::Held => [50, 50],
        Role::Mark => [130, 140],
        Role::Filled(ColumnId::Comment | ColumnId::ProposedComment) => [220, 220],
        Role::Filled(ColumnId::Evidence) => [95, 95],
        Role::Filled(ColumnId::Confirmed) => [110, 150],
        Role::Filled(ColumnId::By | ColumnId::ProposedFrom) => [110, 110],
        Role::Filled(_) => [180, 190],
    };
    if languages == 1 { in_one } else { in_two }
}
