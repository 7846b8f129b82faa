//! Every question side by side, with both comments.

use super::told::Compared;
use crate::document::{Block, Fact, Record, Section, Text};
use crate::questionnaire::ids::{QuestionId, VendorId};
use crate::questionnaire::matching::Matching;
use crate::report::parts::answers::answered;
use crate::report::vendors_words::vendors_words;
use crate::words::clean::Trusted;

/// Every question that both were asked.
pub fn section(compared: &Compared<'_, '_>, vendors: [VendorId; 2], matching: &Matching) -> Block {
    let records = matching.common.iter().map(|(a, b)| record(compared, [(vendors[0], *a), (vendors[1], *b)]));
    let title = compared.lang.every_question();
    Section::block("every-question", title, vec![Block::Records(records.collect())])
}

fn record(compared: &Compared<'_, '_>, sides: [(VendorId, QuestionId); 2]) -> Record {
    let (first, question) = sides[0];
    let mut facts = Vec::new();
    for (vendor, question) in sides {
        let story = &compared.stories[vendor];
        let standing = " (".and(story.standing(question)).and(")");
        let answer = answered(story, question).and(standing);
        facts.push(Fact::new(compared.names[vendor].clone(), answer));
    }
    for (vendor, question) in sides {
        let comment = compared.comparison.assessments[vendor].subject.answers.comment(question);
        let name = compared.lang.comment_by(&compared.names[vendor]);
        facts.extend(comment.map(|comment| Fact::new(name, vendors_words(comment, compared.lang))));
    }
    Record {
        anchor: compared.stories[first].questionnaire().questions[question].id.clone(),
        head: compared.asked(first, question),
        aside: Text::default(),
        facts,
    }
}
