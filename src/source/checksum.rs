//! The checksum of ZIP archives, CRC-32: it finds what was damaged, not what was forged.

/// The checksum of bytes that come in parts.
#[derive(Clone, Copy, Debug)]
pub struct Checksum(u32);

impl Default for Checksum {
    fn default() -> Checksum {
        Checksum(!0)
    }
}

impl Checksum {
    /// The checksum of bytes that are all there.
    pub fn of(bytes: &[u8]) -> u32 {
        let mut checksum = Checksum::default();
        checksum.add(bytes);
        checksum.value()
    }

    /// Takes in the next bytes.
    pub fn add(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |rest, byte| {
            let index = usize::try_from((rest ^ u32::from(*byte)) & 0xff).unwrap_or_default();
            TABLE[index] ^ (rest >> 8)
        });
    }

    /// The checksum of all bytes so far.
    pub fn value(self) -> u32 {
        !self.0
    }
}

const TABLE: [u32; 256] = {
    let mut table = [0; 256];
    let (mut at, mut start) = (0, 0_u32);
    while at < 256 {
        let (mut rest, mut bit) = (start, 0);
        while bit < 8 {
            rest = if rest & 1 == 1 { 0xedb8_8320 ^ (rest >> 1) } else { rest >> 1 };
            bit += 1;
        }
        table[at] = rest;
        at += 1;
        start += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_format() {
        assert_eq!(Checksum::of(b"123456789"), 0xcbf4_3926);
        assert_eq!(Checksum::of(b""), 0);
    }
}
