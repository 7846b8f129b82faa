//! Which sections of a HECVAT are asked only if an earlier answer says that they apply.

use super::rows::{HecvatColumn, HecvatRow};

/// A question of version 4 that opens a sheet or a section, as its own guidance says: with Yes it is to be filled in,
/// with No it is not.
struct SectionGate {
    id: &'static str,
    /// Sheets, by their names in small letters.
    sheets: &'static [&'static str],
    /// Sections of the sheet for particular cases.
    sections: &'static [&'static str],
}

const GATES: [SectionGate; 8] = [
    SectionGate { id: "REQU-01", sheets: &["product", "infrastructure"], sections: &[] },
    SectionGate { id: "REQU-02", sheets: &["it accessibility"], sections: &[] },
    SectionGate { id: "REQU-03", sheets: &[], sections: &["CONS"] },
    SectionGate { id: "REQU-04", sheets: &["ai"], sections: &[] },
    SectionGate { id: "REQU-05", sheets: &[], sections: &["HIPA"] },
    SectionGate { id: "REQU-06", sheets: &[], sections: &["PCID"] },
    SectionGate { id: "REQU-07", sheets: &[], sections: &["OPEM"] },
    SectionGate { id: "REQU-08", sheets: &["privacy"], sections: &[] },
];

/// What a qualifier of version 3 and an optional section are both about. Their numbers differ from release to release,
/// so that they are found by their words.
struct SharedSubject {
    /// One of these stands in the question and in the title of the section, in small letters.
    words: &'static [&'static str],
    /// Whether a No says that something good is missing, not that it does not apply.
    is_good: bool,
}

const SUBJECTS: [SharedSubject; 7] = [
    SharedSubject { words: &["hipaa", "health insurance portability"], is_good: false },
    SharedSubject { words: &["pci"], is_good: false },
    SharedSubject { words: &["mobile"], is_good: false },
    SharedSubject { words: &["third part", "third-part"], is_good: false },
    SharedSubject { words: &["consult"], is_good: false },
    SharedSubject { words: &["business continuity", "bcp"], is_good: true },
    SharedSubject { words: &["disaster recovery", "drp"], is_good: true },
];

/// What begins the ids of questions that open others, and of those that are asked of everybody.
pub const GATE_SECTIONS: [&str; 2] = ["REQU", "QUAL"];
const ALWAYS: [&str; 3] = ["REQU", "QUAL", "GNRL"];

/// What opens a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opens {
    /// Nothing: it is asked of everybody.
    Nobody,
    /// A Yes to a question. `is_good` says that a No is a shortcoming in itself.
    Yes {
        /// The question.
        gate: String,
        /// Whether a No says that something good is missing.
        is_good: bool,
    },
    /// The title says that the section is optional, and no question is found that decides it.
    Unknown,
}

/// The gates that a workbook has.
pub struct Gates {
    required: Vec<String>,
    qualifiers: Vec<(String, String)>,
}

impl Gates {
    /// Those among its rows.
    pub fn of(rows: &[HecvatRow<'_>]) -> Gates {
        let of = |section| rows.iter().filter(move |row| row.prefix() == section);
        let required = of("REQU").map(|row| row.id.clone()).collect();
        let qualifiers = of("QUAL").map(|row| (row.id.clone(), row.said(HecvatColumn::Question).to_lowercase()));
        Gates { required, qualifiers: qualifiers.collect() }
    }

    /// What opens a question in one of the places where it stands.
    pub fn opens(&self, row: &HecvatRow<'_>) -> Opens {
        if ALWAYS.contains(&row.prefix()) {
            return Opens::Nobody;
        }
        if self.required.is_empty() { self.by_words(row) } else { self.by_place(row) }
    }

    fn by_place(&self, row: &HecvatRow<'_>) -> Opens {
        let sheet = row.sheet().trim().to_lowercase();
        let of_section = GATES.iter().find(|gate| gate.sections.contains(&row.prefix()));
        let gate = of_section.or_else(|| GATES.iter().find(|gate| gate.sheets.contains(&sheet.as_str())));
        let gate = gate.filter(|gate| self.required.iter().any(|known| known == gate.id));
        gate.map_or(Opens::Nobody, |gate| Opens::Yes { gate: gate.id.to_owned(), is_good: false })
    }

    fn by_words(&self, row: &HecvatRow<'_>) -> Opens {
        let title = row.section.as_deref().unwrap_or_default().to_lowercase();
        if !title.contains("optional") {
            return Opens::Nobody;
        }
        let subject = SUBJECTS.iter().find(|subject| subject.words.iter().any(|word| title.contains(word)));
        let gate = subject.and_then(|subject| {
            let asks = |(_, question): &&(String, String)| subject.words.iter().any(|word| question.contains(word));
            let found: Vec<_> = self.qualifiers.iter().filter(asks).collect();
            let [(gate, _)] = found[..] else { return None };
            Some(Opens::Yes { gate: gate.clone(), is_good: subject.is_good })
        });
        gate.unwrap_or(Opens::Unknown)
    }
}
