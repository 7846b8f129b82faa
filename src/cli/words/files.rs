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
    unreadable_folder(folder, why) {
        "the folder {folder} cannot be read: {why}",
        "mappen {folder} kan inte läsas: {why}"
    }
}
