//! What falls due for many vendors, as a list: on the screen, for spreadsheets, for calendars.

pub mod calendar;
pub mod list;
pub mod of_vendor;
pub mod row;
pub mod spreadsheet;
pub mod table;

pub use list::DueList;
pub use of_vendor::DuesOfVendor;
pub use row::VendorDue;
