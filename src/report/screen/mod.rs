//! The report on the terminal: verdict, why, the way out, numbers, then what to do. Fits 50 lines unless everything is
//! asked for.

mod remarks;

use remarks::{ScreenRoom, faint, remarks, rests_on};

use super::naming::{self, level};
use super::parts::categories::{self, Columns};
use super::parts::{answers, flags, overdue, verdict};
use super::story::{Quoting, StepsTold, Story};
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::{Assessment, Score, insight};
use crate::case::Origins;
use crate::document::fit::fullest;
use crate::document::wrap::columns;
use crate::document::{
    Bar, Block, Cell, Column, Document, Fact, Layout, Record, Row, RowKind, Section, Style, Table, Text, Tone, terminal,
};
use crate::questionnaire::ids::QuestionId;
use crate::words::clean::{Clean, Trusted};
use crate::words::{Exact, Guide, Hint, Lang};

/// The lines that the report fits, unless everything is asked for.
pub const LINES: usize = 50;

/// So many steps of each kind are named at most.
const MOST_STEPS: usize = 3;

/// So long may a reason be where there is little room.
const TERSE_REASON: usize = 145;

/// A name of a category is cut to no less.
const LEAST_NAME: usize = 16;

/// So many raised flags are named however little room there is.
const ALWAYS_NAMED: usize = 2;

/// Where there are fewer columns, bars are left out: their numbers stand beside them.
const ROOM_FOR_BARS: usize = 60;

/// How the report is shown.
#[derive(Clone, Debug)]
pub struct View<'v> {
    /// The reader's language.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// Whether to use colour.
    pub colour: bool,
    /// Every question, every flag, every remediation.
    pub all: bool,
    /// Who says how to see more.
    pub guide: &'v dyn Guide,
    /// Where the files came from.
    pub origins: Origins,
}

/// The report: with as many entries in each list as fit; in short where not even one does, and where even that is too
/// long, with nothing but the first thing to do.
pub fn render(assessment: &Assessment<'_>, view: &View<'_>) -> String {
    let story = Story::new(assessment, view.lang);
    let screen = Screen {
        story,
        view,
        lang: view.lang,
        numbers: numbers(&story, view.width),
        categories: categories(&story, view),
        aging: story.aging_evidence(),
        basis: rests_on(&story, view.all),
    };
    let drawn = |room: ScreenRoom| terminal::render(&screen.document(room), view.width, view.colour);
    if view.all {
        return drawn(ScreenRoom { entries: usize::MAX, terse: false, all: true });
    }
    let short = |entries: usize| ScreenRoom { entries, terse: true, all: false };
    let rooms = (1..=6).map(|entries| ScreenRoom { entries, terse: false, all: false });
    fullest([short(1)].into_iter().chain(rooms), short(0), drawn, |screen| screen.lines().count() <= LINES)
}

struct Screen<'v, 'a> {
    story: Story<'v, 'a>,
    view: &'v View<'v>,
    lang: Lang,
    // What is the same however much room there is, made once: the three scores, the categories, evidence that expires,
    // what the report rests on.
    numbers: Option<Table>,
    categories: Table,
    aging: [Vec<Clean>; 2],
    basis: Clean,
}

impl Screen<'_, '_> {
    fn document(&self, room: ScreenRoom) -> Document {
        let title = Text::strong(verdict::vendor(&self.story)).and(" · ".and(verdict::asked(&self.story)));
        let mut blocks = self.head();
        blocks.push(Block::Verdict(verdict::verdict(&self.story)));
        blocks.push(Block::Facts(self.why(room)));
        blocks.extend(self.numbers.clone().map(Block::Table));
        blocks.push(Block::Table(self.categories.clone()));
        if self.view.all {
            blocks.extend(self.questions());
        }
        blocks.extend(self.flags(room));
        blocks.extend(self.remediations(room));
        blocks.push(Block::Facts(remarks(&self.story, &self.aging, room)));
        blocks.push(Block::Paragraph(faint(&self.basis)));
        blocks.push(self.last_line());
        Document { lang: self.lang, layout: Layout::Screen { spaced: !room.terse }, title, blocks }
    }

    fn head(&self) -> Vec<Block> {
        let verdict::Head { rests_on, cautions } =
            verdict::guided_head(&self.story, &self.view.origins, self.view.guide);
        let lines = rests_on.into_iter().map(|line| Block::Paragraph(faint(line)));
        let cautions = cautions.into_iter().chain(overdue::in_words(&self.story));
        lines.chain(cautions.map(|caution| Block::Notice(Text::plain(caution)))).collect()
    }

    /// Why the verdict is as it is, and what leads to a better one.
    fn why(&self, room: ScreenRoom) -> Vec<Fact> {
        let quoting = if self.view.all { Quoting::Whole } else { Quoting::Short };
        let reasons = verdict::all_reasons(&self.story, quoting);
        let most = if room.terse { 2 } else { 3 };
        let shown = if self.view.all { reasons.len() } else { reasons.len().min(most) };
        let left = reasons.len() - shown;
        let mut facts = Vec::new();
        for (at, reason) in reasons.iter().take(shown).enumerate() {
            let name = if at == 0 { self.lang.because() } else { Clean::default() };
            let more = (at + 1 == shown && left > 0).then(|| " · ".and(self.lang.further_reasons(left)));
            let reason = reason.clone().cut_at_word(if room.terse { TERSE_REASON } else { usize::MAX });
            facts.push(Fact::new(name, reason.and(more.unwrap_or_default())));
        }
        facts.extend(verdict::way(&self.story).map(|way| match way.to {
            Some(to) => Fact::new(to, Text::tag(Tone::Good, way.words)),
            None => Fact::new(self.lang.way_out(), way.words),
        }));
        let assessment = self.story.assessment;
        let rating = insight::told_rating(assessment).rated().filter(|_| !room.terse);
        let rules = rating.zip(assessment.overall.as_ref());
        let rules = rules.map(|(rating, score)| faint(self.story.by_our_rules(rating, score)));
        facts.extend(rules.map(|rules| Fact::new(self.lang.by_our_rules(), rules)));
        facts
    }

    fn flags(&self, room: ScreenRoom) -> Vec<Block> {
        let has_raised = !insight::flags_in(self.story.assessment, FlagState::Triggered).is_empty();
        let style = if has_raised { Style::Tag(Tone::Bad) } else { Style::Plain };
        let ruled_out = self.story.ruled_out_counted().filter(|_| !room.terse).map(|counted| "; ".and(counted));
        let counted = Text::default().styled(style, self.story.flags_counted()).and(ruled_out.unwrap_or_default());
        let mut blocks = vec![Block::Facts(vec![Fact::new(self.lang.red_flags(), counted)])];
        let names_open = self.view.all || insight::names_open_flags(self.story.assessment);
        let told = insight::flags_to_tell(self.story.assessment, |_| names_open);
        if self.view.all {
            blocks.push(Block::Records(told.into_iter().map(|flag| flags::record(&self.story, flag)).collect()));
            return blocks;
        }
        let raised = told.iter().filter(|flag| flag.state == FlagState::Triggered).count();
        let is_open = usize::from(room.entries > 0 && told.iter().any(|flag| flag.state == FlagState::Open));
        let shown = room.entries.max(raised.min(if room.entries == 0 { 1 } else { ALWAYS_NAMED }) + is_open);
        let left = told.len().saturating_sub(shown);
        let mut items: Vec<Text> = Vec::new();
        for item in told.iter().map(|flag| self.flag(flag)) {
            // two flags may wait for the same answer
            items.extend((!items.contains(&item) && items.len() < shown).then_some(item));
        }
        items.extend((left > 0 && !room.terse).then(|| faint(naming::more_to_see(left, self.view.guide, self.lang))));
        blocks.extend((!items.is_empty()).then_some(Block::List(items)));
        blocks
    }

    fn flag(&self, flag: &Flag) -> Text {
        let severity = self.lang.severity(level(flag.severity, self.lang));
        let told = self.story.flag_told(flag, Quoting::Short);
        let aside = told.aside.map(|aside| " (".and(aside).and(")")).unwrap_or_default();
        Text::tag(verdict::tone(flag.severity), severity.and(", ").and(told.state).and(": ")).and(told.what).and(aside)
    }

    /// What would lower the rating, in the order in which one would go about it, and who sees to it.
    fn remediations(&self, room: ScreenRoom) -> Vec<Block> {
        let (lang, remediations) = (self.lang, self.story.assessment.remediations());
        let steps = self.story.first_steps();
        if steps.is_empty() {
            return Vec::new();
        }
        let together: Exact = remediations.iter().map(|remediation| &remediation.gain).sum();
        let counted = lang.remediations_counted(remediations.len(), self.story.points(&together));
        let quoting = if self.view.all { Quoting::Whole } else { Quoting::Short };
        let most = if self.view.all { usize::MAX } else { room.entries.clamp(1, MOST_STEPS) };
        let told = self.story.steps_told(&steps, quoting, most);
        let most_groups = if room.terse && room.entries == 0 { 1 } else { told.len() };
        let items = told.into_iter().take(most_groups).map(|StepsTold { who, what: mut shown, left }| {
            shown.extend((left > 0).then(|| Text::plain(lang.and_more(left))));
            Text::tag(Tone::Good, who.and(": ")).then(Text::joined(shown, "; "))
        });
        vec![Block::Facts(vec![Fact::new(lang.do_first(), faint(counted))]), Block::List(items.collect())]
    }

    fn questions(&self) -> impl Iterator<Item = Block> {
        let categories = self.story.questionnaire().categories.iter();
        categories.map(|category| {
            let records = category.questions.iter().map(|at| self.question(*at)).collect();
            let title = self.story.say(&category.title);
            Section::block("answers-".and(&category.id), title, vec![Block::Records(records)])
        })
    }

    fn question(&self, at: QuestionId) -> Record {
        let question = &self.story.questionnaire().questions[at];
        let counts = insight::counts(self.story.assessment, at);
        let points = if counts { self.story.points_of_share(at) } else { "–".clean() };
        let mut facts = answers::said(&self.story, at);
        if let (EffectiveAnswer::Ours(_), Some(answer)) =
            (self.story.assessment.questions[at].effective, facts.first_mut())
        {
            let whose = Text::tag(Tone::Careful, "(".and(self.lang.overruled_by_us()).and(")"));
            answer.text = Text::strong(self.story.answer(at)).and(" ").then(whose);
        }
        Record {
            anchor: question.id.clone(),
            head: Text::strong(points)
                .and(" · ")
                .styled(Style::Code, &question.id)
                .styled(Style::Faint, " · ".and(self.story.standing(at))),
            aside: self.story.say(&question.ask).into(),
            facts,
        }
    }

    fn last_line(&self) -> Block {
        let lang = self.lang;
        let (tone, verdict) = verdict::in_short(&self.story);
        let next = if self.view.all { Hint::ExplainPoints } else { Hint::SeeInFull };
        let next = next.told(self.view.guide, lang).map(|how| " · ".and(lang.next_command(how)));
        Block::Paragraph(Text::tag(tone, verdict).and(next.unwrap_or_default()))
    }
}

/// The three scores, each with a bar and what it means.
fn numbers(story: &Story<'_, '_>, width: usize) -> Option<Table> {
    let assessment = story.assessment;
    let score = assessment.overall.as_ref()?;
    let lang = story.lang;
    let open = insight::open_counts(assessment);
    let known = story.percent(&score.known());
    let [assured, claimed, potential] = [Score::assured, Score::claimed, Score::potential].map(|of| of(score));
    let ends = [&assured, &claimed, &potential].map(categories::thousandths);
    let rows = [
        (lang.counted(), &assured, Clean::joined(story.assured_in_words(), " · ")),
        (lang.claimed(), &claimed, lang.claimed_means()),
        (lang.at_most(), &potential, lang.open_and_known(open.all(), open.of, known)),
    ];
    let has_bars = width >= ROOM_FOR_BARS;
    let rows = rows.into_iter().enumerate().map(|(at, (name, score, note))| {
        let number = story.score(score);
        let bar = has_bars.then(|| Cell::Bar(bar(ends, at, name.clone().and(" ").and(&number))));
        let cells = [Some(name.into()), Some(Text::strong(number).into()), bar, Some(faint(note).into())];
        Row::plain(cells.into_iter().flatten().collect())
    });
    let unnamed = Clean::default;
    let bars = has_bars.then(|| Column::bar(unnamed()));
    let columns =
        [Some(Column::words(unnamed())), Some(Column::number(unnamed())), bars, Some(Column::words(unnamed()))];
    let columns = columns.into_iter().flatten().collect();
    Some(Table { caption: lang.scores(), columns, rows: rows.collect(), legend: None })
}

/// The categories, with the line of the whole if everything is asked for.
fn categories(story: &Story<'_, '_>, view: &View<'_>) -> Table {
    let mut table = categories::table(story, Columns::Screen(view.width));
    table.rows.retain(|row| view.all || row.kind != RowKind::Total);
    if !view.all {
        keep_names_on_one_line(&mut table, view.width);
    }
    table
}

/// Cuts names that leave the other columns too little room: each line of the short screen counts.
fn keep_names_on_one_line(table: &mut Table, width: usize) {
    let words = |cell: &Cell| if let Cell::Text(text) = cell { columns(&text.words()) } else { 0 };
    let head = |at: usize| table.columns[at].title.split_whitespace().map(columns).max().unwrap_or(0);
    let widest = |at: usize| table.rows.iter().filter_map(|row| row.cells.get(at)).map(words).max().unwrap_or(0);
    let others: usize = (1..table.columns.len()).map(|at| 1 + widest(at).max(head(at))).sum();
    for row in &mut table.rows {
        let set_in = if row.kind == RowKind::Member { 2 } else { 0 };
        let room = width.saturating_sub(2 + others + set_in);
        if let Some(Cell::Text(name)) = row.cells.first_mut().filter(|_| room >= LEAST_NAME) {
            *name = Text::plain(name.words().cut_at_word(room));
        }
    }
}

/// The bar of one of the scores, which end in so many thousandths: the parts up to its own end, and what is left.
fn bar(ends: [u64; 3], at: usize, label: Clean) -> Bar {
    let [assured, claimed, potential] = std::array::from_fn(|end| ends[end.min(at)]);
    Bar { parts: [assured, claimed - assured, potential - claimed, 1000 - potential], label }
}
