//! What a file is that is no text.

use super::Lang;
use super::phrases::phrases;

phrases! {
    an_archive() { "a Word, Excel or ZIP file", "en Word-, Excel- eller ZIP-fil" }
    an_old_office_file() { "an old Word or Excel file", "en gammal Word- eller Excelfil" }
    a_pdf_file() { "a PDF file", "en PDF-fil" }
    an_rtf_file() { "an RTF file", "en RTF-fil" }
    a_web_page() { "an HTML page", "en HTML-sida" }
}
