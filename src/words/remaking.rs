//! What is said of how a document was made, and of making it again from its files.

use super::Lang;
use super::phrases::phrases;

phrases! {
    made_by() { "Command", "Kommando" }
    basis_in_short(digits) {
        "Based on ({digits} digits of each SHA-256)",
        "Bygger på ({digits} siffror av varje SHA-256)"
    }
    basis_judged_as_of(day) { "judged as of {day}", "bedömt per {day}" }
}
