//! What falls due for many vendors, as a list: on the screen, for spreadsheets, for calendars.

pub mod calendar;
pub mod row;
pub mod spreadsheet;
pub mod table;

pub use row::{DueList, DuesOfVendor, VendorDue};
