//! The fixed phrases of whom a vendor has do a part of the service in turn.

use super::Lang;
use super::clean::Clean;
use super::phrases::phrases;

phrases! {
    sub_processors() { "Sub-processors", "Underbiträden" }
    several_sub_processors(count) {
        "{count} sub-processors, as the vendor lists them. They are compared and never scored.",
        "{count} underbiträden, som leverantören anger dem. De jämförs men ger inga poäng."
    }
    one_sub_processor() {
        "1 sub-processor, as the vendor lists it. It is compared and never scored.",
        "1 underbiträde, som leverantören anger det. Det jämförs men ger inga poäng."
    }
    sub_processors_in_its_list(count) {
        "Sub-processors in the vendor's list ({count})",
        "Underbiträden i leverantörens lista ({count})"
    }
    chain_denied_told(id, companies) {
        "the vendor answers that it has no sub-processors ({id}), yet its list names {companies}",
        "leverantören svarar att den inte har några underbiträden ({id}), men dess lista anger {companies}"
    }
    chain_outside_told(id, companies) {
        "the vendor answers with the EU/EEA alone ({id}), yet companies in its list are established outside it: \
         {companies}",
        "leverantören svarar bara EU/EES ({id}), men företag i dess lista är etablerade utanför: {companies}"
    }
    letter_chain_denied(companies) {
        "You list sub-processors ({companies}) and answer that there are none. Please say which of the two holds.",
        "Ni anger underbiträden ({companies}) och svarar att inga finns. Skriv vilket av de två som stämmer."
    }
    letter_chain_outside(companies) {
        "You list sub-processors established outside the EU/EEA ({companies}) and answer that only places within it \
         are used. Please say where these companies keep the data and from where they can see it.",
        "Ni anger underbiträden som är etablerade utanför EU/EES ({companies}) och svarar att bara platser inom det \
         används. Skriv var de företagen förvarar uppgifterna och varifrån de kan se dem."
    }
    sub_processors_changed() { "Sub-processors: what changed", "Underbiträden: vad som har ändrats" }
    no_sub_processor() { "not listed", "anges inte" }
    is_sub_processor() { "listed", "anges" }
    company() { "Company", "Företag" }
    country() { "Country", "Land" }
    registration() { "Registration", "Organisationsnummer" }
    what_it_does() { "What it does", "Vad det gör" }
}

impl Lang {
    /// How many sub-processors a vendor lists, one or more.
    pub fn sub_processors_listed(self, count: usize) -> Clean {
        if count == 1 { self.one_sub_processor() } else { self.several_sub_processors(count) }
    }
}
