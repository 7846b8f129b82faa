//! A diagnostic as people read it: what is wrong, the place, the line with a caret, and what helps.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::diagnostic::Diagnostic;
use super::file::{Source, Span};
use crate::words::problem::Severity;
use crate::words::{Guide, Lang, clean};

/// Longer lines are not quoted: the place is named, the line would fill the screen.
const QUOTED: usize = 400;
/// By so many blanks the keys of entries are set in: those of answers, of documents, of what we say of answers.
const ENTRY: usize = 2;
/// No key is looked for more lines above.
const MOST_ABOVE: usize = 40;

/// The diagnostic in the style of the Rust compiler, with a final line break. `guide` says how to do what helps.
pub fn render(diagnostic: &Diagnostic, guide: &dyn Guide, lang: Lang, colour: bool) -> String {
    let problem = &diagnostic.problem;
    let name = String::from(clean::visible(&diagnostic.source.name));
    let severity = match problem.code.severity {
        Severity::Error => Level::ERROR.with_name(Some(String::from(lang.error()))),
        Severity::Warning => Level::WARNING.with_name(Some(String::from(lang.warning()))),
    };
    let title = severity.primary_title(problem.message(lang).as_str()).id(problem.code.id);
    let cell = diagnostic.span.and_then(|span| diagnostic.source.came_from(span.start));
    let titled = Group::with_title(title);
    let group = match (cell, diagnostic.span) {
        (Some(place), _) => titled.element(Origin::path(format!("{name}: {}", place.said(lang)))),
        (None, Some(span)) => placed(titled, diagnostic, span, name),
        (None, None) => titled.element(Origin::path(name)),
    };
    let help =
        Level::HELP.with_name(Some(String::from(lang.help_title()))).message(String::from(problem.guided(guide, lang)));
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group.element(help)]) + "\n"
}

fn placed<'a>(group: Group<'a>, diagnostic: &'a Diagnostic, span: Span, name: String) -> Group<'a> {
    let source = &diagnostic.source;
    let position = source.position(span.start);
    let (line_start, line) = source.line_at(span.start);
    if line.len() > QUOTED {
        return group.element(Origin::path(name).line(position.line).char_column(position.column));
    }
    let from = (span.start as usize - line_start).min(line.len());
    let to = (span.end as usize).saturating_sub(line_start).clamp(from, line.len());
    let to = if to == from { line[from..].chars().next().map_or(from, |c| from + c.len_utf8()) } else { to };
    let mut above = entry_above(source, line_start, line);
    let first = position.line - above.len();
    let entry = above.first().map(|entry| AnnotationKind::Visible.span(0..entry.len()));
    above.push(String::new());
    let before = above.join("\n");
    let shown_at = |byte: usize| before.len() + clean::blotted(line.get(..byte).unwrap_or(line)).len();
    let marked = AnnotationKind::Primary.span(shown_at(from)..shown_at(to));
    let quoted = Snippet::source(before.clone() + &clean::blotted(line)).line_start(first).path(name);
    group.element(quoted.annotation(marked).annotations(entry))
}

/// The lines above one that stands within an entry, from the key of that entry on: `  access.mfa:` says what an answer
/// below it is to. None where the key stands too far above, or the line is within none.
fn entry_above(source: &Source, line_start: usize, line: &str) -> Vec<String> {
    let set_in = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let mut above = Vec::new();
    let mut start = line_start;
    while set_in(line) > ENTRY && start > 0 && above.len() < MOST_ABOVE {
        let (next, other) = source.line_at(u32::try_from(start - 1).unwrap_or_default());
        start = next;
        if other.len() > QUOTED {
            break;
        }
        above.push(clean::blotted(other));
        match set_in(other) {
            ENTRY if other.trim_end().ends_with(':') => {
                above.reverse();
                return above;
            }
            0..=ENTRY if !other.trim().is_empty() => break,
            _ => {}
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Diagnostics;
    use crate::source::cells::{CellAt, CellMap, SheetCell};
    use crate::words::NoGuide;
    use crate::words::problem::text;

    fn rendered(source_text: &str, span: std::ops::Range<usize>) -> String {
        let source = Source::new("a.yaml", source_text);
        let mut notes = Diagnostics::default();
        notes.note(&source, Span::from(span), text::not_a_list());
        render(notes.sorted()[0], &NoGuide, Lang::En, false)
    }

    #[test]
    fn the_line_the_caret_and_the_help_are_shown() {
        let shown = rendered("x: 1\nåäö: two\n", 13..16);
        assert_eq!(
            shown,
            "error[not-a-list]: expected a list here\n --> a.yaml:2:6\n  |\n2 | åäö: two\n  |      ^^^\n  |\n  = help: \
             write `[a, b]`, or one line per entry that begins with `- `\n"
        );
    }

    #[test]
    fn the_entry_in_which_a_line_stands_is_shown_above_it() {
        let source =
            "answers:\n  access.mfa:\n    answer: Alla\n    comment: |\n      One.\n      Two.\n      Three.\n";
        let told = |part: &str| {
            let at = source.find(part).unwrap();
            rendered(source, at..at + part.len())
        };
        let shown = "2 |   access.mfa:\n3 |     answer: Alla\n  |             ^^^^\n";
        assert!(told("Alla").contains(shown), "{}", told("Alla"));
        let far = "2 |   access.mfa:\n...\n7 |       Three.\n  |       ^^^^^\n";
        assert!(told("Three").contains(far), "{}", told("Three"));
        assert!(!told("access").contains("answers:"), "what has a key itself needs none: {}", told("access"));
        let flat = rendered("  - a\n    b: \u{1b}c\n", 10..12);
        assert!(!flat.contains("- a") && !flat.contains('\u{1b}'), "{flat}");
    }

    #[test]
    fn a_cell_of_a_workbook_is_the_place() {
        let mut cells = CellMap::default();
        cells.note(3, SheetCell { sheet: "Åtkomst\u{202e}".to_owned(), at: CellAt { row: 13, column: 3 } });
        let source = Source::of_cells("back.xlsx", "x: two\n", cells);
        let mut notes = Diagnostics::default();
        notes.note(&source, Span::from(3..6), text::not_a_list());
        let shown = |lang| render(notes.sorted()[0], &NoGuide, lang, false);
        assert!(shown(Lang::En).contains("--> back.xlsx: sheet Åtkomst\\u{202e}, D14\n"), "{}", shown(Lang::En));
        assert!(shown(Lang::Sv).contains("--> back.xlsx: blad Åtkomst\\u{202e}, D14\n"), "{}", shown(Lang::Sv));
    }

    #[test]
    fn hidden_characters_and_long_lines_do_no_harm() {
        assert!(!rendered("a: \u{1b}[31m\u{202e}b\n", 3..4).contains(['\u{1b}', '\u{202e}']));
        assert!(rendered(&"x".repeat(5000), 4000..4001).contains("a.yaml:1:4001"));
        assert!(rendered("", 0..0).contains("a.yaml"));
        assert!(rendered("a:\n  - b\n  - c\n", 5..14).contains("a.yaml:2:3"));
    }
}
