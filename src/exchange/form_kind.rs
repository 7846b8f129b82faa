//! The kinds of file that a form can be written as, by the ending of its name.

use std::path::Path;

use super::page;
use super::workbook;
use crate::answers::form_file::FormFile;
use crate::answers::template;
use crate::words::Broken;

/// What a form is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// An answers file with explanations, for an editor of texts.
    Yaml,
    /// A page to fill in with a browser.
    Page,
    /// A workbook, for a spreadsheet program.
    Workbook,
}

impl FormKind {
    /// The kind that a file of this name is, in whatever capitals; `None` for an ending that no form has. A name
    /// without an ending, and standard output, is an answers file.
    pub fn of(name: &Path) -> Option<FormKind> {
        let Some(ending) = name.extension() else { return Some(FormKind::Yaml) };
        match ending.to_str()?.to_ascii_lowercase().as_str() {
            "yaml" | "yml" => Some(FormKind::Yaml),
            "html" | "htm" => Some(FormKind::Page),
            "xlsx" => Some(FormKind::Workbook),
            _ => None,
        }
    }

    /// A form as such a file.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn written(self, form: &FormFile<'_>) -> Result<Vec<u8>, Broken> {
        match self {
            FormKind::Yaml => Ok(template::text(form).into_bytes()),
            FormKind::Page => Ok(page::write(form)?.into_bytes()),
            FormKind::Workbook => workbook::write(form),
        }
    }
}
