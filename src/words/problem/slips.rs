//! Slips of whoever types a file in an editor: what breaks its structure in one place, and is read on behind it.

use super::problems;

/// The code of [`cut_by_comment`].
pub const CUT_BY_COMMENT: &str = "cut-by-comment";

problems! {
    Error "no-space" no_space()
        en { "there is no space after the colon", help "put a space after the colon",
             about "In these files a key and its value are told apart by a colon and a space. Without the space the \
                    line is one word, and nothing is answered." }
        sv { "efter kolonet saknas ett blanksteg", help "sätt ett blanksteg efter kolonet",
             about "I de här filerna skiljs en nyckel från sitt värde av ett kolon och ett blanksteg. Utan blanksteget \
                    är raden ett enda ord, och inget är besvarat." }

    Error "no-colon" no_colon(key)
        en { "the colon after `{key}` is missing", help "put a colon after `{key}`, and a space before what follows",
             about "In these files a key and its value are told apart by a colon and a space. Other signs do not \
                    separate them." }
        sv { "kolonet efter `{key}` saknas", help "sätt ett kolon efter `{key}` och ett blanksteg före det som följer",
             about "I de här filerna skiljs en nyckel från sitt värde av ett kolon och ett blanksteg. Andra tecken \
                    skiljer dem inte åt." }

    Error "odd-blank" odd_blank(code)
        en { "a sign that looks like a space, and is none, stands here ({code})", help "delete it and type a space",
             about "Word processors and web pages put non-breaking spaces and signs without width into what is copied \
                    from them. They look like spaces, but the file is read as if a letter stood there." }
        sv { "här står ett tecken som ser ut som ett blanksteg men inte är det ({code})",
             help "ta bort det och skriv ett blanksteg",
             about "Ordbehandlare och webbsidor sätter hårda blanksteg och tecken utan bredd i det som kopieras från \
                    dem. De ser ut som blanksteg, men filen läses som om en bokstav stod där." }

    Error "mark-before-key" mark_before_key(mark, key)
        en { "`{mark}` before `{key}` does not belong here", help "begin the line with `{key}:`",
             about "Mail programs and word processors put signs before lines. In these files a dash begins an entry of \
                    a list, and other signs have no meaning there." }
        sv { "`{mark}` före `{key}` hör inte hemma här", help "börja raden med `{key}:`",
             about "E-postprogram och ordbehandlare sätter tecken före rader. I de här filerna börjar ett streck en \
                    post i en lista, och andra tecken betyder inget där." }

    Error "curly-quotes" curly_quotes()
        en { "typographic quotes do not hold a text together", help "use straight quotes: \"...\"",
             about "Word processors turn straight quotes into curly ones. A text that holds `: ` or ` #` must stand in \
                    straight quotes." }
        sv { "typografiska citattecken håller inte ihop en text", help "använd raka citattecken: \"...\"",
             about "Ordbehandlare gör raka citattecken typografiska. En text som innehåller `: ` eller ` #` måste stå \
                    inom raka citattecken." }

    Error "special-sign" special_sign(sign)
        en { "a text cannot begin with `{sign}` here", help "put the whole text in quotes",
             about "Some signs mean something of their own at the beginning of a value. A text that begins with one of \
                    them must stand in quotes, or on a line of its own below `|`." }
        sv { "en text kan inte börja med `{sign}` här", help "sätt hela texten inom citattecken",
             about "Några tecken har en egen betydelse i början av ett värde. En text som börjar med ett av dem måste \
                    stå inom citattecken, eller på en egen rad under `|`." }

    Error "text-in-braces" text_in_braces()
        en { "within braces a comma, `#` or a colon ends the text before it", help "put quotes round the text",
             about "Between { and } commas separate the entries, a colon and a space make a key, and # begins a \
                    comment. A text that holds one of them must stand in quotes." }
        sv { "inom klammer avslutar ett komma, `#` eller kolon texten före", help "sätt citattecken runt texten",
             about "Mellan { och } skiljer komman posterna åt, ett kolon och ett blanksteg gör en nyckel och # börjar \
                    en kommentar. En text som innehåller något av dem måste stå inom citattecken." }

    Error "merge-marker" merge_marker()
        en { "two versions of this file were not brought together here",
             help "keep what holds of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>",
             about "Programs that keep versions of files mark what two people wrote in the same place. Somebody has to \
                    decide which of the two holds." }
        sv { "två versioner av filen har inte förts samman här",
             help "behåll det som gäller av de två och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>",
             about "Program som håller reda på versioner av filer märker ut det som två personer skrev på samma \
                    ställe. Någon måste avgöra vilken av dem som gäller." }

    Error "stray-line" stray_line()
        en { "this line belongs to no key", help "set it in below `comment: |`, put `#` before it, or delete it",
             about "Every line of such a file is a key with its value, goes on with the text above it, or is a comment \
                    that begins with #. This one is none of these, so nobody would read it." }
        sv { "raden hör inte till någon nyckel",
             help "dra in den under `comment: |`, sätt `#` före den eller ta bort den",
             about "Varje rad i en sådan fil är en nyckel med sitt värde, fortsätter texten ovanför eller är en \
                    kommentar som börjar med #. Den här är inget av det, så ingen skulle läsa den." }

    Error "text-not-set-in" text_not_set_in(blanks)
        en { "this line of a text is not set in as far as it must be", help "begin the line with {blanks} spaces",
             about "A text below `|` goes on as long as its lines are set in further than the key above it. A line \
                    that is not would be lost, and so would what follows." }
        sv { "den här raden i en text är inte tillräckligt indragen", help "börja raden med {blanks} blanksteg",
             about "En text under `|` fortsätter så länge dess rader är mer indragna än nyckeln ovanför. En rad som \
                    inte är det skulle gå förlorad, liksom det som följer." }

    Error "wrong-indent" wrong_indent(key, blanks, found)
        en { "spaces before `{key}`: {found} instead of {blanks}", help "begin the line with {blanks} spaces",
             about "Spaces at the beginning of a line show what it belongs to. What belongs together begins in the \
                    same column." }
        sv { "blanksteg före `{key}`: {found} i stället för {blanks}", help "börja raden med {blanks} blanksteg",
             about "Blankstegen i början av en rad visar vad den hör till. Det som hör ihop börjar i samma kolumn." }

    Warning "cut-by-comment" cut_by_comment(lost)
        en { "what stands behind `#` is not read: `{lost}`",
             help "put the whole text in quotes if it belongs to it",
             about "Behind a space a # begins a comment, and a text without quotes ends there. A ticket number in a \
                    text cuts it off. In the answers of a vendor every remark behind a value is told: it may take \
                    back what the value says." }
        sv { "det som står efter `#` läses inte: `{lost}`",
             help "sätt hela texten inom citattecken om det hör till den",
             about "Efter ett blanksteg börjar # en kommentar, och en text utan citattecken slutar där. Ett \
                    ärendenummer i en text kapar den. I en leverantörs svar nämns varje kommentar efter ett värde: den \
                    kan ta tillbaka det som värdet anger." }
}
