//! Whose answers a text holds, as far as that shows before they are judged.

use std::sync::Arc;

use crate::answers::kinship::VendorIdentity;
use crate::answers::read::MOST_NODES;
use crate::source::{Arena, Diagnostics, Node, Source, yaml};

/// Whether a text is answers of the vendor of these: it is the same text, or both say who answers.
pub fn is_of_vendor(answers: &Arc<Source>, other: &Arc<Source>) -> bool {
    let is_one = |(one, other): (VendorIdentity, VendorIdentity)| one.kinship(&other).is_one();
    answers.text == other.text || vendor(answers).zip(vendor(other)).is_some_and(is_one)
}

/// Whether two texts name the form that was filled in, and the same.
pub fn is_of_form(answers: &Arc<Source>, other: &Arc<Source>) -> bool {
    form(answers).is_some_and(|form_of_these| form(other) == Some(form_of_these))
}

fn vendor(source: &Arc<Source>) -> Option<VendorIdentity> {
    let arena = Arena::default();
    let vendor = at_top(source, &arena, "vendor")?;
    let name = vendor.get("name")?.text()?.trim();
    let registration = vendor.get("registration").and_then(Node::text).map(str::trim);
    (!name.is_empty()).then(|| VendorIdentity::named(name, registration))
}

fn form(source: &Arc<Source>) -> Option<String> {
    let arena = Arena::default();
    let form = at_top(source, &arena, "filled")?.get("form")?.text()?.trim().to_owned();
    Some(form)
}

fn at_top<'s>(source: &'s Arc<Source>, arena: &'s Arena, key: &str) -> Option<Node<'s>> {
    yaml::peek(source, arena, key, MOST_NODES, &mut Diagnostics::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(head: &str) -> Arc<Source> {
        Source::new("v.yaml", format!("format: duly/answers@1\n{head}\n"))
    }

    #[test]
    fn a_vendor_is_known_by_registration_or_name_and_nothing_is_guessed() {
        let alfa = text("vendor: {name: Alfa AB, registration: 559000-0001}");
        for same in ["vendor: {name: Alfa AB}", "vendor:\n  name: Alfa Nordic AB\n  registration: \"5590000001\""] {
            assert!(is_of_vendor(&alfa, &text(same)), "{same}");
        }
        for other in ["vendor: {name: Beta AB}", "vendor: {name: Alfa AB, registration: 559000-0002}", "vendor: [", ""]
        {
            assert!(!is_of_vendor(&alfa, &text(other)), "{other}");
        }
        assert!(is_of_vendor(&text("vendor: ["), &text("vendor: [")), "it is the same text");
        let filled = |form: &str| text(&format!("filled: {{form: {form}}}"));
        assert!(is_of_form(&filled("aa"), &filled("aa")) && !is_of_form(&filled("aa"), &filled("bb")));
        assert!(!is_of_form(&alfa, &alfa), "none is named");
    }
}
