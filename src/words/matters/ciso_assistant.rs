//! What is counted of libraries and audits of CISO Assistant.

use super::Matter;

/// Groups of requirements.
pub static GROUPS: Matter =
    Matter { id: "ciso-groups", en: "implementation groups of requirements", sv: "kravens implementeringsgrupper" };
/// Links to threats and controls.
pub static LINKS: Matter = Matter {
    id: "ciso-links",
    en: "requirements that name threats or reference controls",
    sv: "krav som nämner hot eller referensåtgärder",
};
/// Languages in part.
pub static LANGUAGES: Matter = Matter {
    id: "ciso-languages",
    en: "translations that are not complete",
    sv: "översättningar som inte är fullständiga",
};
/// Forms of answers that we have not.
pub static FORMS: Matter =
    Matter { id: "ciso-forms", en: "forms of answers that come in as text", sv: "svarsformer som kommer in som text" };
/// Choices that say that something does not apply.
pub static NOT_APPLICABLE: Matter = Matter {
    id: "ciso-not-applicable",
    en: "choices that mean not applicable (every form offers that)",
    sv: "val som betyder ej tillämpligt (det erbjuder varje formulär)",
};
/// Importance in other words.
pub static IMPORTANCE: Matter = Matter {
    id: "ciso-importance",
    en: "importance in the source's words (mandatory is high, recommended medium, nice to have low)",
    sv: "vikten i källans ord (mandatory är high, recommended medium, nice to have low)",
};
/// Requirements with a result or an observation.
pub static REQUIREMENTS: Matter = Matter {
    id: "ciso-requirements",
    en: "requirements with a result or an observation",
    sv: "krav med ett resultat eller en iakttagelse",
};
/// Results that mean nothing to us.
pub static RESULTS: Matter = Matter {
    id: "ciso-results",
    en: "results that are none of those that CISO Assistant has (kept as comments)",
    sv: "resultat som inte är något av dem som CISO Assistant har (står som kommentarer)",
};
/// Results that are no answer, or several.
pub static UNCLEAR: Matter = Matter {
    id: "ciso-unclear",
    en: "results that no answer to the question is worth, or several are (kept as comments, the questions stay open)",
    sv: "resultat som inget svar på frågan är värt, eller flera är det (står som kommentarer, frågorna förblir öppna)",
};
/// Weights that are no numbers of ours.
pub static WEIGHTS: Matter =
    Matter { id: "ciso-weights", en: "weights that are no whole numbers", sv: "vikter som inte är heltal" };
