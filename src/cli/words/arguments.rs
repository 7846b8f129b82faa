//! What is wrong with a command line: arguments that do not fit, and names that nothing has.

use crate::words::Lang;
use crate::words::phrases::phrases;

phrases! {
    no_threads(jobs) {
        "the system has no room for {jobs} threads; take fewer: --jobs 1",
        "systemet har inte plats för {jobs} trådar; ta färre: --jobs 1"
    }
    // a name that nothing has
    no_command(name, known) {
        "there is no command `{name}`; there are: {known}",
        "det finns inget kommando `{name}`; dessa finns: {known}"
    }
    no_built_in(id, known) {
        "there is no built-in questionnaire `{id}`; there is: {known}",
        "det finns inget inbyggt frågeformulär `{id}`; dessa finns: {known}"
    }
    no_id_of_yours(id) {
        "`{id}` cannot be the id of your questionnaire: use letters, digits, - and _, and no built-in id",
        "`{id}` kan inte vara id för ert formulär: använd bokstäver, siffror, - och _, och inget inbyggt id"
    }
    no_such_question(id, questionnaire) {
        "there is no question or category `{id}` in {questionnaire}",
        "det finns ingen fråga eller kategori `{id}` i {questionnaire}"
    }
    did_you_mean_question(id) { "did you mean `{id}`?", "menade du `{id}`?" }
    all_questions(command) { "`{command}` lists them all", "`{command}` visar alla" }
    unknown_code(code) {
        "there is no code `{code}`; `duly check --codes` lists them",
        "det finns ingen kod `{code}`; `duly check --codes` visar alla"
    }

    // the vendor, and what is at stake
    name_the_vendor() {
        "name the vendor: duly new --vendor \"NordKontakt AB\"; or, for one form for all who offer, the file: duly \
         new -o tender.xlsx",
        "ange leverantören: duly new --vendor \"NordKontakt AB\"; eller filen, för ett formulär till alla \
         anbudsgivare: duly new -o upphandling.xlsx"
    }
    name_the_form() {
        "name the file to write: duly new --from x.yaml -o round2.xlsx",
        "ange filen som ska skrivas: duly new --from x.yaml -o omgang2.xlsx"
    }
    name_the_next_form() {
        "name the file to write: duly new --renew x.yaml -o x-next.xlsx",
        "ange filen som ska skrivas: duly new --renew x.yaml -o x-nasta.xlsx"
    }
    name_the_folder() {
        "name the folder for the forms: duly new --renew FOLDER -o NEXT",
        "ange mappen för formulären: duly new --renew MAPP -o NASTA"
    }
    kind_by_ending() {
        "--as is for a folder; of one form the ending of -o says what it is",
        "--as är för en mapp; för ett enda formulär anger filändelsen i -o vad det blir"
    }
    renewed_over_itself(file) {
        "{file} holds the earlier answers, which stay: give the form another name",
        "{file} innehåller de tidigare svaren, som ska finnas kvar: ge formuläret ett annat namn"
    }
    renewed_under_old_review(review) {
        "{review} is our review of the earlier answers and would be taken for that of the new ones: give the form \
         another name",
        "{review} är vår granskning av de tidigare svaren och skulle tas för den av de nya: ge formuläret ett annat \
         namn"
    }
    no_such_form(ending) {
        "`.{ending}` names no form that can be written; name a .yaml, .xlsx or .html file",
        "`.{ending}` anger inget formulär som kan skrivas; ange en .yaml-, .xlsx- eller .html-fil"
    }
    one_language_in_a_text() {
        "an answers file is written in one language; --both-languages is for a workbook, -o x.xlsx",
        "en svarsfil skrivs på ett språk; --both-languages är för en arbetsbok, -o x.xlsx"
    }
    no_short_form(questionnaire) {
        "{questionnaire} has no short form: none of its questions says `screening: true`",
        "{questionnaire} har inget kort formulär: ingen fråga anger `screening: true`"
    }
    nothing_to_ask() {
        "nothing is left to ask: what is named does not apply by what is at stake",
        "inget återstår att fråga: det som anges gäller inte, med det som står på spel"
    }
    name_is_empty() { "the name is empty", "namnet är tomt" }
    name_has_hidden(name) {
        "the name `{name}` holds signs that nobody can see, or a line break; type it anew",
        "namnet `{name}` innehåller tecken som inte syns, eller en radbrytning; skriv om det"
    }
    name_is_too_long(most) {
        "the name is longer than {most} characters; shorten it",
        "namnet är längre än {most} tecken; korta av det"
    }
    no_such_factor(written, known) {
        "--inherent: the questionnaire does not ask for `{written}`; {known}",
        "--inherent: formuläret frågar inte efter `{written}`; {known}"
    }
    no_factors(questionnaire) {
        "{questionnaire} does not ask what is at stake: leave --inherent out",
        "{questionnaire} frågar inte efter vad som står på spel: utelämna --inherent"
    }
    it_asks_for(list) { "it asks for {list}", "det frågar efter {list}" }
    factor_twice(factor) { "--inherent: `{factor}` stands twice", "--inherent: `{factor}` står två gånger" }
    factor_without_option(written) {
        "--inherent: write factor=option, for example data=contact, not `{written}`",
        "--inherent: skriv faktor=alternativ, till exempel data=contact, inte `{written}`"
    }
    no_such_stake(written, factor) {
        "`{written}` is no option of `{factor}`",
        "`{written}` är inget alternativ för `{factor}`"
    }
    choose_of(list) { "choose one of: {list}", "välj ett av: {list}" }
    perhaps(name) { "did you mean `{name}`?", "menade ni `{name}`?" }

    // arguments that do not fit each other
    documents_only() {
        "--for makes documents: use it with Markdown, HTML or Word (-f markdown, -f html, -f docx)",
        "--for gör dokument: använd det med Markdown, HTML eller Word (-f markdown, -f html, -f docx)"
    }
    due_for_letters_only() {
        "--reply-by is the day by which the vendor replies: use it with --for vendor",
        "--reply-by är dagen då leverantören senast ska svara: använd det med --for vendor"
    }
    letter_due_is_past() {
        "--reply-by lies before the day of the letter",
        "--reply-by ligger före brevets dag"
    }
    unscored_is_no_json() {
        "nothing counts for any of them, and the JSON of a comparison (`duly/comparison@1`) holds scores and an order; \
         take text, markdown, html or docx, or `duly assess FILE -f json` for each",
        "inget räknas för någon av dem, och en jämförelses JSON (`duly/comparison@1`) anger poäng och en ordning; ta \
         text, markdown, html eller docx, eller `duly assess FIL -f json` för var och en"
    }
    unscored_is_no_board() {
        "nothing counts for any of them, so a page for a board has no rating to show; leave out `--for board`",
        "inget räknas för någon av dem, så en sida för den som beslutar har ingen bedömning att visa; utelämna \
         `--for board`"
    }
    board_is_no_json() {
        "--for board is a page for the choice between two to six: take text, Markdown, HTML or Word",
        "--for board är en sida för valet mellan två till sex: välj text, Markdown, HTML eller Word"
    }
    board_is_for_few(most, named) {
        "--for board is a page for the choice between two to {most}, and {named} are named: leave out those that you \
         would not choose, or take the whole comparison",
        "--for board är en sida för valet mellan två till {most}, och {named} har angetts: utelämna dem som ni inte \
         skulle välja, eller ta hela jämförelsen"
    }
    diff_needs_two(file) {
        "diff compares two or more: besides {file} only its review is named",
        "diff jämför två eller fler: utöver {file} anges bara dess granskning"
    }
    diff_of_folders(folder) {
        "diff compares files of answers, and {folder} is a folder; many vendors against those of last year: \
         duly export NOW --summary --before THEN",
        "diff jämför svarsfiler, och {folder} är en mapp; många leverantörer mot fjolårets: duly export NU --summary \
         --before DÅ"
    }
    a_review_for_each(reviews, files) {
        "--review stands {reviews} times for {files} files: name one for each, in their order, or none",
        "--review står {reviews} gånger för {files} filer: ange en för varje, i deras ordning, eller ingen"
    }
    review_of_a_folder() {
        "--review names the review of a file: name the files instead of the folder, or let the policy say where the \
         reviews are",
        "--review anger granskningen av en fil: ange filerna i stället för mappen, eller låt policyn ange var \
         granskningarna ligger"
    }
    not_spoken(code) {
        "--lang {code}: duly does not speak it; use en or sv",
        "--lang {code}: det talar duly inte; använd en eller sv"
    }
    before_of_several() {
        "--before holds several vendors against last year's files: for one, use `duly diff`",
        "--before ställer flera leverantörer mot förra årets filer: för en, använd `duly diff`"
    }
    review_is_written_here() {
        "this command writes the review: leave --no-review out",
        "det här kommandot skriver granskningen: utelämna --no-review"
    }
    due_as_of_one_day() {
        "what falls due is told as of one day: give --as-of a date",
        "det som ska göras visas per en viss dag: ange ett datum för --as-of"
    }
    before_as_of_one_day() {
        "--before asks what time did, up to one day for all: use it without --as-of answered",
        "--before frågar vad tiden har gjort, fram till en och samma dag: använd det utan --as-of answered"
    }
    no_folder_before(folder) {
        "--before {folder}: there is no such folder; nothing is held against it, and nothing is written",
        "--before {folder}: det finns ingen sådan mapp; inget ställs mot den, och inget skrivs"
    }
    nothing_judged_before(folder) {
        "--before {folder}: none of its files can be judged; nothing is held against them, and nothing is written",
        "--before {folder}: ingen av filerna där kan bedömas; inget ställs mot dem, och inget skrivs"
    }
    before_in_overviews() {
        "--before is told by the overview: use it with any format but CSV",
        "--before visas i översikten: använd det med något annat format än CSV"
    }
    summary_formats() {
        "--summary is an overview or a table: use it with -f markdown, html, docx, json or csv",
        "--summary är en översikt eller en tabell: använd det med -f markdown, html, docx, json eller csv"
    }
    summary_readers() {
        "--summary is for your own people: use it without --for, or with --for board",
        "--summary är för er själva: använd det utan --for, eller med --for board"
    }
    standard_input_alone() {
        "`-` is read alone: name one file, or files without `-`",
        "`-` läses ensamt: ange en fil, eller filer utan `-`"
    }

    // the machine
    zone_unknown(zone, today) {
        "the time zone `{zone}` that TZ names cannot be read; today is {today}, the day by UTC",
        "tidszonen `{zone}` som TZ anger går inte att läsa; i dag är {today}, dagen enligt UTC"
    }

    // where to write, and in which format
    no_such_format(ending) {
        "`.{ending}` names no format that can be written; name a .md, .html, .docx, .json or .csv file, or the format \
         with -f",
        "`.{ending}` anger inget format som kan skrivas; ange en .md-, .html-, .docx-, .json- eller .csv-fil, eller \
         formatet med -f"
    }
    no_such_diff_format(ending) {
        "`.{ending}` names no format that can be written; name a .txt, .md, .html, .docx or .json file, or the \
         format with -f",
        "`.{ending}` anger inget format som kan skrivas; ange en .txt-, .md-, .html-, .docx- eller .json-fil, eller \
         formatet med -f"
    }
    no_such_due_format(ending) {
        "`.{ending}` names no format that can be written; name a .txt, .csv, .json or .ics file, or the format with -f",
        "`.{ending}` anger inget format som kan skrivas; ange en .txt-, .csv-, .json- eller .ics-fil, eller formatet \
         med -f"
    }
    calendar_leaves_out(count) {
        "conditions without a day, which no calendar can hold: {count}",
        "villkor utan dag, som inte får plats i någon kalender: {count}"
    }
    of_file(file, said) { "{file}: {said}", "{file}: {said}" }
    no_such_explanation_format(ending) {
        "`.{ending}` names no format that can be written; name a .txt, .md or .html file, or the format with -f",
        "`.{ending}` anger inget format som kan skrivas; ange en .txt-, .md- eller .html-fil, eller formatet med -f"
    }
    no_pdf() {
        "PDF is not written directly: write a .html file, open it in a browser and print it to PDF",
        "PDF skrivs inte direkt: skriv en .html-fil, öppna den i en webbläsare och skriv ut den till PDF"
    }
    no_old_word_file() {
        "of word processors' files only Word's .docx is written, by `duly export` and `duly diff`; others open it, too",
        "av ordbehandlares filer skrivs bara Words .docx, av `duly export` och `duly diff`; andra öppnar den också"
    }
    word_by_its_ending() {
        "a .docx file is a Word file, and this would be none: leave -f away where a Word file can be written, or name \
         another file",
        "en .docx-fil är en Word-fil, och det här skulle inte bli någon: utelämna -f där en Word-fil kan skrivas, \
         eller ange en annan fil"
    }
    no_word_on_a_screen() {
        "a Word file cannot be read on a screen: name a file, for example with `-o report.docx`",
        "en Word-fil går inte att läsa på en skärm: ange en fil, till exempel med `-o rapport.docx`"
    }
    name_a_folder() {
        "several documents need a folder: name one with -o, as in -o reports; it is made if it is not there",
        "flera dokument behöver en mapp: ange en med -o, som i -o rapporter; den skapas om den inte finns"
    }
}
