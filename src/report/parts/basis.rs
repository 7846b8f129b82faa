//! What the result rests on: versions and fingerprints of what was judged, and what it is not.

use crate::case::Origins;
use crate::document::{Block, Fact, Section, Style, Text};
use crate::report::naming::extended_words;
use crate::report::story::Story;
use crate::words::clean::{Clean, Trusted, one_line};

/// The name and the version of this program.
pub const TOOL: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// Versions, fingerprints and the frameworks that references point to.
pub fn section(story: &Story<'_, '_>, origins: &Origins) -> Block {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let questionnaire = subject.questionnaire;
    let fingerprinted =
        |words: Clean, sha: &str| Text::plain(words).and(" · SHA-256 ").styled(Style::Code, one_line(sha));
    let mut facts = vec![Fact::new(lang.vendor(), Text::quoted(one_line(&subject.answers.vendor)))];
    facts.extend(
        subject.answers.service.as_ref().map(|service| Fact::new(lang.service(), Text::quoted(one_line(service)))),
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
            &subject.answers.source.fingerprint(),
        ),
    ));
    let papers = subject.papers.files().len();
    facts.extend((papers > 0).then(|| Fact::new(lang.papers_here(), lang.papers_counted(papers))));
    facts.push(Fact::new(
        lang.review_file(),
        match subject.review {
            Some(review) => {
                fingerprinted(one_line(&review.reviewer).and(", ").and(review.reviewed), &review.source.fingerprint())
            }
            None => Text::plain(lang.none()),
        },
    ));
    facts.push(Fact::new(
        lang.rules(),
        match &subject.policy.source {
            Some(source) => fingerprinted(one_line(&source.name), &source.fingerprint()),
            None => Text::plain(lang.basis_policy_default()),
        },
    ));
    facts.push(Fact::new(lang.judged_as_of(), subject.as_of));
    facts.push(Fact::new(lang.made_with(), TOOL));
    let mut blocks = vec![Block::Facts(facts)];
    let links = frameworks(story, origins);
    if !links.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.frameworks()).and(" ").then(Text::joined(links, " · "))));
    }
    blocks.push(Block::Paragraph(Text::strong(lang.disclaimer_in_full())));
    Section::block("basis", lang.basis(), blocks)
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
