//! The colours of the style sheet on paper, as Word has them, and the names of the styles that carry them.

use crate::document::{Style, Tone};

/// Words that can be passed over.
pub const SOFT: &str = "555D66";
/// Lines.
pub const LINE: &str = "D5D9DE";
/// The ground of what is set off.
pub const RAISED: &str = "F5F6F8";
/// What is to be clicked on, and bars.
pub const ACCENT: &str = "14507D";
/// The second part of a bar.
pub const MIDDLE: &str = "8DB6D4";
/// The third part of a bar.
pub const LIGHT: &str = "D0D6DC";
/// The edge of a bar.
pub const EDGE: &str = "7C858F";
/// Paper.
pub const PAPER: &str = "FFFFFF";

/// A tone as styles name it, its ground and its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Toned {
    /// The end of the names of its styles.
    pub name: &'static str,
    /// The colour behind the words.
    pub ground: &'static str,
    /// The colour of the words.
    pub letters: &'static str,
}

/// Every tone.
pub const TONES: [Toned; 5] = [
    Toned { name: "Plain", ground: RAISED, letters: "1C2126" },
    Toned { name: "Good", ground: "E0EDF6", letters: "0B4F79" },
    Toned { name: "Careful", ground: "FAEEC9", letters: "6B4A00" },
    Toned { name: "Bad", ground: "FBE2D9", letters: "96290D" },
    Toned { name: "Worst", ground: "7A1230", letters: "FFFFFF" },
];

/// The colour behind words of a tone.
pub fn ground(tone: Tone) -> &'static str {
    let [plain, good, careful, bad, worst] = TONES;
    match tone {
        Tone::Plain => plain.ground,
        Tone::Good => good.ground,
        Tone::Careful => careful.ground,
        Tone::Bad => bad.ground,
        Tone::Worst => worst.ground,
    }
}

/// The style of the paragraphs of a verdict.
pub fn verdict(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "VerdictPlain",
        Tone::Good => "VerdictGood",
        Tone::Careful => "VerdictCareful",
        Tone::Bad => "VerdictBad",
        Tone::Worst => "VerdictWorst",
    }
}

/// The style of letters, if they are not as usual.
pub fn letters(style: Style) -> Option<&'static str> {
    Some(match style {
        Style::Plain => return None,
        Style::Strong => "Strong",
        Style::Faint => "Faint",
        Style::Code => "Code",
        Style::Quoted => "Quoted",
        Style::Added => "Added",
        Style::Removed => "Removed",
        Style::Tag(tone) => match tone {
            Tone::Plain => "TagPlain",
            Tone::Good => "TagGood",
            Tone::Careful => "TagCareful",
            Tone::Bad => "TagBad",
            Tone::Worst => "TagWorst",
        },
    })
}
