//! A form as one page for a browser: it needs nothing else, asks for nothing, and saves an answers file. The template
//! escapes every word by construction; what the script needs to know stands beside it as JSON.

mod facts;
mod words;

use std::sync::LazyLock;

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use crate::answers::form_file::FormFile;
use crate::words::clean::json_escaped;
use crate::words::{Broken, Clean, Lang};
use facts::{PageFacts, heading};

/// How the page looks, on screens light and dark and on paper.
static STYLE: LazyLock<String> = LazyLock::new(|| bare(include_str!("page.css")));
/// What the page does: first what an answers file is, then what stands on the screen.
static SCRIPT: LazyLock<String> = LazyLock::new(|| {
    bare(concat!(
        include_str!("answers.js"),
        include_str!("reading.js"),
        include_str!("fields.js"),
        include_str!("state.js"),
        include_str!("question.js"),
        include_str!("records.js"),
        include_str!("saving.js"),
        include_str!("page.js"),
    ))
});

/// The fingerprints of both, so that the page allows them and nothing else.
static STYLE_HASH: LazyLock<String> = LazyLock::new(|| BASE64_STANDARD.encode(Sha256::digest(&*STYLE)));
static SCRIPT_HASH: LazyLock<String> = LazyLock::new(|| BASE64_STANDARD.encode(Sha256::digest(&*SCRIPT)));

/// The page, with a final line break.
///
/// # Errors
/// A mistake of the program keeps the page from being written.
pub fn write(form: &FormFile<'_>) -> Result<String, Broken> {
    let broken = |error: &dyn std::fmt::Display| Broken::new(format_args!("the page cannot be written: {error}"));
    let facts = serde_json::to_string(&PageFacts::of(form)).map_err(|error| broken(&error))?;
    let lang = form.outline.lang;
    let page = FormPage {
        lang,
        title: heading(form, lang),
        facts: within_element(json_escaped(facts)),
        style: &STYLE,
        style_hash: &STYLE_HASH,
        script: &SCRIPT,
        script_hash: &SCRIPT_HASH,
    };
    Ok(page.render().map_err(|error| broken(&error))? + "\n")
}

#[derive(Template)]
#[template(path = "page.html", config = "src/exchange/page/askama.toml")]
struct FormPage {
    lang: Lang,
    title: Clean,
    facts: String,
    style: &'static str,
    style_hash: &'static str,
    script: &'static str,
    script_hash: &'static str,
}

/// The same lines without what is for its authors only: indents, empty lines and lines of comments.
fn bare(source: &str) -> String {
    let lines = source.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// JSON that may stand within an element: nothing in it ends the element or begins another one.
fn within_element(json: String) -> String {
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
