//! How a letter names a question, and which of them are to be answered before all others.

use std::collections::BTreeSet;

use crate::answers::{Answer, Value};
use crate::assessment::flag::FlagState;
use crate::assessment::insight;
use crate::assessment::scope::Status;
use crate::document::{Text, Tone};
use crate::questionnaire::ids::QuestionId;
use crate::report::story::Story;
use crate::report::vendors_words::vendors_words;
use crate::words::clean::{Clean, Trusted};

/// A longer question is quoted in short where several stand together, in characters.
const LONGEST_QUESTION: usize = 54;
/// The longest question that is quoted whole where it stands alone, in characters.
const LONGEST_ALONE: usize = 100;
/// A longer answer or title of the vendor is quoted in short, in characters.
const LONGEST_WORDS: usize = 100;

/// How the instruction of an option begins, in whichever language it is written; what else stands in parentheses
/// belongs to the answer.
const INSTRUCTS: [&str; 10] =
    ["say ", "name ", "state ", "describe ", "specify ", "ange ", "nämn ", "namnge ", "beskriv ", "skriv "];

/// A question in short, with its id beside it.
pub fn question(story: &Story<'_, '_>, at: QuestionId) -> Text {
    in_room(story, at, LONGEST_ALONE)
}

fn in_room(story: &Story<'_, '_>, at: QuestionId, most: usize) -> Text {
    let question = &story.questionnaire().questions[at];
    let ask = shortened(story.say(&question.ask), most);
    Text::plain(story.lang.quoted(ask)).and(" ").then(Text::code(&question.id))
}

/// Questions in short, one behind the other.
pub fn questions(story: &Story<'_, '_>, questions: &[QuestionId]) -> Text {
    let most = if questions.len() > 1 { LONGEST_QUESTION } else { LONGEST_ALONE };
    Text::joined(questions.iter().map(|at| in_room(story, *at, most)), "; ")
}

/// A question in its own words, with its id behind it.
pub fn whole(story: &Story<'_, '_>, at: QuestionId) -> Text {
    let question = &story.questionnaire().questions[at];
    Text::plain(story.say(&question.ask)).and(" ").then(Text::code(&question.id))
}

/// What the vendor wrote, in short.
pub fn vendors(story: &Story<'_, '_>, words: Clean) -> Text {
    vendors_words(&in_short(words), story.lang)
}

/// What the vendor answered, without the instruction in parentheses that an option ends with: that is the form's.
pub fn answer(story: &Story<'_, '_>, at: QuestionId) -> Clean {
    let Answer::Given(Value::Options(chosen)) = story.assessment.subject.answers.answer(at) else {
        return story.vendors_answer(at);
    };
    let labels = story.questionnaire().questions[at].form.labels(chosen).into_iter();
    Clean::joined(labels.map(|label| story.say(label).part(without_instruction)), "; ")
}

fn without_instruction(label: &str) -> &str {
    let parts = label.strip_suffix(')').and_then(|label| label.rsplit_once(" ("));
    let is_told = |(_, told): &(&str, &str)| INSTRUCTS.iter().any(|word| told.starts_with(word));
    parts.filter(is_told).map_or(label, |(kept, _)| kept)
}

/// What the vendor wrote, in short.
pub fn in_short(words: Clean) -> Clean {
    shortened(words, LONGEST_WORDS)
}

/// Words cut behind a whole one, if there is room for any.
fn shortened(words: Clean, most: usize) -> Clean {
    let cut = words.clone().cut_at_word(most);
    if cut == words {
        return cut;
    }
    cut.part(|cut| cut.trim_end_matches(['…', ' ', ',', ';', ':', '('])).and("…")
}

/// The questions that keep a flag from being ruled out which holds the rating, and that the vendor can do something
/// about.
pub fn first(story: &Story<'_, '_>) -> BTreeSet<QuestionId> {
    let assessment = story.assessment;
    let open = insight::holding_flags(assessment).into_iter().filter(|flag| flag.state == FlagState::Open);
    let is_theirs = |at: &QuestionId| {
        let was_asked = assessment.questions[*at].status != Status::NotAsked;
        was_asked && !insight::may_be_accepted(assessment, *at)
    };
    open.flat_map(|flag| flag.cause.iter().copied()).filter(is_theirs).collect()
}

/// What is said before a point that comes before all others.
pub fn marked(is_first: bool, words: Clean) -> Text {
    if is_first { Text::tag(Tone::Careful, words).and(" ") } else { Text::default() }
}
