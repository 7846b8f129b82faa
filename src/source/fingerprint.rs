//! What a file is known by, whatever it is called: the SHA-256 of its bytes.

use std::fmt;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

use crate::words::clean::Trusted;

/// So many bytes are read at once.
const PART: usize = 1 << 14;

/// The SHA-256 of a file as it lies on disk, shown in lower-case hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// Of bytes that come in parts.
    pub fn of<B: AsRef<[u8]>>(parts: impl IntoIterator<Item = B>) -> Fingerprint {
        let mut hash = Sha256::new();
        parts.into_iter().for_each(|part| hash.update(part));
        Fingerprint(hash.finalize().into())
    }

    /// Of what a reader gives, which is never held in memory whole, and how many bytes that is; `None` if it is more
    /// than `limit`.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of_reader(mut reader: impl Read, limit: u64) -> io::Result<Option<(Fingerprint, u64)>> {
        let mut hash = Sha256::new();
        let mut part = vec![0; PART];
        let mut left = limit;
        loop {
            let read = match reader.read(&mut part) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                read => read?,
            };
            if read == 0 {
                return Ok(Some((Fingerprint(hash.finalize().into()), limit - left)));
            }
            let Some(rest) = left.checked_sub(read as u64) else { return Ok(None) };
            left = rest;
            hash.update(&part[..read]);
        }
    }

    /// As it is written: 64 hexadecimal digits, in any case; `None` for anything else.
    pub fn parse(written: &str) -> Option<Fingerprint> {
        let mut bytes = [0; 32];
        let digits = written.as_bytes();
        if digits.len() != 64 {
            return None;
        }
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            let digit = |at: usize| char::from(pair[at]).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            *byte = digit(0)? << 4 | digit(1)?;
        }
        Some(Fingerprint(bytes))
    }

    /// Its first twelve digits, by which people tell files apart.
    pub fn short(&self) -> String {
        hexadecimal(&self.0[..6])
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hexadecimal(&self.0))
    }
}

impl Trusted for Fingerprint {}

/// Bytes as lower-case hexadecimal digits.
fn hexadecimal(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.filter_map(|digit| char::from_digit(digit.into(), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let of = Fingerprint::of([b"ab".as_slice(), b"c"]);
        assert_eq!(of.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(of.short(), "ba7816bf8f01");
        assert_eq!(Fingerprint::parse(&of.to_string().to_uppercase()), Some(of));
        assert_eq!(Fingerprint::of_reader(&b"abc"[..], 3).unwrap(), Some((of, 3)));
        assert_eq!(Fingerprint::of_reader(&b"abc"[..], 2).unwrap(), None);
        for other in ["", "ba7816bf8f01", &format!("{}g", &of.to_string()[..63]), &"ä".repeat(32)] {
            assert_eq!(Fingerprint::parse(other), None, "{other}");
        }
    }
}
