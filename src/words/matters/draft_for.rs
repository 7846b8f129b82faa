//! What is counted of a first draft of a form.

use super::Matter;

/// Places that say something of controls.
pub static PLACES: Matter =
    Matter {
        id: "places", en: "places that say something of a control", sv: "ställen som säger något om en kontroll"
    };
/// Places that stand beside a question.
pub static USED: Matter =
    Matter { id: "used-places", en: "places that stand beside a question", sv: "ställen som står bredvid en fråga" };
/// Places to whose controls no question refers.
pub static UNUSED: Matter = Matter {
    id: "unused-places",
    en: "places that speak of controls to which no question refers",
    sv: "ställen om kontroller som ingen fråga hänvisar till",
};
/// Controls of the newer edition of the CCM.
pub static NEWER_CONTROLS: Matter = Matter {
    id: "newer-controls",
    en: "places that speak of controls that are new in edition 4.1 of the CCM",
    sv: "ställen om kontroller som är nya i utgåva 4.1 av CCM",
};
/// Controls that have other numbers in another edition.
pub static UNCLEAR_EDITION: Matter = Matter {
    id: "unclear-edition",
    en: "places whose id stands for one control in edition 4.0 of the CCM and for another in 4.1, in a file that does \
         not tell its edition by its ids (by IVS for 4.0, by I&S for 4.1)",
    sv: "ställen vars id står för en kontroll i utgåva 4.0 av CCM och för en annan i 4.1, i en fil vars id:n inte \
         visar vilken den följer (IVS för 4.0, I&S för 4.1)",
};
/// Ids that are none.
pub static UNKNOWN_CONTROLS: Matter = Matter {
    id: "unknown-controls",
    en: "ids among the controls that no known edition has",
    sv: "id:n bland kontrollerna som ingen känd utgåva har",
};
/// Numbers that may stand for two controls.
pub static UNCLEAR_NUMBERS: Matter = Matter {
    id: "unclear-numbers",
    en: "ids of controls saved as numbers, from which a 0 at the end may be gone (give the column the format text)",
    sv: "id:n för kontroller sparade som tal, där en 0 på slutet kan ha försvunnit (ge kolumnen formatet text)",
};
