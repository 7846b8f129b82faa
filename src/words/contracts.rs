//! The fixed phrases of an annex to a contract: what was agreed and what has to change, who sees to it, by when, and
//! how it is shown.

use super::Lang;
use super::phrases::phrases;

phrases! {
    contract_title(questionnaire) {
        "Annex to the contract: conditions on security and data protection, {questionnaire}",
        "Bilaga till avtalet: villkor för säkerhet och dataskydd, {questionnaire}"
    }
    contract_draft() {
        "This is a draft from our review, to be edited: strike what is not agreed, and fill in what is left blank. It \
         is not legal advice; a lawyer must read it before it is signed.",
        "Det här är ett utkast från vår granskning, att redigera: stryk det som inte avtalas och fyll i det som är \
         tomt. Det är inte juridisk rådgivning; en jurist måste läsa det före underskrift."
    }
    contract_rejected(day) {
        "The decision of {day} is not to use this vendor. This list shows what would have to change; it is no paper to \
         sign.",
        "Beslutet av {day} är att inte anlita leverantören. Listan visar vad som skulle behöva ändras; den är inget \
         att skriva under."
    }
    contract_not_rated(count) {
        "Not yet rated: {count} questions are open, so this list is incomplete.",
        "Ännu ej bedömd: {count} frågor är öppna, så listan är ofullständig."
    }
    contract_open(count) {
        "{count} questions are open, so this list is incomplete.",
        "{count} frågor är öppna, så listan är ofullständig."
    }
    contract_one_open() {
        "One question is open, so this list is incomplete.",
        "En fråga är öppen, så listan är ofullständig."
    }
    contract_claims(count) {
        "Answers that are claims only: {count}. See the letter to the vendor.",
        "Obestyrkta svar: {count}. Se brevet till leverantören."
    }
    contract_binds(day) {
        "The vendor's answers of {day}, and the documents that go with them, are part of the contract.",
        "Leverantörens svar av {day}, och de dokument som hör till dem, är en del av avtalet."
    }
    contract_binds_undated() {
        "The vendor's answers, and the documents that go with them, are part of the contract.",
        "Leverantörens svar, och de dokument som hör till dem, är en del av avtalet."
    }
    contract_states_facts() {
        "They bind the vendor as statements of fact: no term, condition or reservation in them changes the contract or \
         this annex.",
        "De binder leverantören som sakuppgifter: inga villkor eller förbehåll i dem ändrar avtalet eller den här \
         bilagan."
    }
    contract_met(what) { "Of the conditions, met already: {what}.", "Av villkoren redan uppfyllt: {what}." }
    contract_contract() { "Contract", "Avtal" }
    contract_which() { "[title, number, date]", "[titel, nummer, datum]" }
    contract_we(client, vendor) {
        "In this annex “we”, “us” and “our” are the client, {client}; “you” and “the vendor” are {vendor}.",
        "I den här bilagan är ”vi”, ”oss” och ”vår” uppdragsgivaren, {client}; ”ni” och ”leverantören” är {vendor}."
    }
    contract_name() { "[name]", "[namn]" }
    contract_party() { "Party", "Part" }
    contract_client() { "Client", "Uppdragsgivare" }
    contract_vendor() { "Vendor", "Leverantör" }
    contract_conditions(day) { "Conditions of the decision of {day}", "Villkor i beslutet av {day}" }
    conditions_of_earlier() {
        "The decision was made on earlier answers or documents of the vendor, and a new one is still to come. Until \
         then these conditions stand.",
        "Beslutet fattades om leverantörens tidigare svar eller dokument, och ett nytt är ännu inte fattat. Tills \
         dess gäller villkoren."
    }
    contract_changes() { "What the vendor changes", "Det här ändrar leverantören" }
    contract_periods() {
        "Unless a day is filled in, periods run from the day of the last signature.",
        "Om ingen dag fylls i löper fristerna från dagen för den sista underskriften."
    }
    contract_condition() { "What", "Vad" }
    contract_owner() { "Who", "Vem" }
    contract_due() { "By when", "Senast" }
    contract_shown() { "Shown by", "Visas genom" }
    contract_none() {
        "No conditions are agreed, and no answer calls for a change.",
        "Inga villkor är beslutade, och inget svar kräver någon ändring."
    }
    contract_after_rejection() {
        "the decision on file is not to use this vendor: is there to be a contract?",
        "beslutet är att inte anlita leverantören: ska det bli något avtal?"
    }
    contract_signatures() { "Signatures", "Underskrifter" }
    contract_for(name) { "For {name}", "För {name}" }
    contract_place_and_day() { "Place and date", "Ort och datum" }
    contract_signature() { "Signature", "Underskrift" }
    contract_name_and_role() { "Name and role", "Namn och roll" }
}
