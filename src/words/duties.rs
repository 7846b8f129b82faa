//! The fixed phrases of our own duties as controller.

use super::Lang;
use super::phrases::phrases;

phrases! {
    our_duties() { "Our own duties as controller", "Våra egna skyldigheter som personuppgiftsansvarig" }
    duties_on_file(done, all) {
        "{done} of {all} are on file. They are ours to see to, not the vendor's, and give no points.",
        "{done} av {all} är dokumenterade. Det är vi som ska fullgöra dem, inte leverantören, och de ger inga poäng."
    }
    duties_in_short(done, all) { "{done} of {all} on file", "{done} av {all} dokumenterade" }
    our_duties_in_short() { "Our duties", "Våra plikter" }
    duty() { "Duty", "Skyldighet" }
    duty_done() { "Done", "Fullgjord" }
    duty_where() { "Where", "Var" }
    duty_not_on_file() { "not on file", "saknas" }
    duty_to_come(day) { "dated {day}, which is still to come", "daterad {day}, som ännu inte har inträffat" }
    duty_dpia() {
        "Data protection impact assessment, or a note why none is needed (GDPR Art. 35)",
        "Konsekvensbedömning avseende dataskydd, eller en anteckning om varför ingen behövs (GDPR artikel 35)"
    }
    duty_record() {
        "Record of processing activities, with this vendor in it (GDPR Art. 30(1))",
        "Register över behandlingar, med leverantören angiven (GDPR artikel 30.1)"
    }
    duty_information() {
        "Information to customers: who answers them, recordings, transfers (GDPR Art. 13 and 14)",
        "Information till kunderna: vem som svarar, inspelningar, överföringar (GDPR artikel 13 och 14)"
    }
    duty_instructions() {
        "Documented instructions to the vendor (GDPR Art. 28(3)(a) and 29)",
        "Dokumenterade instruktioner till leverantören (GDPR artikel 28.3 a och 29)"
    }
    duties_label() { "Which of them has been done?", "Vilken av dem är fullgjord?" }
    duties_help() {
        "What the law asks of us, whoever the vendor is. It stands in the report with the day and the place, and gives \
         no points. Go on to leave it open.",
        "Det som lagen kräver av oss, oavsett leverantör. Det står i rapporten med dag och plats och ger inga poäng. \
         Gå vidare för att lämna det öppet."
    }
    duty_when() { "When was it done?", "När gjordes det?" }
    duty_place() { "Where can it be found?", "Var finns det?" }
}
