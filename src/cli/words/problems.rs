//! What is said about problems as such: how many there are, and where to read them.

use crate::words::Lang;
use crate::words::phrases::phrases;

phrases! {
    problem_counts(errors, warnings) { "{errors}, {warnings}", "{errors}, {warnings}" }
    more_of_a_kind(count, code) {
        "... and {count} more of `{code}`: `duly check FILE --all` shows them",
        "... och {count} till av `{code}`: `duly check FIL --all` visar dem"
    }
    not_shown(count) { "({count} of them not shown)", "({count} av dem visas inte)" }
    warnings_summary(warnings, file) { "{warnings}: see `duly check {file}`", "{warnings}: se `duly check {file}`" }
    warnings_in_files(warnings, files) {
        "{warnings} in {files}: see `duly check FILE`",
        "{warnings} i {files}: se `duly check FIL`"
    }
    warnings_denied(warnings) {
        "--deny-warnings: {warnings} and no error; what was checked can be judged",
        "--deny-warnings: {warnings} och inget fel; det som kontrollerats går att bedöma"
    }
    in_all_files(files, counts) { "in all {files} files: {counts}", "i alla {files} filer: {counts}" }
    could_not_be_checked(count) { "could not be checked: {count}", "kunde inte kontrolleras: {count}" }
    nothing_wrong(file) { "{file}: no problems found", "{file}: inga problem" }
    judged_so_far(done) { "{done} judged so far", "{done} bedömda hittills" }
}
