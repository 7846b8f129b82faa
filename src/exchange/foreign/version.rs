//! Versions in titles.

/// The first version in a title, of two or three numbers: `v4.0.3`, `4.1`.
pub fn version_in(title: &str) -> Option<String> {
    let mut parts = title.split(|sign: char| !sign.is_ascii_digit() && sign != '.').map(|part| part.trim_matches('.'));
    let is_number = |number: &str| (1..=3).contains(&number.len());
    parts.find(|part| (2..=3).contains(&part.split('.').count()) && part.split('.').all(is_number)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_stands_in_the_title() {
        let titles = ["CAIQv4.0.2", "QUESTIONNAIRE VERSION 4.0.3.", "AI-CAIQ v1.1", "CAIQ 4", "3... 4", "2024.1.1"];
        let found = titles.map(|title| version_in(title).unwrap_or_default());
        assert_eq!(found, ["4.0.2", "4.0.3", "1.1", "", "", ""]);
    }
}
