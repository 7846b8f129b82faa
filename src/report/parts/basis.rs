//! What the result rests on: versions and fingerprints of what was judged, and what it is not.

use crate::case::{Origins, file_name};
use crate::document::{Block, Fact, Section, Style, Text};
use crate::report::made_by::MadeBy;
use crate::report::naming::extended_words;
use crate::report::story::Story;
use crate::report::vendors_words::vendors_words;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// The name and the version of this program.
pub const TOOL: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// So many digits of a fingerprint stand where there is no room for all.
const DIGITS: usize = 32;
/// So many stand where there is hardly any room.
pub const FEWEST_DIGITS: usize = 12;

/// Versions, fingerprints and the frameworks that references point to.
pub fn section(story: &Story<'_, '_>, origins: &Origins, made_by: &MadeBy) -> Block {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let questionnaire = subject.questionnaire;
    let fingerprinted =
        |words: Clean, sha: &str| Text::plain(words).and(" · SHA-256 ").styled(Style::Code, one_line(sha));
    let mut facts = vec![Fact::new(lang.vendor(), vendors_words(&subject.answers.vendor, lang))];
    facts.extend(
        subject.answers.service.as_ref().map(|service| Fact::new(lang.service(), vendors_words(service, lang))),
    );
    let client = subject.review.and_then(|review| review.client.as_ref());
    facts.extend(client.map(|client| Fact::new(lang.client(), Text::plain(one_line(client)))));
    let asked = fingerprinted(questionnaire.reference(), &questionnaire.fingerprint());
    facts.push(Fact::new(lang.questionnaire(), asked));
    let extended = questionnaire.base.iter().flat_map(|base| base.and_below());
    facts.extend(
        extended.map(|base| Fact::new(lang.extends(), fingerprinted(extended_words(base, lang), &base.fingerprint))),
    );
    facts.push(Fact::new(
        lang.answers_file(),
        fingerprinted(
            subject.answers.answered.map(|day| day.clean()).unwrap_or_else(|| lang.undated()),
            &subject.answers.source.fingerprint().to_string(),
        ),
    ));
    let papers = subject.papers.files().len();
    facts.extend((papers > 0).then(|| Fact::new(lang.papers_here(), lang.papers_counted(papers))));
    facts.push(Fact::new(
        lang.review_file(),
        match subject.review {
            Some(review) => fingerprinted(
                one_line(&review.reviewer).and(", ").and(review.reviewed),
                &review.source.fingerprint().to_string(),
            ),
            None => Text::plain(lang.none()),
        },
    ));
    facts.push(Fact::new(
        lang.rules(),
        match &subject.policy.source {
            Some(source) => fingerprinted(one_line(&file_name(&source.name)), &source.fingerprint().to_string()),
            None => Text::plain(lang.basis_policy_default()),
        },
    ));
    facts.push(Fact::new(lang.judged_as_of(), subject.as_of));
    facts.push(Fact::new(lang.made_with(), TOOL));
    facts.extend(made_by.command().map(|command| Fact::new(lang.made_by(), Text::code(command))));
    let mut blocks = vec![Block::Facts(facts)];
    let links = frameworks(story, origins);
    if !links.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.frameworks()).and(" ").then(Text::joined(links, " · "))));
    }
    blocks.push(Block::Paragraph(Text::strong(lang.disclaimer_in_full())));
    Section::block("basis", lang.basis(), blocks)
}

/// The questionnaire and what it extends, with so many digits of their fingerprints.
pub fn asked_in_short(story: &Story<'_, '_>, digits: usize) -> Vec<Clean> {
    let (questionnaire, lang) = (story.questionnaire(), story.lang);
    let own = lang.basis_questionnaire(questionnaire.reference(), short(&questionnaire.fingerprint(), digits));
    let extended = questionnaire.base.iter().flat_map(|base| base.and_below()).map(|base| {
        let taken = base.questions - base.questions_left_out;
        lang.basis_extends(base.reference(), short(&base.fingerprint, digits), taken, base.questions)
    });
    [own].into_iter().chain(extended).collect()
}

/// The answers and our review, with so many digits of their fingerprints.
pub fn said_in_short(story: &Story<'_, '_>, digits: usize) -> Vec<Clean> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let answers = short(&subject.answers.source.fingerprint().to_string(), digits);
    let answers = match subject.answers.answered {
        Some(date) => lang.basis_answers(date, answers),
        None => lang.basis_answers_undated(answers),
    };
    let review =
        subject.review.map(|review| lang.basis_review(short(&review.source.fingerprint().to_string(), digits)));
    [answers].into_iter().chain(review).collect()
}

/// Our rules, by a name that is made of the one of their file, with so many digits of their fingerprint.
pub fn rules_in_short(story: &Story<'_, '_>, name: impl Fn(&str) -> String, digits: usize) -> Clean {
    match &story.assessment.subject.policy.source {
        Some(source) => {
            story.lang.basis_policy(one_line(&name(&source.name)), short(&source.fingerprint().to_string(), digits))
        }
        None => story.lang.basis_policy_default(),
    }
}

/// So many digits of a fingerprint.
pub fn short(sha: &str, digits: usize) -> Clean {
    one_line(sha.get(..digits).unwrap_or(sha))
}

/// The last lines of a page: what it says of itself, what it rests on and how it was made. Vendors stand in the order
/// in which their files are named.
pub fn foot_of_page(said: Clean, told: &[&Story<'_, '_>], made_by: &MadeBy, lang: Lang) -> Block {
    let (head, vendors) = rests_on(told, FEWEST_DIGITS, lang);
    let files = Clean::joined([head].into_iter().chain(vendors), " · ");
    let text = Text::default().styled(Style::Faint, said.and(" ").and(files));
    Block::Paragraph(command(made_by, lang).into_iter().fold(text, |text, command| text.and(" · ").then(command)))
}

/// What a comparison rests on and how it was made. Vendors stand in the order in which their files are named.
pub fn foot(told: &[(&Story<'_, '_>, &Clean)], made_by: &MadeBy, lang: Lang) -> Vec<Block> {
    let (stories, names): (Vec<&Story<'_, '_>>, Vec<&Clean>) = told.iter().copied().unzip();
    let (head, vendors) = rests_on(&stories, DIGITS, lang);
    let faint = |words: Clean| Text::default().styled(Style::Faint, words);
    let vendors = names.into_iter().zip(vendors).map(|(name, files)| faint(name.and(": ").and(files)));
    let vendors = Block::List(vendors.collect());
    let command = command(made_by, lang).map(Block::Paragraph);
    [Block::Paragraph(faint(head)), vendors].into_iter().chain(command).collect()
}

/// What a vendor's judgement rests on, in part.
type Footing<'f> = dyn Fn(&Story<'_, '_>) -> Vec<Clean> + 'f;

/// What is the same for all of them, and then the files of each.
fn rests_on(told: &[&Story<'_, '_>], digits: usize, lang: Lang) -> (Clean, Vec<Clean>) {
    let asked = |story: &Story<'_, '_>| asked_in_short(story, digits);
    let rules = |story: &Story<'_, '_>| vec![rules_in_short(story, file_name, digits)];
    let as_of = |story: &Story<'_, '_>| vec![lang.basis_judged_as_of(story.assessment.subject.as_of)];
    let parts: [&Footing<'_>; 3] = [&asked, &rules, &as_of];
    let is_same = |part: &Footing<'_>| {
        let mut each = told.iter().map(|story| part(story));
        let first = each.next();
        each.all(|other| Some(&other) == first.as_ref())
    };
    let (same, own): (Vec<_>, Vec<_>) = parts.into_iter().partition(|part| is_same(part));
    let same = told.first().into_iter().flat_map(|story| same.iter().flat_map(|part| part(story)));
    let same = Clean::joined(same, " · ");
    let head = Clean::joined([lang.basis_in_short(digits)].into_iter().chain((!same.is_empty()).then_some(same)), ": ");
    let vendor = |story: &&Story<'_, '_>| {
        let own = own.iter().flat_map(|part| part(story));
        Clean::joined(said_in_short(story, digits).into_iter().chain(own), " · ")
    };
    (head, told.iter().map(vendor).collect())
}

/// By what command a document was made.
pub fn command(made_by: &MadeBy, lang: Lang) -> Option<Text> {
    let told =
        |command: &Clean| Text::default().styled(Style::Faint, lang.made_by().and(": ")).styled(Style::Code, command);
    made_by.command().map(told)
}

/// The frameworks; linked unless the questionnaire is the vendor's own, so that it cannot lead a reader anywhere.
fn frameworks(story: &Story<'_, '_>, origins: &Origins) -> Vec<Text> {
    let named = story.questionnaire().frameworks.iter().map(|framework| {
        let title = story.say(&framework.title);
        match framework.link.as_ref().filter(|_| !origins.vendors_own_questionnaire) {
            Some(link) => Text::default().web(title, link),
            None => Text::plain(title),
        }
    });
    named.collect()
}
