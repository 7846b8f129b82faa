//! What is said of files and folders: what was written, and why not.

use crate::words::Lang;
use crate::words::phrases::phrases;

phrases! {
    // writing
    written(file) { "written: {file}", "skrivet: {file}" }
    exists_already(path) {
        "{path} exists already; write to another file, or overwrite it with --force",
        "{path} finns redan; skriv till en annan fil eller skriv över den med --force"
    }
    cannot_write(path) { "cannot write {path}", "kan inte skriva {path}" }
    cannot_write_output() { "cannot write to standard output", "kan inte skriva till standardutmatningen" }
    is_a_folder() { "it is a folder; name a file in it", "det är en mapp; ange en fil i den" }
    no_such_folder(folder) {
        "the folder {folder} does not exist; make it first",
        "mappen {folder} finns inte; skapa den först"
    }
    disk_is_full() { "the disk is full", "disken är full" }
    no_permission() { "you have no permission to write there", "behörighet att skriva dit saknas" }
    is_too_large() {
        "it would be larger than a file may be here; see `ulimit -f`",
        "den skulle bli större än en fil får vara här; se `ulimit -f`"
    }
    was_read() {
        "the result is made of this file; name another file to write to",
        "resultatet görs av den här filen; ange en annan fil att skriva till"
    }
    holds_what_people_wrote() {
        "it holds answers, a review, a policy or a questionnaire; write to another file, or overwrite it with --force",
        "den innehåller svar, en granskning, regler eller ett frågeformulär; skriv till en annan fil eller skriv över \
         den med --force"
    }
    is_a_link_out() {
        "it is a link that leads out of its folder; name the file itself",
        "det är en länk som leder ut ur mappen; ange själva filen"
    }
    has_several_names() {
        "it is one file under several names (hard links), and the others would keep the old text; put a copy of it in \
         its place first",
        "den är en fil med flera namn (hårda länkar), och de andra skulle behålla den gamla texten; lägg först en \
         kopia av den på dess plats"
    }
    owner_is_lost() {
        "it belongs to somebody else and would become yours; let its owner do it, or put a copy of your own in its \
         place first",
        "den tillhör någon annan och skulle bli din; låt ägaren göra det eller lägg först en egen kopia på dess plats"
    }
    is_write_protected() { "it is write-protected", "den är skrivskyddad" }

    // folders with answers
    no_answers_in(folder) {
        "there are no answers in the folder {folder}: they are files such as vendor.yaml with `format: duly/answers@1`",
        "det finns inga svar i mappen {folder}: de är filer som leverantor.yaml med `format: duly/answers@1`"
    }
    only_a_page(error, page) {
        "{error}. {page} is the form itself: ask for the .yaml file that its button saves",
        "{error}. {page} är själva formuläret: be om .yaml-filen som dess knapp sparar"
    }
    not_judged(why) { "not judged: {why}", "inte bedömd: {why}" }
    has_other_ending() {
        "it holds answers, but its name does not end in .yaml; give it that ending, or take it out of the folder",
        "den innehåller svar, men namnet slutar inte på .yaml; ge den den ändelsen eller flytta den ur mappen"
    }
    is_a_form(command) {
        "it is a form that came back; `{command}` takes it in, and if it was taken in already, move it elsewhere",
        "det är ett formulär som kommit tillbaka; `{command}` tar in det, och är det redan gjort: flytta filen härifrån"
    }
    is_in_archive() {
        "it is an archive that holds answers; unpack them, and take it out of the folder",
        "den är ett arkiv som innehåller svar; packa upp dem och flytta den ur mappen"
    }
    has_name_of_review() {
        "it has the name of a review and holds answers; name it like vendor.yaml",
        "den heter som en granskning och innehåller svar; ge den ett namn som leverantor.yaml"
    }
    leads_out() {
        "it is a link that leads out of the folder; name what it leads to as well",
        "det är en länk som leder ut ur mappen; ange även det som den leder till"
    }
    may_hold_answers() {
        "it could hold answers, and cannot be opened; make it readable, or take it out of the folder",
        "den kan innehålla svar och går inte att öppna; gör den läsbar eller flytta den ur mappen"
    }
    folder_is_closed(why) {
        "the folder cannot be read: {why}; make it readable, or take it out",
        "mappen kan inte läsas: {why}; gör den läsbar eller flytta den"
    }
    folder_is_too_deep(most) {
        "no folder is looked into that lies deeper than {most}; name it as well",
        "mappar som ligger djupare än {most} genomsöks inte; ange även den"
    }
    folder_is_too_large(most) {
        "more than {most} files and folders: this one and what comes after it were not looked at; name the folders one \
         by one",
        "fler än {most} filer och mappar: den här och det som kommer efter den har inte undersökts; ange mapparna en \
         och en"
    }
    unreadable_folder(folder, why) {
        "the folder {folder} cannot be read: {why}",
        "mappen {folder} kan inte läsas: {why}"
    }
}
