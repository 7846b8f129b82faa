//! Remarks in a file, which nobody reads who judges it.

use super::file::Span;

/// The remark on the line on which a value ends, and how many blanks are before it. Behind lines of their own, in which
/// a text may stand, there is none.
pub fn behind(text: &str, value: Span) -> Option<(usize, &str)> {
    let rest = text.get(value.range().end..)?;
    let remark = rest.trim_start_matches([' ', '\t']);
    let blanks = rest.len() - remark.len();
    let is_behind = blanks > 0 && remark.starts_with('#') && !text.get(value.range())?.ends_with('\n');
    is_behind.then(|| (blanks, remark.lines().next().unwrap_or_default()))
}
