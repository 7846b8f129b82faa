//! Sentences about answers that come in: what was not understood, and where it stood.

use super::Lang;
use super::phrases::phrases;

phrases! {
    in_sheet(file, place) { "{file}, {place}", "{file}, {place}" }
    in_line(file, line) { "{file}, line {line}", "{file}, rad {line}" }
    made_from(source) {
        "Made from {source}, and meant to be edited.",
        "Gjort av {source}, och till för att redigeras."
    }
    not_understood(place, written) {
        "not understood ({place}): {written}",
        "inte förstått ({place}): {written}"
    }
}
