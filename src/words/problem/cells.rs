//! Problems of workbooks that came back: what stands in their cells.

use super::problems;

/// The code of [`not_our_workbook`].
pub const NOT_OUR_WORKBOOK: &str = "not-our-workbook";

/// The code of [`beside_the_form`].
pub const BESIDE_THE_FORM: &str = "beside-the-form";

/// The code of [`sheet_beside_the_form`].
pub const SHEET_BESIDE_THE_FORM: &str = "sheet-beside-the-form";

problems! {
    Error "not-our-workbook" not_our_workbook(file) hint ImportOthers
        en { "{file} is no form of ours",
             help "have the form filled in that was sent, or say what else it is",
             about "A form is known by a mark in a hidden cell of each of its sheets. Without it nothing says which \
                    question a row answers, and nothing is guessed." }
        sv { "{file} är inget av våra formulär",
             help "låt formuläret som skickades fyllas i, eller ange vad filen annars är",
             about "Ett formulär känns igen på ett märke i en dold cell på vart och ett av bladen. Utan det säger \
                    inget vilken fråga en rad besvarar, och inget gissas." }

    Error "no-form" no_form(file)
        en { "{file} is neither a form nor a text",
             help "name what came back: a file .xlsx, .csv or .yaml, or the .zip that holds it with its papers",
             about "Answers come back as a workbook, a table or a YAML file, or as one of them in a ZIP file with its \
                    papers. Pictures, films and programs hold none, whatever their names end with." }
        sv { "{file} är varken ett formulär eller en text",
             help "ange det som kom tillbaka: en fil .xlsx, .csv eller .yaml, eller den .zip som innehåller den med \
                   dess dokument",
             about "Svar kommer tillbaka som arbetsbok, tabell eller YAML-fil, eller som en av dem i en ZIP-fil med \
                    sina dokument. Bilder, filmer och program innehåller inga, vad deras namn än slutar med." }

    Error "cell-without-value" cell_without_value()
        en { "a formula stands here, and its result is not in the file",
             help "open the file in a spreadsheet program, save it again, and send that; or type the answer itself",
             about "A program that wrote the file did not work out what the formula gives. Nothing is guessed: a \
                    formula is never worked out here." }
        sv { "här står en formel, och dess resultat finns inte i filen",
             help "öppna filen i ett kalkylprogram, spara den igen och skicka den; eller skriv själva svaret",
             about "Programmet som skrev filen räknade inte ut vad formeln ger. Inget gissas: här räknas aldrig någon \
                    formel ut." }

    Error "cell-error" cell_error(sign)
        en { "`{sign}` stands here: a formula that has no result", help "type the answer itself in the cell",
             about "A spreadsheet program puts such a sign where a formula cannot be worked out. It is no answer." }
        sv { "här står `{sign}`: en formel som inte ger något resultat", help "skriv själva svaret i cellen",
             about "Ett kalkylprogram visar ett sådant tecken där en formel inte kan räknas ut. Det är inget svar." }

    Error "unclear-mark" unclear_mark(written)
        en { "`{written}` says neither that this holds nor that it does not",
             help "choose Yes, or leave the cell empty; anything else belongs into the comment",
             about "Where several answers can be chosen, each has a row with Yes for those that hold. Yes, x, true and \
                    1 say so; no, false and 0 say that it does not hold. Anything else is for whoever wrote it to \
                    explain." }
        sv { "`{written}` säger varken att detta gäller eller att det inte gör det",
             help "välj Ja eller lämna cellen tom; allt annat hör hemma i kommentaren",
             about "Där flera svar kan väljas har varje svar en rad med Ja för dem som gäller. Ja, x, sant och 1 säger \
                    det; nej, falskt och 0 säger att det inte gäller. Allt annat får den som skrev det förklara." }

    Error "number-of-a-choice" number_of_a_choice(written)
        en { "`{written}` is not in the list of this cell", help "choose from the list in the cell",
             about "An answer can have a number as its id, which nobody sees who fills in a workbook. Whoever counts \
                    from the top of the list means another one, so nothing is guessed." }
        sv { "`{written}` finns inte i cellens lista", help "välj ur listan i cellen",
             about "Ett svarsalternativ kan ha en siffra som id, som den som fyller i en arbetsbok inte ser. Den som \
                    räknar uppifrån i listan menar ett annat, så inget gissas." }

    Error "answered-twice" answered_twice(id, one, place, other)
        en { "`{id}` stands here as `{one}`, and as `{other}` in {place}",
             help "leave one of the two, and empty the other cell",
             about "A row was copied, or two sheets hold the same row. Which of two different texts is meant, only \
                    whoever wrote them can say." }
        sv { "`{id}` står här som `{one}`, och som `{other}` i {place}",
             help "behåll ett av de två och töm den andra cellen",
             about "En rad har kopierats, eller så finns samma rad på två blad. Vilken av två olika texter som gäller \
                    kan bara den säga som skrev dem." }

    Error "sheet-of-other-form" sheet_of_other_form(found, expected)
        en { "this sheet answers {found}, the sheets before it {expected}",
             help "import each of the two workbooks by itself",
             about "Sheets of two forms were put into one workbook. Their questions are not the same ones, even where \
                    they have the same names." }
        sv { "det här bladet besvarar {found}, bladen före det {expected}",
             help "importera de två arbetsböckerna var för sig",
             about "Blad ur två formulär har lagts i samma arbetsbok. Frågorna är inte desamma, även där de heter \
                    likadant." }

    Error "merged-answers" merged_answers()
        en { "this cell was made one with those of questions below it",
             help "part the cells again, and answer each question in its own",
             about "A cell that is merged with those below it holds one answer, and only the first of its questions \
                    has it. What was meant for the others, nobody can tell." }
        sv { "den här cellen har slagits ihop med dem för frågor under den",
             help "dela cellerna igen och besvara varje fråga i sin egen",
             about "En cell som slagits ihop med dem under den har ett svar, och bara den första frågan får det. Vad \
                    som menades för de andra går inte att veta." }

    Warning "unseen-answers" unseen_answers()
        en { "answers stand here in a sheet, a column or a row that is hidden",
             help "have whoever filled it in confirm them; the form hides no cell that is filled in",
             about "The form that was sent shows every cell of an answer. Where they are hidden now, what a reader of \
                    the workbook sees may not be what is taken in. A hidden row is told where another one stands for \
                    the same question: a filter hides rows, too." }
        sv { "här står svar på ett blad, i en kolumn eller på en rad som är dolda",
             help "låt den som fyllde i bekräfta dem; formuläret döljer ingen cell som fylls i",
             about "Formuläret som skickades visar varje cell för ett svar. Där de är dolda nu kan det som en läsare \
                    ser i arbetsboken vara något annat än det som tas in. En dold rad anges där en annan står för \
                    samma fråga: ett filter döljer också rader." }

    Warning "beside-the-form" beside_the_form(written)
        en { "`{written}` stands where nothing is to be filled in, and is not read",
             help "write it in the row of the question, as its answer or its comment",
             about "Rows and columns of the form are known by ids that are hidden. What somebody wrote into a row of \
                    its own between them, or into another column, is no answer and no comment, so it is not passed \
                    over in silence." }
        sv { "`{written}` står där inget ska fyllas i, och läses inte",
             help "skriv det på frågans rad, som svar eller kommentar",
             about "Formulärets rader och kolumner känns igen på dolda id. Det som någon har skrivit i en egen rad \
                    mellan dem eller i en annan kolumn är varken svar eller kommentar, och det ska inte förbigås i \
                    det tysta." }

    Warning "sheet-beside-the-form" sheet_beside_the_form(sheet)
        en { "the sheet \"{sheet}\" is none of the form, and is not read",
             help "read it yourself, and have what answers a question written into its row",
             about "The sheets of a form are known by a mark in a hidden cell. A sheet that somebody added has none, \
                    and neither has one whose hidden column was deleted. What it says is not passed over in silence." }
        sv { "bladet ”{sheet}” hör inte till formuläret, och läses inte",
             help "läs det själv, och låt det som besvarar en fråga skrivas på dess rad",
             about "Formulärets blad känns igen på ett märke i en dold cell. Ett blad som någon har lagt till saknar \
                    det, liksom ett vars dolda kolumn har tagits bort. Vad det säger ska inte förbigås i det tysta." }
}
