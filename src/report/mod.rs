//! What people and programs get to see of an assessment.
//!
//! [`story`] tells an assessment in sentences, with the words of [`naming`] and [`origins`], the [`register`] of
//! evidence and the [`overview`] of categories. From these come the report on the terminal ([`screen`], laid out with
//! [`canvas`] and [`bars`]) and a [`document`]: the [`full`] report, a page for the [`board`] of no more than its
//! [`height`], or a [`letter`] to the vendor, put together from [`parts`]. What [`compared`] tells of several vendors
//! is a document too, and so is what is [`explained`] of one: where every point went. A document is rendered as
//! [`markdown`], as [`html`] with the figures of [`drawing`], or for a [`terminal`]. [`json`] and [`csv`] are for
//! programs; [`catalogue`] shows a questionnaire, [`rules`] a policy.

pub mod bars;
pub mod board;
pub mod canvas;
pub mod catalogue;
pub mod compared;
pub mod csv;
pub mod document;
pub mod drawing;
pub mod explained;
pub mod full;
pub mod height;
pub mod html;
pub mod json;
pub mod letter;
pub mod markdown;
pub mod naming;
pub mod origins;
pub mod overview;
pub mod parts;
pub mod register;
pub mod rules;
pub mod screen;
pub mod story;
pub mod terminal;
pub mod vendors;
