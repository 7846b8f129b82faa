//! What is asked and said when files to fill in are made.

use crate::words::Lang;
use crate::words::phrases::phrases;

phrases! {
    // asking on the terminal
    stakes_intro() {
        "What is at stake? Only you know. It goes into our review, not to the vendor, and questions that do not apply \
         are left out.",
        "Vad står på spel? Det vet bara ni. Det skrivs i vår granskning, inte till leverantören, och frågor som inte \
         gäller tas inte med."
    }
    nothing_made() { "broken off; nothing was made", "avbrutet; inget skapades" }

    // what was made, and what comes next
    made_answers(file, count) {
        "written: {file} ({count} questions): fill it in or send it to the vendor",
        "skrivet: {file} ({count} frågor): fyll i den eller skicka den till leverantören"
    }
    made_review(file) {
        "written: {file}: our review, not for the vendor",
        "skrivet: {file}: vår granskning, inte för leverantören"
    }
    review_used(file) {
        "what is at stake is taken from {file}, where it is noted what was sent",
        "vad som står på spel är hämtat från {file}, där det antecknats vad som skickades"
    }
    review_exists_already(file) {
        "{file} exists already; leave out --inherent and --reviewer to take it as it is, or put them into it with \
         --force: everything else in it stays",
        "{file} finns redan; utelämna --inherent och --reviewer för att använda den som den är, eller för in dem i \
         den med --force: allt annat i den står kvar"
    }
    review_changed(file) {
        "what you state is put into {file}, where it is noted what was sent; everything else in it stays",
        "det du anger har förts in i {file}, där det antecknats vad som skickades; allt annat i den står kvar"
    }
    review_used_only(file) {
        "what is at stake is taken from {file}, which is left as it is",
        "vad som står på spel är hämtat från {file}, som lämnas orörd"
    }
    no_review_of_nobody() {
        "no review is written: it is not known yet who answers",
        "ingen granskning skrivs: det är inte känt än vem som svarar"
    }
    no_stake_of_nobody() {
        "what is at stake is not stated, so that everything is asked: name it with --inherent",
        "vad som står på spel är inte angivet, så allt frågas: ange det med --inherent"
    }
    not_in_this_part(count) {
        "not asked in this form: {count}",
        "frågas inte i det här formuläret: {count}"
    }
    not_asked_here(count) {
        "left out, because they do not apply: {count}",
        "utelämnade, eftersom de inte gäller: {count}"
    }
    leave_screening_out() {
        "leave --screening out to ask everything",
        "utelämna --screening för att fråga allt"
    }
    stake_left_open(list, review) {
        "not stated: {list}; state it in {review}, or the result is a range",
        "inte angivet: {list}; ange det i {review}, annars blir resultatet ett intervall"
    }
    no_review_written(command) {
        "what is at stake is not stated: name it with --inherent, or later with `{command}`",
        "vad som står på spel är inte angivet: ange det med --inherent, eller senare med `{command}`"
    }
    no_review_to_output() {
        "only the answers file goes to standard output: no review is written",
        "bara svarsfilen skrivs till standardutmatningen: ingen granskning skrivs"
    }
    sent_not_noted(line) {
        "what was sent is noted in no review; to have what comes back held against it, add to our review: {line}",
        "vad som skickades är inte antecknat i någon granskning; lägg till i vår granskning, så jämförs det som kommer \
         tillbaka med det: {line}"
    }
    // next year's form
    answers_to_confirm(count, questions, from) {
        "{count} of {questions} questions carry the answer of {from}, for the vendor to confirm or to change",
        "{count} av {questions} frågor har med sig svaret från {from}, som leverantören bekräftar eller ändrar"
    }
    files_to_copy(folder, files) {
        "the files of documents that are still current must lie beside the new answers, too; copy to {folder}: {files}",
        "filerna till handlingar som fortfarande gäller måste ligga bredvid de nya svaren också; kopiera till \
         {folder}: {files}"
    }
    no_files_to_copy() {
        "no file of a current document has to be copied",
        "ingen fil till en aktuell handling behöver kopieras"
    }
    earlier_answers_left_out(file, newer) {
        "{file}: left out: earlier answers of the same vendor as {newer}",
        "{file}: utelämnad: tidigare svar från samma leverantör som {newer}"
    }
    two_give_one_form(first, second, form) {
        "{first} and {second} would both become {form}: give one of them another name; no form is made",
        "{first} och {second} skulle båda bli {form}: ge en av dem ett annat namn; inget formulär skapas"
    }
    stake_to_confirm(review) {
        "what is at stake is taken over from the last review: confirm it in {review}",
        "vad som står på spel har övertagits från den senaste granskningen: bekräfta det i {review}"
    }
    condition_still_open(condition) {
        "a condition of the last decision is not met: {condition}",
        "ett villkor i det senaste beslutet är inte uppfyllt: {condition}"
    }
    conditions_stay(command) {
        "conditions that are not met stay in the earlier review, and are met there; what falls due in both years: \
         {command}",
        "villkor som inte är uppfyllda står kvar i den tidigare granskningen och uppfylls där; det som ska göras från \
         båda åren: {command}"
    }
    renewed_forms(count, folder, failed) {
        "forms made in {folder}: {count}; could not be made: {failed}",
        "formulär skapade i {folder}: {count}; kunde inte skapas: {failed}"
    }

    // a part of a questionnaire
    part_explained() {
        "A questionnaire of your own, taken over from a built-in one. Add, change and replace under `categories`, \
         `red_flags` and so on: what has the id of something there stands in its place.",
        "Ett eget frågeformulär, övertaget från ett inbyggt. Lägg till, ändra och ersätt under `categories`, \
         `red_flags` och så vidare: det som har samma id som något där träder i dess ställe."
    }
    title_of_a_part(title) { "{title}, selected questions", "{title}, valda frågor" }
    part_asks(count, extended) {
        "it asks {count} questions and extends {extended}",
        "det ställer {count} frågor och utökar {extended}"
    }
    come_along(list) {
        "come along, because they decide whether the others are asked: {list}",
        "följer med, eftersom de avgör om de andra ställs: {list}"
    }
    flags_are_gone(list) {
        "these red flags cannot be raised any more: {list}",
        "dessa röda flaggor kan inte längre utlösas: {list}"
    }
    must_be_listed(questionnaire) {
        "`questionnaires` in our policy does not name {questionnaire}: add it there, or judge with --questionnaire",
        "`questionnaires` i våra regler anger inte {questionnaire}: lägg till det där, eller bedöm med --questionnaire"
    }
    when_what_it_saves_is_back(assess) {
        "when the answers file that the page saves has come back, beside it: `{assess}` for the result",
        "när svarsfilen som sidan sparar har kommit tillbaka, bredvid den: `{assess}` för resultatet"
    }
    when_it_is_back(record, assess) {
        "when it is back: `{record}` for single answers, `{assess}` for the result",
        "när den har kommit tillbaka: `{record}` för enstaka svar, `{assess}` för resultatet"
    }
    when_it_is_brought_in(import) {
        "when it is back: `{import}` takes the answers in",
        "när den har kommit tillbaka: `{import}` tar in svaren"
    }
}
