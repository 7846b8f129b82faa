//! A form as a workbook: drop-downs, a sheet per category, what is open by formula. The answers are found again by ids,
//! whatever other programs have made of names, places and looks; what stands where, [`layout`] says.

mod changed;
pub mod gathered;
pub mod layout;
mod listed;
pub mod read;
mod script;
pub mod tables;
