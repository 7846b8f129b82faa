//! Who gave an answer, and what was proposed for it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::answers::model::VendorAnswer;
use crate::questionnaire::ids::QuestionId;
use crate::report::story::Story;
use crate::words::clean::{Clean, one_line};

/// Who gave an answer, and what was proposed for it; each missing where there is none.
#[derive(Default, Serialize, JsonSchema)]
#[schemars(rename = "given")]
pub(super) struct GivenJson {
    /// Who gave the answer, as the vendor's file says.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<GivenByJson>,
    /// What a form proposed. It counts for nothing, and stays beside an answer that confirms it.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposed: Option<ProposedJson>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "given_by")]
struct GivenByJson {
    /// What the person or the department is called.
    name: Clean,
    /// The day, or null if none is said.
    on: Option<String>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "proposed")]
struct ProposedJson {
    /// The answer or the note, in words.
    words: Clean,
    /// The comment that was given with it, if one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<Clean>,
    /// Where it comes from.
    from: Clean,
}

impl GivenJson {
    /// What the vendor's file says of an answer.
    pub(super) fn of(story: &Story<'_, '_>, at: QuestionId) -> GivenJson {
        let Some(VendorAnswer { by, proposed, .. }) = &story.assessment.subject.answers.answers[at] else {
            return GivenJson::default();
        };
        let by = by.as_ref();
        GivenJson {
            by: by.map(|by| GivenByJson { name: one_line(&by.name), on: by.on.map(|on| on.to_string()) }),
            proposed: proposed.as_ref().map(|proposal| ProposedJson {
                words: story.proposed_words(at, &proposal.proposed),
                comment: proposal.comment.as_deref().map(one_line),
                from: one_line(&proposal.from),
            }),
        }
    }
}
