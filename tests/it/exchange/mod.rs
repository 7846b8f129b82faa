//! How answers and questions get in and out in what people have.

mod page;
