//! The report on the terminal: verdict, why, the way out, numbers, then what to do. Fits 50 lines unless everything is
//! asked for.

use num_bigint::BigInt;

use super::naming::{self, level, loud};
use super::overview;
use super::story::{Demand, Story};
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::rating::Rating;
use crate::assessment::{Assessment, Score};
use crate::case::Origins;
use crate::document::canvas::{Canvas, Piece};
use crate::document::wrap::padded;
use crate::document::{Style, Tone};
use crate::policy::Assurance;
use crate::questionnaire::Level;
use crate::words::{Guide, Hint, Lang, clean};

/// The lines that the report fits, unless everything is asked for.
pub const LINES: usize = 50;

/// Cells of a bar that stands for 100 points.
const BAR: u32 = 20;

/// How the report is shown.
#[derive(Clone, Debug)]
pub struct View<'v> {
    /// The reader's language.
    pub lang: Lang,
    /// Columns.
    pub width: usize,
    /// Whether to use colour.
    pub colour: bool,
    /// Every question, every flag, every fix.
    pub all: bool,
    /// Who says how to see more.
    pub guide: &'v dyn Guide,
    /// Where the files came from.
    pub origins: Origins,
}

/// The report.
pub fn render(assessment: &Assessment<'_>, view: &View<'_>) -> String {
    let story = Story::new(assessment, view.lang);
    let fixed = Fixed { basis: basis(assessment, view), table: overview::table(&story, view.width, view.all) };
    if view.all {
        return draw(story, view, &fixed, usize::MAX).finish();
    }
    let mut canvas = draw(story, view, &fixed, 0);
    for detail in 1..=6 {
        let richer = draw(story, view, &fixed, detail);
        if richer.height() > LINES {
            break;
        }
        canvas = richer;
    }
    canvas.finish()
}

/// The parts of the report that are the same however much room there is; made once.
struct Fixed {
    basis: String,
    table: String,
}

/// The report with at most `detail` entries in each list, at least one; with 0 the entries are short, too.
fn draw(story: Story<'_, '_>, view: &View<'_>, fixed: &Fixed, detail: usize) -> Canvas {
    let mut screen = Screen {
        story,
        view,
        fixed,
        lang: view.lang,
        detail: detail.max(1),
        terse: detail == 0,
        label: label_width(view.lang),
        canvas: Canvas::new(view.width, view.colour),
    };
    screen.head();
    screen.verdict();
    screen.numbers();
    screen.categories();
    if view.all {
        screen.questions();
    }
    screen.flags();
    screen.remediations();
    screen.evidence();
    screen.remarks();
    screen.last_line();
    screen.canvas
}

/// The column in which texts begin, behind the verdict's labels.
fn label_width(lang: Lang) -> usize {
    let widest = [lang.vendor_risk(), lang.not_yet_rated()].iter().map(|label| label.chars().count()).max();
    widest.unwrap_or(0) + 1
}

struct Screen<'v, 'a> {
    story: Story<'v, 'a>,
    view: &'v View<'v>,
    fixed: &'v Fixed,
    lang: Lang,
    detail: usize,
    terse: bool,
    label: usize,
    canvas: Canvas,
}

impl<'v> Screen<'v, '_> {
    fn entry(&mut self, label: &str, style: Style, text: &str) {
        self.canvas.labelled(label, self.label, &[(style, text.to_owned())]);
    }

    /// Something to be careful about.
    fn note(&mut self, text: &str) {
        self.canvas.paragraph(0, 2, &[(Style::Tag(Tone::Careful), format!("! {text}"))]);
    }

    /// An empty line, where there is room for it.
    fn gap(&mut self) {
        if !self.terse {
            self.canvas.blank();
        }
    }

    /// An entry whose text goes on under its label.
    fn remark(&mut self, label: &str, style: Style, text: &str) {
        let label = padded(label, self.label.max(label.chars().count() + 1));
        self.canvas.paragraph(2, 4, &[(Style::Strong, label), (style, text.to_owned())]);
    }

    fn head(&mut self) {
        let subject = &self.story.assessment.subject;
        let (lang, questionnaire) = (self.lang, subject.questionnaire);
        let vendor = clean::shortened(&subject.answers.vendor, 100);
        let rest = format!(
            " · {} {} · {}",
            self.story.say(&questionnaire.title),
            questionnaire.version,
            lang.as_of(subject.as_of)
        );
        self.canvas.paragraph(0, 0, &[(Style::Strong, vendor), (Style::Plain, rest)]);
        let review = match (subject.review, &self.view.origins.review) {
            (Some(review), Some(file)) => {
                lang.our_review(clean::one_line(file), clean::one_line(&review.reviewer), review.reviewed)
            }
            _ if questionnaire.factors.is_empty() => lang.no_review_no_factors(),
            _ => lang.no_review(),
        };
        self.canvas.text(Style::Faint, &review);
        if self.view.origins.review_beside_answers {
            self.note(&lang.review_lay_beside());
        }
        if let Some(policy) = &self.view.origins.found_policy {
            self.canvas.text(Style::Faint, &lang.our_rules(policy));
        }
        if self.view.origins.vendors_own_questionnaire {
            self.note(&lang.vendors_questionnaire());
        }
        self.gap();
    }

    fn verdict(&mut self) {
        let assessment = self.story.assessment;
        match (&assessment.rating, &assessment.overall) {
            (Some(rating), Some(score)) if assessment.is_provisional() => self.not_yet_rated(rating, score),
            (Some(rating), Some(score)) => self.rated(rating, score),
            _ => {
                let (title, why) = (self.lang.nothing_to_rate(), self.lang.nothing_counts());
                self.entry(&title, Style::Plain, &why);
            }
        }
        self.gap();
    }

    fn rated(&mut self, rating: &Rating, score: &Score) {
        let lang = self.lang;
        let outlook = self.story.outlook(rating).join(" · ");
        let verdict = (level_style(rating.worst), loud(rating.worst, lang));
        self.canvas.labelled(&lang.vendor_risk(), self.label, &[verdict, (Style::Faint, format!("   {outlook}"))]);
        self.because(&self.story.reasons(rating, score, |_| true));
        let label = |target: Level| lang.way_to(loud(target, lang));
        match self.story.way_out(rating) {
            _ if rating.worst == Level::Low => {}
            Some((target, way)) => self.entry(&label(target), Style::Tag(Tone::Good), &self.story.way_in_words(way)),
            None => {
                let text = self.story.no_way_out(rating);
                self.entry(&lang.way_out(), Style::Plain, &text);
            }
        }
    }

    fn because(&mut self, reasons: &[String]) {
        let most = if self.terse { 2 } else { 3 };
        let shown = if self.view.all { reasons.len() } else { reasons.len().min(most) };
        let left = reasons.len() - shown;
        for (at, reason) in reasons.iter().take(shown).enumerate() {
            let label = if at == 0 { self.lang.because() } else { String::new() };
            let more = (at + 1 == shown && left > 0).then(|| format!(", {}", self.lang.and_more(left)));
            self.entry(&label, Style::Plain, &format!("{reason}{}", more.unwrap_or_default()));
        }
    }

    fn not_yet_rated(&mut self, rating: &Rating, score: &Score) {
        let lang = self.lang;
        let text = self.story.range_and_open(rating);
        self.canvas.labelled(&lang.not_yet_rated(), self.label, &[(Style::Tag(Tone::Careful), text)]);
        self.because(&self.story.reasons_for_no_rating(rating, score));
        self.entry(&lang.way_to_rating(), Style::Tag(Tone::Good), &self.story.way_to_a_rating());
    }

    fn numbers(&mut self) {
        let assessment = self.story.assessment;
        let Some(score) = &assessment.overall else { return };
        let lang = self.lang;
        let [assured, claimed, potential] = [score.assured(), score.claimed(), score.potential()];
        let cells = [&assured, &claimed, &potential].map(|score| Story::cells(score, BAR));
        let assurances = self.story.assured_in_words();
        let (open, all) = self.story.open_of_all();
        let known = assessment.coverage().map(|coverage| self.story.percent(&coverage)).unwrap_or_default();
        let rows = [
            (lang.counted(), &assured, [cells[0], 0, 0], assurances.join(" · ")),
            (lang.claimed(), &claimed, [cells[0], cells[1] - cells[0], 0], lang.claimed_means()),
            (
                lang.at_most(),
                &potential,
                [cells[0], cells[1] - cells[0], cells[2] - cells[1]],
                lang.open_and_known(open, all, known),
            ),
        ];
        for (name, score, cells, note) in rows {
            let number = format!("{:>5}  ", self.story.score(score));
            let bar = bar(cells);
            let pieces: Vec<Piece> =
                vec![(Style::Strong, number), (Style::Plain, bar), (Style::Faint, format!("  {note}"))];
            self.labelled_bar(&name, &pieces);
        }
        self.gap();
    }

    /// Name, number and bar in their columns; the note wraps behind the bar.
    fn labelled_bar(&mut self, name: &str, pieces: &[Piece]) {
        let mut whole = vec![(Style::Plain, padded(name, 9))];
        whole.extend_from_slice(pieces);
        let hanging = 2 + 9 + 7 + BAR as usize + 2;
        self.canvas.paragraph(2, hanging, &whole);
    }

    fn categories(&mut self) {
        self.canvas.table(&self.fixed.table);
        self.gap();
    }

    fn flags(&mut self) {
        let lang = self.lang;
        let [raised, open, waived] =
            [FlagState::Triggered, FlagState::Open, FlagState::Waived].map(|state| self.story.flags_in(state));
        let style = if raised.is_empty() { Style::Plain } else { Style::Tag(Tone::Bad) };
        self.entry(&lang.red_flags(), style, &self.story.flags_counted());
        // In a half-filled form every flag is open: naming them all would cry wolf.
        let names_open = self.view.all || !self.story.assessment.is_provisional();
        let open: &[&Flag] = if names_open { &open } else { &[] };
        let mut listed: Vec<&Flag> = raised.iter().chain(open).copied().collect();
        listed.sort_by_key(|flag| std::cmp::Reverse(flag.severity)); // stable: raised ones before open ones
        listed.extend(&waived);
        listed.iter().take(self.detail).for_each(|flag| self.flag(flag));
        let left = listed.len().saturating_sub(self.detail);
        if left > 0 && !self.terse {
            self.item(&[(Style::Faint, naming::more_to_see(left, self.view.guide, lang))]);
        }
        self.gap();
    }

    /// An entry of a list, under its section.
    fn item(&mut self, pieces: &[Piece]) {
        self.canvas.paragraph(4, 6, pieces);
    }

    fn flag(&mut self, flag: &Flag) {
        let severity = self.lang.severity(level(flag.severity, self.lang));
        let head = (level_style(flag.severity), format!("{severity}, {}: ", self.story.flag_state(flag)));
        let cause = self.story.flag_cause(flag).map(|cause| format!(" ({cause})")).unwrap_or_default();
        self.item(&[head, (Style::Plain, format!("{}{cause}", self.story.flag_title(flag.flag)))]);
        if !self.view.all {
            return;
        }
        let waiver = self
            .story
            .waiver(flag)
            .map(|waiver| self.lang.waived_by(clean::one_line(&waiver.by), clean::one_line(&waiver.because)));
        for text in waiver.into_iter().chain(self.story.flag_remedy(flag.flag)) {
            self.canvas.paragraph(6, 8, &[(Style::Plain, format!("→ {text}"))]);
        }
    }

    fn remediations(&mut self) {
        let assessment = self.story.assessment;
        let lang = self.lang;
        let holding = self.story.holding_flags();
        if assessment.remediations.is_empty() && holding.is_empty() {
            return;
        }
        let together: BigInt = assessment.remediations.iter().map(|remediation| &remediation.gain).sum();
        let all = lang.remediations_counted(assessment.remediations.len(), &self.story.points(&together));
        self.entry(&lang.do_first(), Style::Faint, &all);
        for flag in holding.iter().take(self.detail) {
            if let Some(remedy) = self.story.flag_remedy(flag.flag) {
                let severity = lang.severity(level(flag.severity, lang));
                self.item(&[(level_style(flag.severity), format!("{severity}: ")), (Style::Plain, remedy)]);
            }
        }
        let shown = assessment.remediations.len().min(self.detail);
        for remediation in &assessment.remediations[..shown] {
            let id = &self.story.questionnaire().questions[remediation.question].id;
            let gain = lang.gives_back(self.story.points(&remediation.gain));
            self.item(&[
                (Style::Tag(Tone::Good), format!("{gain}  ")),
                (Style::Strong, id.clone()),
                (Style::Faint, format!("  {}", self.story.kind_in_words(remediation))),
                (Style::Plain, help(&self.story.demand(remediation))),
            ]);
        }
    }

    fn evidence(&mut self) {
        if self.story.assessment.overall.is_none() {
            return;
        }
        let lang = self.lang;
        let [expired, expiring] = self.story.aging_evidence();
        let (answers, gain) = self.story.word_only();
        let mut parts: Vec<String> = Vec::new();
        if !expired.is_empty() {
            parts.push(lang.evidence_expired(expired.len(), self.listed(&expired)));
        }
        if !expiring.is_empty() {
            parts.push(lang.evidence_expiring(expiring.len(), self.listed(&expiring)));
        }
        if answers > 0 {
            let gain = self.story.points(&gain);
            parts.push(if self.terse { lang.word_only(answers) } else { lang.evidence_claimed(answers, gain) });
        }
        if parts.is_empty() && self.story.open_of_all().0 == 0 {
            parts.push(lang.evidence_fine());
        }
        let style = if expired.is_empty() { Style::Plain } else { Style::Tag(Tone::Careful) };
        if !parts.is_empty() {
            self.remark(&lang.evidence(), style, &parts.join(" · "));
        }
    }

    /// Names behind a count, as many as there is room for.
    fn listed(&self, items: &[String]) -> String {
        if self.terse {
            return String::new();
        }
        let most = self.detail.min(items.len());
        let shown = items[..most].join(", ");
        let more = items.len() - most;
        if more > 0 { format!(": {shown} {}", self.lang.and_more(more)) } else { format!(": {shown}") }
    }

    fn remarks(&mut self) {
        let assessment = self.story.assessment;
        let lang = self.lang;
        let mut label = lang.does_not_add_up();
        for at in &assessment.contradictions {
            let title = self.story.say(&self.story.questionnaire().contradictions[*at].title);
            self.remark(&std::mem::take(&mut label), Style::Tag(Tone::Careful), &title);
        }
        let left_out = if self.terse { self.story.left_out_in_short() } else { self.story.left_out() };
        if !left_out.is_empty() {
            self.remark(&lang.not_counted(), Style::Plain, &left_out.join(" · "));
        }
        self.at_stake();
        self.decision();
        self.remark(&lang.basis(), Style::Faint, &self.fixed.basis);
        self.gap();
    }

    fn at_stake(&mut self) {
        let (assessment, lang) = (self.story.assessment, self.lang);
        let (found, factors) = (&assessment.inherent_risk, &self.story.questionnaire().factors);
        if factors.is_empty() || (found.missing.is_empty() && !self.view.all) {
            return; // the reasons say how much is at stake
        }
        let tier = self.story.range(found.lowest, found.highest);
        let mut text = lang.at_stake_is(tier);
        let stated = |at: &usize| {
            let option = assessment.subject.review?.inherent_risk[*at]?;
            Some(self.story.say(&factors[*at].options[option].label))
        };
        let decisive: Vec<String> = found.decisive.iter().filter_map(stated).collect();
        if !decisive.is_empty() {
            text = format!("{text}: {}", decisive.join("; "));
        }
        if !found.missing.is_empty() {
            let missing: Vec<&str> = found.missing.iter().map(|at| factors[*at].id.as_str()).collect();
            text = format!("{text} ({}: {})", lang.not_stated(), missing.join(", "));
        }
        self.remark(&lang.at_stake(), Style::Plain, &text);
    }

    fn decision(&mut self) {
        let lang = self.lang;
        let decision = self.story.assessment.subject.review.and_then(|review| review.decision.as_ref());
        let Some(decision) = decision else {
            return self.remark(&lang.decision(), Style::Faint, &lang.not_decided());
        };
        let outcome = naming::outcome(decision.outcome, lang);
        let count = decision.conditions.len();
        let outcome = if self.terse && count > 0 { format!("{outcome} ({count})") } else { outcome };
        let mut parts = vec![lang.decided(outcome, clean::one_line(&decision.by), decision.on)];
        if self.terse {
            return self.remark(&lang.decision(), Style::Plain, &parts.join(""));
        }
        parts.extend(decision.next_review.map(|date| lang.next_review(date)));
        if !decision.conditions.is_empty() {
            let shown = decision.conditions.iter().take(self.detail).map(|text| clean::one_line(text).into_owned());
            let mut conditions: Vec<String> = shown.collect();
            let left = decision.conditions.len() - conditions.len();
            conditions.extend((left > 0).then(|| lang.and_more(left)));
            parts.push(lang.on_condition(conditions.join("; ")));
        }
        self.remark(&lang.decision(), Style::Plain, &parts.join(" · "));
    }

    fn questions(&mut self) {
        let questionnaire = self.story.questionnaire();
        for category in &questionnaire.categories {
            self.canvas.text(Style::Strong, &self.story.say(&category.title));
            for at in category.questions.clone() {
                self.question(at);
            }
            self.canvas.blank();
        }
    }

    fn question(&mut self, at: usize) {
        let assessment = self.story.assessment;
        let question = &self.story.questionnaire().questions[at];
        let judged = &assessment.questions[at];
        let counts = judged.parts.whole() != BigInt::ZERO;
        let points = if counts { self.story.points_of_share(at) } else { "–".to_owned() };
        let head = [
            (Style::Strong, format!("{points}  {}", question.id)),
            (Style::Faint, format!("  {}", self.story.standing(at))),
        ];
        let room = 12_usize.saturating_sub(points.chars().count());
        self.canvas.paragraph(room, 14, &head);
        self.canvas.paragraph(14, 14, &[(Style::Plain, self.story.say(&question.ask))]);
        self.canvas.paragraph(14, 16, &[(Style::Plain, format!("= {}", self.story.answer(at)))]);
        if let EffectiveAnswer::Ours(_) = judged.effective {
            self.canvas.paragraph(14, 16, &[(Style::Tag(Tone::Careful), format!("! {}", self.lang.overruled_by_us()))]);
        }
        let observation = assessment.subject.review.and_then(|review| review.observation(at));
        if let Some(because) = observation.and_then(|observation| observation.because.as_ref()) {
            let text = format!("! {}", clean::one_line(because));
            self.canvas.paragraph(14, 16, &[(Style::Tag(Tone::Careful), text)]);
        }
        if let Some(comment) = assessment.subject.answers.comment(at) {
            let text = format!("“{}”", clean::one_line(comment));
            self.canvas.paragraph(14, 15, &[(Style::Faint, text)]);
        }
    }

    fn last_line(&mut self) {
        let (assessment, lang) = (self.story.assessment, self.lang);
        let verdict = match &assessment.rating {
            None => lang.nothing_to_rate(),
            Some(_) if assessment.is_provisional() => lang.not_yet_rated(),
            Some(rating) => format!("{} {}", lang.vendor_risk(), loud(rating.worst, lang)),
        };
        let next = if self.view.all { Hint::ExplainPoints } else { Hint::SeeInFull };
        let next = self.view.guide.how(&next, lang).map(|how| (Style::Plain, format!(" · {}", lang.next_command(how))));
        let style = assessment.rating.as_ref().map_or(Style::Strong, |rating| level_style(rating.worst));
        self.canvas.paragraph(0, 0, &[(style, verdict)].into_iter().chain(next).collect::<Vec<_>>());
    }
}

/// What the report rests on: versions and fingerprints of what was judged. Computed once, as files may be large.
fn basis(assessment: &Assessment<'_>, view: &View<'_>) -> String {
    let (subject, lang) = (&assessment.subject, view.lang);
    let short = |sha: String| sha.chars().take(12).collect::<String>();
    let answers = short(subject.answers.source.fingerprint());
    let reference = subject.questionnaire.reference();
    let mut parts = vec![lang.basis_questionnaire(reference, short(subject.questionnaire.fingerprint()))];
    parts.push(match subject.answers.answered {
        Some(date) => lang.basis_answers(date, answers),
        None => lang.basis_answers_undated(answers),
    });
    parts.extend(subject.review.map(|review| lang.basis_review(short(review.source.fingerprint()))));
    parts.push(match &subject.policy.source {
        Some(source) => lang.basis_policy(clean::one_line(&source.name), short(source.fingerprint())),
        None => lang.basis_policy_default(),
    });
    if view.all {
        let credit = |assurance: Assurance| subject.policy.credit(assurance);
        parts.push(lang.credits(
            credit(Assurance::Claimed),
            credit(Assurance::Documented),
            credit(Assurance::Verified),
        ));
    }
    parts.push(lang.disclaimer());
    parts.join(" · ")
}

/// What to do, as it follows on the kind of a remediation.
fn help(demand: &Demand) -> String {
    format!("{}{}", if demand.is_requirement { ": " } else { ", " }, demand.words)
}

/// A bar of solid, shaded and light cells.
fn bar([solid, shaded, light]: [usize; 3]) -> String {
    let rest = (BAR as usize).saturating_sub(solid + shaded + light);
    format!("{}{}{}{}", "█".repeat(solid), "▒".repeat(shaded), "░".repeat(light), "·".repeat(rest))
}

fn level_style(level: Level) -> Style {
    match level {
        Level::Low => Style::Tag(Tone::Good),
        Level::Medium => Style::Tag(Tone::Careful),
        Level::High | Level::Critical => Style::Tag(Tone::Bad),
    }
}
