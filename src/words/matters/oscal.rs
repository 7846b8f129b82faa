//! What is counted of OSCAL catalogs.

use super::Matter;

/// Groups of controls.
pub static GROUPS: Matter = Matter { id: "oscal-groups", en: "groups", sv: "grupper" };
/// Controls.
pub static CONTROLS: Matter = Matter { id: "oscal-controls", en: "controls", sv: "kontroller" };
/// Controls that were withdrawn.
pub static WITHDRAWN: Matter =
    Matter { id: "oscal-withdrawn", en: "withdrawn controls", sv: "tillbakadragna kontroller" };
/// Controls in whose place those within them are asked.
pub static HEADINGS: Matter = Matter {
    id: "oscal-headings",
    en: "controls that hold others (these are asked in their place)",
    sv: "kontroller som innehåller andra (dessa frågas i stället)",
};
/// Controls that nothing names.
pub static NAMELESS: Matter = Matter { id: "oscal-nameless", en: "controls without an id", sv: "kontroller utan id" };
/// Parts that are no statement, guidance or example.
pub static PARTS: Matter = Matter {
    id: "oscal-parts",
    en: "parts of controls that are no statement, guidance or example (objectives, methods, overviews)",
    sv: "delar av kontroller som inte är krav, vägledning eller exempel (mål, metoder, översikter)",
};
/// References from controls.
pub static LINKS: Matter = Matter {
    id: "oscal-links",
    en: "links from controls to other controls and documents",
    sv: "länkar från kontroller till andra kontroller och dokument",
};
/// Properties that have no place with us.
pub static PROPERTIES: Matter = Matter {
    id: "oscal-properties",
    en: "properties of controls (such as whom a control concerns)",
    sv: "egenskaper hos kontroller (som vem en kontroll gäller)",
};
/// Places where whoever uses the catalog sets a value.
pub static PARAMETERS: Matter = Matter {
    id: "oscal-parameters",
    en: "parameters in texts (they stand as their label in brackets)",
    sv: "parametrar i texter (de står som sin etikett inom hakparenteser)",
};
/// Texts that are too long.
pub static CUT: Matter =
    Matter { id: "oscal-cut", en: "texts that are too long (cut)", sv: "texter som är för långa (kapade)" };
