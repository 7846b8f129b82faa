//! The fixed phrases of what falls due: reviews, conditions, waivers, documents, answers.

use super::Lang;
use super::phrases::phrases;

phrases! {
    computed_by_rules(day) { "{day} (computed)", "{day} (beräknad)" }
    summary_review_computed() { "next review is computed", "nästa granskning är beräknad" }
}
