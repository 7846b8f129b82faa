//! What a value must look like, said by what reads it: in the language of the reader, which it does not know.

use std::error::Error;
use std::fmt;

use crate::words::Lang;
use crate::words::clean::Clean;

/// A value that cannot be read.
#[derive(Debug)]
pub struct BadValue {
    /// The word that was probably meant.
    near: Option<String>,
    help: fn(Lang) -> Clean,
}

impl BadValue {
    /// What helps.
    pub fn new(help: fn(Lang) -> Clean) -> BadValue {
        BadValue { near: None, help }
    }

    /// The same with the word that was probably meant.
    pub fn near(near: Option<&str>, help: fn(Lang) -> Clean) -> BadValue {
        BadValue { near: near.map(str::to_owned), help }
    }

    /// The whole in a language.
    pub fn told(&self, lang: Lang) -> String {
        let near = self.near.as_deref().map(|word| lang.usage_near(crate::words::clean::one_line(word)));
        format!("{}{}", near.unwrap_or_default(), (self.help)(lang))
    }
}

/// In English, as clap tells it.
impl fmt::Display for BadValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::En))
    }
}

impl Error for BadValue {}
