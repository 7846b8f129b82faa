//! The frameworks under which `refs` keep the ids of other formats, so that answers in such a file find their
//! questions. What questions refer to otherwise, laws and standards, are no ids of theirs.

/// The questionnaire of the Cloud Security Alliance.
pub const CAIQ: &str = "caiq";
/// The same for artificial intelligence.
pub const AI_CAIQ: &str = "ai-caiq";
/// The questionnaire of universities.
pub const HECVAT: &str = "hecvat";
/// Forms of Google's VSAQ.
pub const VSAQ: &str = "vsaq";
/// Frameworks of CISO Assistant.
pub const CISO_ASSISTANT: &str = "ciso-assistant";
/// Catalogs of OSCAL.
pub const OSCAL: &str = "oscal";
/// Tables.
pub const TABLE: &str = "table";

/// All of them.
pub const ALL: [&str; 7] = [CAIQ, AI_CAIQ, HECVAT, VSAQ, CISO_ASSISTANT, OSCAL, TABLE];
