//! A form as a workbook: drop-downs, a sheet per category, what is open by formula. The answers are found again by ids,
//! whatever other programs have made of names, places and looks; what stands where, [`layout`] says.

pub mod layout;
