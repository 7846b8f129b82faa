//! The day it is here, by the time zone of the machine or the one that `TZ` names. A name is looked up where systems
//! keep their zones and nowhere else: the folder in which somebody stands may be a vendor's.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::source::Date;

/// Where systems keep their time zones.
const FOLDERS: [&str; 3] = ["/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

/// No time zone is larger, in bytes.
const LARGEST: u64 = 1 << 20;

/// The day it is, and whether `TZ` names a zone that cannot be read: then it is the day by UTC.
pub fn today(named: Option<&str>) -> (Date, bool) {
    let zone = match named {
        None => Some(TimeZone::system()),
        Some(named) => zone(named),
    };
    let is_unknown = zone.is_none();
    let now = Timestamp::now().to_zoned_datetime(zone.unwrap_or(TimeZone::UTC)).date();
    (Date::new(now.year(), now.month(), now.day()).unwrap_or_default(), is_unknown)
}

/// A zone as POSIX writes it out, or by its name, or the file that holds it, from the root on.
fn zone(named: &str) -> Option<TimeZone> {
    let name = named.strip_prefix(':').unwrap_or(named);
    if name.starts_with('/') {
        return read(Path::new(name), name);
    }
    let is_name = name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    let by_name = || FOLDERS.iter().find_map(|folder| read(&Path::new(folder).join(name), name));
    let found = if is_name { by_name() } else { None };
    found.or_else(|| TimeZone::posix(named).ok())
}

/// The zone that a file holds: a regular one, and no larger than any.
fn read(path: &Path, name: &str) -> Option<TimeZone> {
    if !std::fs::metadata(path).ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(LARGEST).read_to_end(&mut bytes).ok()?;
    TimeZone::tzif(name, &bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_written_out_or_named_and_never_a_file_of_the_folder_in_which_somebody_stands() {
        for known in ["UTC0", "<+14>-14", "CET-1CEST,M3.5.0,M10.5.0/3"] {
            assert!(zone(known).is_some(), "{known}");
        }
        for unknown in
            ["", ":", "./Cargo.toml", ":Cargo.toml", "../zone", "Europe/../../x", "Europe//Stockholm", "Nowhere/Town"]
        {
            assert!(zone(unknown).is_none(), "{unknown}");
        }
    }
}
