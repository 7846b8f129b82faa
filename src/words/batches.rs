//! The fixed phrases about many vendors at once.

use super::phrases::phrases;
use super::{Lang, clean};

phrases! {
    // the table
    vendors_as_of(date) { "Vendors, the worst risk first · as of {date}", "Leverantörer, värsta risken först · per {date}" }
    vendors_own_days() { "Vendors, the worst risk first · each as of its own day", "Leverantörer, värsta risken först · var och en per sin egen dag" }
    column_risk() { "Risk", "Risk" }
    files_in(folder) { "files in {folder}", "filer i {folder}" }
    column_raised() { "Raised", "Utlösta" }
    column_file() { "File", "Fil" }
    none_rated_yet() { "not yet rated", "ännu ej bedömd" }

    // what stands below it
    vendors_judged(count, parts) { "{count} judged: {parts}", "{count} bedömda: {parts}" }
    of_risk(risk, count) { "{risk} {count}", "{risk} {count}" }
    none_yet_rated(count) { "not yet rated {count}", "ännu ej bedömda {count}" }
    nothing_rated(count) { "nothing to rate {count}", "inget att bedöma {count}" }
    could_not_be_judged(count) { "could not be judged: {count}", "kunde inte bedömas: {count}" }
    see_one(command) { "one in full: {command}", "en i sin helhet: {command}" }
    warnings_in_files(warnings, files) { "{warnings} in {files} files: see `duly check FILE`", "{warnings} i {files} filer: se `duly check FIL`" }

    // on the way
    judged_so_far(done, all) { "{done} of {all} judged", "{done} av {all} bedömda" }
    went_wrong(file) { "{file}: duly itself failed here; please report it with the message above", "{file}: duly självt misslyckades här; rapportera det gärna med meddelandet ovan" }

    // what does not fit together
    no_answers_in(folder) { "there are no answers in the folder {folder}: they are files such as vendor.yaml with `format: duly/answers@1`", "det finns inga svar i mappen {folder}: de är filer som leverantor.yaml med `format: duly/answers@1`" }
    unreadable_folder(folder, why) { "the folder {folder} cannot be read: {why}", "mappen {folder} kan inte läsas: {why}" }
    standard_input_alone() { "`-` is read alone: name one file, or files without `-`", "`-` läses ensamt: ange en fil, eller filer utan `-`" }
    review_of_a_folder() { "--review names the review of a file: name the files instead of the folder, or let the policy say where the reviews are", "--review anger granskningen av en fil: ange filerna i stället för mappen, eller låt policyn ange var granskningarna ligger" }
    one_vendor_in_full() { "--all shows one vendor in full: use it with one file", "--all visar en leverantör i sin helhet: använd det med en fil" }
    summary_is_a_table() { "--summary is a table: use it with -f csv", "--summary är en tabell: använd det med -f csv" }

    // the columns of the summary for spreadsheets
    summary_worst() { "Risk at worst", "Risk i värsta fall" }
    summary_best() { "Risk at best", "Risk i bästa fall" }
    summary_rated() { "Rated", "Bedömd" }
    summary_known() { "Known %", "Känt %" }
    summary_flags_raised() { "Flags raised", "Flaggor utlösta" }
    summary_flags_open() { "Flags not yet ruled out", "Flaggor som inte kan uteslutas än" }
    summary_flags_accepted() { "Flags accepted for a time", "Flaggor tidsbegränsat godtagna" }
    summary_day() { "As of", "Per" }
}
