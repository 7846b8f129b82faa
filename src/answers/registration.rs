//! The number under which a company is registered, however it is written.

/// A registration as it is compared: letters, in capitals, and digits alone. `None` for what is no number, such as
/// `pending` or `n/a`, by which two companies would become one.
pub fn registration_key(written: &str) -> Option<String> {
    let signs = written.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_uppercase);
    let key: String = signs.collect();
    key.chars().any(char::is_numeric).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_no_digit_is_no_registration() {
        assert_eq!(registration_key(" 559000-0000 "), registration_key("5590000000"));
        assert_eq!(registration_key("fi 1234567-8").as_deref(), Some("FI12345678"));
        for none in ["pending", "n/a", "-", "", "tbd"] {
            assert_eq!(registration_key(none), None, "{none}");
        }
    }
}
