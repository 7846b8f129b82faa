//! How answers and questions get in and out in what people have.

pub mod import;
mod page;
mod saved_again;
mod workbook;
