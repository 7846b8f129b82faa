//! What a table of others seems to hold, shown to whoever has to say what it does hold.

use super::Lang;
use super::phrases::phrases;

phrases! {
    proposal_sheet(sheet, row, rows) {
        "sheet {sheet}, heads in row {row}, rows below: {rows}",
        "blad {sheet}, rubriker på rad {row}, rader under: {rows}"
    }
    proposal_table(row, rows) { "heads in row {row}, rows below: {rows}", "rubriker på rad {row}, rader under: {rows}" }
    proposal_headless_sheet(sheet, rows) {
        "sheet {sheet}, no heads found, rows: {rows}",
        "blad {sheet}, inga rubriker hittades, rader: {rows}"
    }
    proposal_headless(rows) { "no heads found, rows: {rows}", "inga rubriker hittades, rader: {rows}" }
    proposal_column(column, head, filled) {
        "  {column} {head}: {filled} filled",
        "  {column} {head}: {filled} ifyllda"
    }
    proposal_all_different(line) { "{line}, all different", "{line}, alla olika" }
    proposal_words(line, words) { "{line}: {words}", "{line}: {words}" }
    proposal_seems(line, part) { "{line} -> {part}", "{line} -> {part}" }
    proposal_perhaps_answers(line) { "{line} -> perhaps answer", "{line} -> kanske answer" }
    proposal_more_columns(count) { "  ... and {count} more columns", "  ... och {count} kolumner till" }
    proposal_other_sheets(names) { "other sheets: {names}", "andra blad: {names}" }
    proposal_say() {
        "say what the columns hold, after a look at them, for example:",
        "ange vad kolumnerna innehåller, efter att ha sett på dem, till exempel:"
    }
    proposal_which_answer(columns) {
        "which column holds the vendor's answers, only you can say; add answer=, perhaps one of {columns}",
        "vilken kolumn som innehåller leverantörens svar vet bara ni; lägg till answer=, kanske någon av {columns}"
    }
    proposal_no_answer() {
        "no column was found that may hold answers; add answer= if there is one",
        "ingen kolumn hittades som kan innehålla svar; lägg till answer= om det finns en"
    }
    proposal_no_id() {
        "no column was found that holds ids; add id=; if there is none, name the column of the questions as id, too",
        "ingen kolumn hittades som innehåller id; lägg till id=; om det inte finns någon, ange frågornas kolumn även \
         som id"
    }
    proposal_worth() {
        "# what the words are worth, 0 to 100, is for you to say: words = number, under [values]",
        "# vad orden är värda, 0 till 100, anger ni: ord = tal, under [values]"
    }
    proposal_keep() {
        "or keep it as a file, to be named now and next year:",
        "eller spara det som en fil, att ange nu och nästa år:"
    }
}
