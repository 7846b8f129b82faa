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
