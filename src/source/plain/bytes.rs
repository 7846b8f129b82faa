//! What a byte of a text without quotes may mean, looked up in a table.

/// It may stand in a key.
pub(super) const IN_KEY: u8 = 1;
/// A text without quotes may begin with it.
pub(super) const BEGINS: u8 = 2;
/// It may end a text in a block, or its line.
pub(super) const STOPS_IN_BLOCK: u8 = 4;
/// It may end a text within brackets or braces.
pub(super) const STOPS_IN_FLOW: u8 = 8;

/// What each byte may be.
const MEANINGS: [u8; 256] = {
    let mut all = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        all[byte] = meaning(byte as u8);
        byte += 1;
    }
    all
};

const fn meaning(byte: u8) -> u8 {
    match byte {
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | b'.' | b'_' => IN_KEY | BEGINS,
        b'-' => IN_KEY,
        0x80.. | b'(' | b'/' | b'~' | b'+' | b'<' | b'=' | b'$' => BEGINS,
        b'\n' | b':' | b'#' => STOPS_IN_BLOCK | STOPS_IN_FLOW,
        b',' | b'[' | b']' | b'{' | b'}' => STOPS_IN_FLOW,
        _ => 0,
    }
}

/// Whether a byte may be that.
pub(super) fn is(byte: u8, meaning: u8) -> bool {
    MEANINGS[byte as usize] & meaning != 0
}

/// How many bytes may be that before one that may not.
pub(super) fn how_many(bytes: &[u8], meaning: u8) -> usize {
    bytes.iter().position(|byte| !is(*byte, meaning)).unwrap_or(bytes.len())
}

/// How many bytes there are before one that may be that.
pub(super) fn how_many_before(bytes: &[u8], meaning: u8) -> usize {
    bytes.iter().position(|byte| is(*byte, meaning)).unwrap_or(bytes.len())
}
