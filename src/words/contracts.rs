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
    contract_client() { "Client", "Uppdragsgivare" }
    contract_vendor() { "Vendor", "Leverantör" }
    contract_answers() { "Answers of", "Svar av den" }
    contract_conditions(day) { "Conditions of the decision of {day}", "Villkor i beslutet av den {day}" }
    contract_changes() { "What the vendor changes", "Det här ändrar leverantören" }
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
