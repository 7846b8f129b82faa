//! The fixed phrases of tables for spreadsheets: the columns that no other report has, and the words of their cells.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // the columns of a table of answers
    table_id() { "Id", "Id" }
    table_their_answer() { "Vendor's answer", "Leverantörens svar" }
    table_their_comment() { "Vendor's comment", "Leverantörens kommentar" }
    table_their_evidence() { "Vendor's evidence", "Leverantörens underlag" }
    table_our_answer() { "Our answer", "Vårt svar" }
    table_our_reason() { "Our reason", "Vårt skäl" }
    table_our_evidence() { "Our evidence", "Våra underlag" }
    table_our_verdict() { "Our verdict on not applicable", "Vårt besked om ej tillämpligt" }
    table_proof() { "Proof", "Styrkt" }
    table_importance() { "Importance", "Betydelse" }
    table_share() { "Share", "Andel" }
    table_points() { "Points", "Poäng" }

    // what stands in their cells
    table_answered() { "answered", "besvarad" }
    table_claim_withdrawn() { "does not count until it is shown", "räknas inte förrän det har visats" }
    table_na_accepted() { "accepted", "godtaget" }
    table_na_refused() { "refused", "underkänt" }
    table_issued(day) { "issued {day}", "utfärdat {day}" }
    table_valid_until(day) { "valid until {day}", "gäller t.o.m. {day}" }
}
