//! What is said when answers come in.

use crate::words::Lang;
use crate::words::clean::Clean;
use crate::words::phrases::phrases;

phrases! {
    // formats of others
    file_of_format(file, format) { "{file} ({format})", "{file} ({format})" }
    read_as_one_of(file, format, others) {
        "{file} is read as {format}; if it is something else, say so with --source ({others})",
        "{file} läses som {format}; om den är något annat, ange det med --source ({others})"
    }
    one_questionnaire_at_a_time() {
        "--as questionnaire takes one file at a time",
        "--as questionnaire tar en fil i taget"
    }
    questionnaire_needs_ending(file) {
        "{file} would not be known as a questionnaire; name a file that ends in .yaml",
        "{file} skulle inte kännas igen som ett frågeformulär; ange en fil som slutar på .yaml"
    }
    questionnaire_not_made(file) {
        "no questionnaire can be made of {file}; nothing was written",
        "inget frågeformulär kan göras av {file}; inget skrevs"
    }
    after_questionnaire(check, new) {
        "next: decide what the list says, then `{check}`, and `{new}` for a form to send",
        "nästa steg: avgör det som listan anger, sedan `{check}` och `{new}` för ett formulär att skicka"
    }
    nothing_of_it(file) {
        "so much is wrong in {file} that nothing of it was used, and nothing was written",
        "så mycket är fel i {file} att inget av innehållet har använts och inget har skrivits"
    }
    // counts
    papers_unpacked(count, folder) {
        "papers unpacked: {count}, in {folder}",
        "uppackade dokument: {count}, i {folder}"
    }
    papers_are_there(folder) { "the papers in {folder} are the same", "dokumenten i {folder} är desamma" }
    left_packed(count, names) {
        "not unpacked: {count} ({names}); papers are what lies in the folder `evidence` beside the answers",
        "inte uppackade: {count} ({names}); dokument är det som ligger i mappen `evidence` bredvid svaren"
    }
    other_papers_there(folder) {
        "other papers lie in {folder}; name another folder, or move them first: what is there is never overwritten",
        "andra dokument ligger i {folder}; ange en annan mapp eller flytta dem först: det som finns skrivs aldrig över"
    }
    papers_damaged(file) {
        "the papers in {file} are damaged; have it sent again. Nothing was unpacked.",
        "dokumenten i {file} är skadade; låt filen skickas igen. Inget har packats upp."
    }
    import_counted(file, read, taken, lost) {
        "{file}: {read}, {taken}, {lost}",
        "{file}: {read}, {taken}, {lost}"
    }
    import_of_others(documents, companies) {
        "{documents}, {companies}",
        "{documents}, {companies}"
    }
    not_understood_elsewhere(count) {
        "not understood besides the answers: {count}",
        "inte förstått utöver svaren: {count}"
    }
    with_documents_only(count) { "{count} with documents only", "{count} med bara dokument" }
    proposals_unconfirmed(count) {
        "proposals not confirmed, which count for nothing: {count}; ask the vendor again",
        "förslag som inte har bekräftats och inte räknas: {count}; fråga leverantören igen"
    }
    undated_answers(file) {
        "no day of answering is given: nobody can say how old the answers are; ask for it and write it after \
         `answered:` in {file}",
        "svarsdag saknas: ingen kan säga hur gamla svaren är; fråga efter den och skriv den efter `answered:` i {file}"
    }
    kept_as_comments(file) {
        "what was not understood stands as comments in {file}; answers among it count as not given until they are \
         mended",
        "det som inte förstods står som kommentarer i {file}; de svaren räknas som obesvarade tills de rättas"
    }
    questions_not_in_it(count, questionnaire) {
        "the form does not ask {count} of the questions of {questionnaire}",
        "formuläret har inte med {count} av frågorna i {questionnaire}"
    }
    letter_asks_for_it(command) {
        "to have it mended by whoever sent it: `{command}`",
        "för att låta avsändaren rätta det: `{command}`"
    }
    after_import(check, assess) {
        "next: `{check}`, or `{assess}` for the result",
        "nästa steg: `{check}`, eller `{assess}` för resultatet"
    }
    import_names_files() {
        "what came in is named by its file: save it and name that in the place of `-`",
        "det som kommit in anges med sin fil: spara det och ange filen i stället för `-`"
    }
    into_an_answers_file(file) {
        "{file} is a form in cells; answers are brought into an answers file: `duly import` makes one of it",
        "{file} är ett formulär i celler; svar förs in i en svarsfil: `duly import` gör en av det"
    }
    import_over_a_review(file) {
        "{file} has the name of a review, which no answers may take; name the file to write with -o",
        "{file} heter som en granskning, och så får inga svar heta; ange med -o vilken fil som ska skrivas"
    }
    import_over_itself(file) {
        "{file} would be written over itself; name the file to write with -o",
        "{file} skulle skrivas över sig själv; ange med -o vilken fil som ska skrivas"
    }
    nameless_answers() {
        "nobody says who answers; name the vendor with --vendor, or in the file",
        "det framgår inte vem som svarar; ange leverantören med --vendor eller i filen"
    }
    same_vendor_twice(file, other) {
        "{file} and {other} would both be written to the same file; to bring colleagues together, use --into",
        "{file} och {other} skulle båda skrivas till samma fil; använd --into för att föra ihop kollegors svar"
    }
    review_is_there(file) {
        "{file} is there already and is left as it is",
        "{file} finns redan och lämnas orörd"
    }
    take_needs_two() {
        "--take decides between two answers: name the file with --into or --update",
        "--take avgör mellan två svar: ange filen med --into eller --update"
    }
    one_output_for_several() {
        "several files came in: name a folder with -o, or leave it out",
        "flera filer har kommit in: ange en mapp med -o, eller utelämna den"
    }
    import_first(command) {
        "nothing in the form has to be mended; `{command}` brings it in",
        "inget i formuläret behöver rättas; `{command}` för in det"
    }
    // brought into another file
    import_conflict(what, ours, place, theirs, other) {
        "conflict: {what}: {ours} ({place}), but {theirs} ({other})",
        "konflikt: {what}: {ours} ({place}), men {theirs} ({other})"
    }
    import_changed(what, ours, place, theirs, other) {
        "{what}: {ours} ({place}) -> {theirs} ({other})",
        "{what}: {ours} ({place}) -> {theirs} ({other})"
    }
    nothing_new(file) {
        "{file} says all of it already; nothing was changed",
        "{file} innehåller redan allt; inget har ändrats"
    }
    brought_in(file, filled, replaced, open) {
        "written: {file}: {filled}, {replaced}, {open} to decide",
        "skrivet: {file}: {filled}, {replaced}, {open} att avgöra"
    }
    decide_with(ids) {
        "conflicts were left as they were; decide with --take theirs={ids} or --take ours={ids}",
        "konflikterna lämnades som de var; avgör med --take theirs={ids} eller --take ours={ids}"
    }
    too_many_entries(file, count, most) {
        "{count} entries of documents and sub-processors of {file} would change, and at most {most} do at once; \
         write what came in to a file of its own with -o",
        "{count} uppgifter om dokument och underbiträden i {file} skulle ändras, och högst {most} ändras på en gång; \
         skriv det som kom in till en egen fil med -o"
    }
    mend_before_import(file) {
        "{file} has to be right before anything is brought into it",
        "{file} måste vara rätt innan något förs in i den"
    }
    of_two_vendors(file, vendor, target, other) {
        "{file} is of {vendor}, and {target} of {other}; nothing was changed",
        "{file} gäller {vendor} och {target} gäller {other}; inget har ändrats"
    }
    older_than_ours(file, theirs, target, ours) {
        "{file} is of {theirs}, and {target} of {ours}: older answers replace no newer ones; nothing was changed",
        "{file} är från {theirs} och {target} från {ours}: äldre svar ersätter inga nyare; inget har ändrats"
    }
    day_stays(target, ours, file, theirs, left) {
        "{target} stays one of {ours}: {file} of {theirs} does not answer {left} of the questions that are answered \
         there; have those answered, too, or where they still hold, write the day after `answered:` yourself",
        "{target} förblir från {ours}: {file} från {theirs} besvarar inte {left} av de frågor som är besvarade där; \
         låt besvara även dem eller, om svaren fortfarande gäller, skriv själv dagen efter `answered:`"
    }
    stays_undated(target, file, theirs, left) {
        "{target} stays without a day: {file} of {theirs} does not answer {left} of the questions that are answered \
         there; have those answered, too, or where they still hold, write the day after `answered:` yourself",
        "{target} förblir utan svarsdag: {file} från {theirs} besvarar inte {left} av de frågor som är besvarade där; \
         låt besvara även dem eller, om svaren fortfarande gäller, skriv själv dagen efter `answered:`"
    }
    of_two_questionnaires(file, reference, target, other) {
        "{file} answers {reference}, and {target} {other}; name the one to read both by with --questionnaire",
        "{file} besvarar {reference} och {target} {other}; ange med --questionnaire vilket båda ska läsas med"
    }
}

impl Lang {
    /// "1 answer read", "2 answers read".
    pub fn answers_read(self, count: usize) -> Clean {
        self.counted_noun(count, ["answer read", "answers read"], ["svar läst", "svar lästa"])
    }

    /// "2 taken over".
    pub fn taken_over(self, count: usize) -> Clean {
        self.counted_noun(count, ["taken over", "taken over"], ["övertaget", "övertagna"])
    }

    /// "2 not understood".
    pub fn not_taken(self, count: usize) -> Clean {
        self.counted_noun(count, ["not understood", "not understood"], ["inte förstått", "inte förstådda"])
    }

    /// "1 document", "2 documents".
    pub fn documents(self, count: usize) -> Clean {
        self.counted_noun(count, ["document", "documents"], ["dokument", "dokument"])
    }

    /// "1 sub-processor", "2 sub-processors".
    pub fn companies(self, count: usize) -> Clean {
        self.counted_noun(count, ["sub-processor", "sub-processors"], ["underbiträde", "underbiträden"])
    }

    /// "1 answer filled in", "2 answers filled in".
    pub fn answers_filled_in(self, count: usize) -> Clean {
        self.counted_noun(count, ["answer filled in", "answers filled in"], ["svar ifyllt", "svar ifyllda"])
    }

    /// "2 replaced".
    pub fn replaced(self, count: usize) -> Clean {
        self.counted_noun(count, ["replaced", "replaced"], ["ersatt", "ersatta"])
    }
}
