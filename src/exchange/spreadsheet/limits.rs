//! How much a workbook may hold. The largest forms in use have 1.4 MB, 74 parts and 19,000 cells.

use crate::exchange::archive::ArchiveLimits;

/// The file and its parts.
pub const WORKBOOK: ArchiveLimits = ArchiveLimits { file: 16 << 20, part: 32 << 20, all: 64 << 20, parts: 400 };

/// A table that is a file of its own, in bytes: as much as an answers file.
pub const TABLE: usize = 4 << 20;

/// Sheets of a workbook.
pub const SHEETS: usize = 64;

/// Rows of a sheet.
pub const ROWS: u32 = 20_000;
/// Columns of a sheet.
pub const COLUMNS: u32 = 400;

/// Runs of hidden columns that are looked at, and of cells that were made one: no form has so many.
pub const RUNS: usize = 2000;

/// Cells that hold something, of all sheets together; and texts that are kept once for many cells.
pub const CELLS: usize = 300_000;

/// The texts of all cells together, in bytes: as much as an answers file.
pub const TEXT: usize = 4 << 20;

/// Number formats, and ways that cells look: more than any program allows.
pub const STYLES: usize = 66_000;

/// How deep the elements of a part are within each other.
pub const DEPTH: usize = 24;

/// The attributes of an element.
pub const ATTRIBUTES: usize = 64;

/// One element with its attributes, or one text, in bytes: a cell holds 32,767 letters.
pub const PIECE: usize = 256 << 10;

/// The elements of all parts that are read, each counted twice, and their attributes: what a workbook of so many cells
/// and texts has, and a fifth more.
pub const ELEMENTS: usize = 4_000_000;
