//! What is said of how a document was made, and of making it again from its files.

use super::Lang;
use super::phrases::phrases;

phrases! {
    made_by() { "Command", "Kommando" }
    basis_in_short(digits) {
        "Based on ({digits} digits of each SHA-256)",
        "Bygger på ({digits} siffror av varje SHA-256)"
    }
    basis_judged_as_of(day) { "judged as of {day}", "bedömt per {day}" }
    the_paragraph(number) { "paragraph {number}", "stycke {number}" }
    byte_for_byte() { "byte for byte", "byte för byte" }
    part_by_part() { "part by part", "del för del" }
    against_same(how, vendors, day, files) {
        "the same, {how}, as these files give ({vendors}, as of {day}): {files}",
        "detsamma, {how}, som de här filerna ger ({vendors}, per {day}): {files}"
    }
    against_same_each_day(how, vendors, files) {
        "the same, {how}, as these files give ({vendors}, each as of its own day): {files}",
        "detsamma, {how}, som de här filerna ger ({vendors}, var och en per sin egen dag): {files}"
    }
    against_several(count) {
        "(several files here are the same: of {count} ways to take them, this is the nearest)",
        "(flera filer här är desamma: av {count} sätt att ta dem är det här det närmaste)"
    }
    against_vendors_hand(what, path, option) {
        "{what} {path} lies in the folder of the vendor's answers, so the vendor may have written it: name yours with \
         `{option}`",
        "{what} {path} ligger i mappen med leverantörens svar, så leverantören kan ha skrivit filen: ange er egen med \
         `{option}`"
    }
    against_other_reviews(vendor, paths) {
        "other reviews of {vendor} lie here, which the report does not rest on: {paths}",
        "här ligger andra granskningar av {vendor}, som rapporten inte bygger på: {paths}"
    }
    against_other_rules(path) {
        "not the same: it does not rest on the rules {path}",
        "inte detsamma: det bygger inte på reglerna {path}"
    }
    against_other_review(path) {
        "not the same: it does not rest on the review {path}",
        "inte detsamma: det bygger inte på granskningen {path}"
    }
    order_of_parts() { "the order of its parts", "delarnas ordning" }
    beside_its_parts() { "what its archive holds beside its parts", "det som arkivet har vid sidan av delarna" }
    against_line_ends() {
        "not the same: its line ends were changed (CRLF or LF); every word is as these files give it",
        "inte detsamma: radsluten har ändrats (CRLF eller LF); varje ord är som de här filerna ger"
    }
    against_unseen(part) {
        "not the same: it differs in what no reader sees ({part}); every word is as these files give it",
        "inte detsamma: det skiljer sig i det som ingen läsare ser ({part}); varje ord är som de här filerna ger"
    }
    against_first() { "not the same: ", "inte detsamma: " }
    against_differs(at, says, gives) {
        "{at} says “{says}”; these files give “{gives}”",
        "{at} lyder ”{says}”; de här filerna ger ”{gives}”"
    }
    against_has_more(at, says) {
        "{at} says “{says}”; these files give nothing there",
        "{at} lyder ”{says}”; de här filerna ger ingenting där"
    }
    against_lacks(at, gives) {
        "{at} is missing; these files give “{gives}”",
        "{at} saknas; de här filerna ger ”{gives}”"
    }
    lines_differ(count) { "(lines that differ: {count})", "(rader som skiljer sig: {count})" }
    values_differ(count) { "(values that differ: {count})", "(värden som skiljer sig: {count})" }
    remade_by_other_version(other, own) {
        "made by duly {other}; this is duly {own}, which may give other words: check it with that version",
        "skapad med duly {other}; det här är duly {own}, som kan ge andra ord: kontrollera den med den versionen"
    }
    remade_by_nobody() {
        "it does not say by what command it was made, so it cannot be made again",
        "den säger inte med vilket kommando den skapades, så den kan inte skapas igen"
    }
    remade_by_no_command() {
        "the command that it names makes no such document",
        "kommandot som den anger skapar inget sådant dokument"
    }
    remade_by_several_rules() {
        "its vendors were judged by different rules, which no command makes again from one folder",
        "dess leverantörer bedömdes enligt olika regler, vilket inget kommando gör om ur en mapp"
    }
    remade_without(what, name, sha) {
        "{what} {name}: no file here has this content (SHA-256 {sha})",
        "{what} {name}: ingen fil här har det innehållet (SHA-256 {sha})"
    }
    remade_changed(what, name, sha) {
        "{what} {name}: the file of that name here has another content (expected SHA-256 {sha})",
        "{what} {name}: filen med det namnet här har ett annat innehåll (väntad SHA-256 {sha})"
    }
    remade_line_ends(what, name) {
        "{what} {name}: the file of that name here has other line ends (CRLF or LF); all else is the same",
        "{what} {name}: filen med det namnet här har andra radslut (CRLF eller LF); allt annat är detsamma"
    }
    remade_by_place(what, name, path) {
        "{what} {name}: only {path} has this content, which is no such file by its name or its place",
        "{what} {name}: bara {path} har det innehållet, och den är ingen sådan fil enligt sitt namn eller sin plats"
    }
    remade_if_elsewhere(option) {
        "if it lies elsewhere, name it: `{option} FILE`",
        "om den ligger någon annanstans, ange den: `{option} FIL`"
    }
    a_letter_has_no_basis() {
        "a letter to a vendor says nothing of the files that it rests on, so it cannot be held against them",
        "ett brev till en leverantör säger inget om filerna som det bygger på, så det kan inte jämföras med dem"
    }
    an_annex_has_no_basis() {
        "an annex to a contract says nothing of the files that it rests on, so it cannot be held against them",
        "en avtalsbilaga säger inget om filerna som den bygger på, så den kan inte jämföras med dem"
    }
    a_table_has_no_basis() {
        "a table for spreadsheets has no place to say which files it rests on, so it cannot be held against them; keep \
         the JSON beside it",
        "en tabell för kalkylprogram har ingen plats för vilka filer den bygger på, så den kan inte jämföras med dem; \
         spara JSON bredvid den"
    }
    a_list_of_dues_has_no_basis() {
        "a list of what falls due says nothing of the files that it rests on, so it cannot be held against them",
        "en lista över det som ska göras säger inget om filerna som den bygger på, så den kan inte jämföras med dem"
    }
    a_screen_has_no_basis() {
        "what is shown on a screen is to look at: it does not say what it rests on, so it cannot be held against its \
         files; an exported report can",
        "det som visas på skärmen är till för att läsas: det säger inte vad det bygger på och kan inte jämföras med \
         filerna; en exporterad rapport kan det"
    }
    against_same_many(how, day, files) {
        "the same, {how}, as these files give (as of {day}): {files}",
        "detsamma, {how}, som de här filerna ger (per {day}): {files}"
    }
    against_same_many_each_day(how, files) {
        "the same, {how}, as these files give (each vendor as of its own day): {files}",
        "detsamma, {how}, som de här filerna ger (varje leverantör per sin egen dag): {files}"
    }
    against_folder(path) { "folder {path}", "mappen {path}" }
    against_other_lists(names) {
        "(others than those that it was made of: {names})",
        "(andra än de som den gjordes av: {names})"
    }
    against_reviews_beside() {
        "reviews lie among the vendors' answers, so a vendor may have written one: keep yours where your rules say",
        "granskningar ligger bland leverantörernas svar, så en leverantör kan ha skrivit någon av dem: förvara era där \
         era regler säger"
    }
    against_reviews_of_many() {
        "an overview rests on a review of each vendor, so none can be named for it",
        "en översikt bygger på en granskning av varje leverantör, så ingen kan anges för den"
    }
    remade_without_folder(name) {
        "the folder of the files that it was held against, {name}, is not here: name the folder in which both lie",
        "mappen med filerna som den jämfördes med, {name}, finns inte här: ange mappen där båda ligger"
    }
    unnamed_have_no_basis() {
        "an overview of files that were named one by one does not name them, so it cannot be made again; make it of a \
         folder",
        "en översikt över filer som angavs var för sig nämner dem inte, så den kan inte göras om; gör den av en mapp"
    }
    many_have_no_basis() {
        "a line of JSON for each vendor; check the report of each",
        "en rad JSON för varje leverantör; kontrollera rapporten om var och en"
    }
    is_read_for_judgements() {
        "it is no report, but one of the files that reports are made of",
        "det är ingen rapport, utan en av filerna som rapporter görs av"
    }
    is_no_report() { "it is no report that duly has made", "det är ingen rapport som duly har skapat" }
}
