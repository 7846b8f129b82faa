//! Words about drafts of forms from what a vendor has said elsewhere.

use super::Lang;
use super::phrases::phrases;

phrases! {
    hint_and_more(said, left) { "{said} (and {left} more)", "{said} (och {left} till)" }
    said_beside(count, all) {
        "{count} of {all} questions have something beside them that the vendor has said elsewhere; it answers none, \
         and counts for nothing until somebody answers",
        "{count} av {all} frågor har något bredvid sig som leverantören har sagt någon annanstans; det besvarar ingen \
         fråga och räknas inte förrän någon svarar"
    }
    one_file_for_a_draft() {
        "a draft is made from one file; name one",
        "ett utkast görs av en fil; ange en"
    }
}
