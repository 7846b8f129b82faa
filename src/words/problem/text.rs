//! Problems of a file as a file, as YAML or TOML, and of its keys and values as such.

use super::problems;

problems! {
    Error "unreadable-file" unreadable_file(name, reason)
        en { "cannot read {name}: {reason}", help "check the name of the file and that you may read it",
             about "The file does not exist, is not a regular file, or you have no permission to read it. Nothing was \
                    judged." }
        sv { "kan inte läsa {name}: {reason}", help "kontrollera filens namn och att du får läsa den",
             about "Filen finns inte, är ingen vanlig fil eller så saknas läsbehörighet. Ingenting har bedömts." }

    Error "no-such-file" no_such_file(name)
        en { "there is no file {name}", help "check the name, and the folder that you are in",
             about "Nothing was judged, because a file that was named does not exist." }
        sv { "det finns ingen fil {name}", help "kontrollera namnet och vilken mapp du står i",
             about "Inget har bedömts, eftersom en fil som angavs inte finns." }

    Error "no-permission" no_permission(name)
        en { "you have no permission to read {name}", help "ask whoever owns the file for it, or for a copy",
             about "The system keeps this file from you. Nothing was judged." }
        sv { "behörighet att läsa {name} saknas", help "be den som äger filen om behörighet eller om en kopia",
             about "Systemet låter er inte läsa filen. Ingenting har bedömts." }

    Error "not-a-file" not_a_file(name)
        en { "{name} is a folder, a pipe or a device, not a file", help "name a file",
             about "Only regular files are read. A folder has no text, and a pipe or a device could keep the program \
                    waiting for ever, and so could what the system makes as it is read, below /proc, /sys and \
                    /dev." }
        sv { "{name} är en mapp, ett rör eller en enhet, inte en fil", help "ange en fil",
             about "Bara vanliga filer läses. En mapp har ingen text, och ett rör eller en enhet skulle kunna låta \
                    programmet vänta för evigt, liksom det som systemet skapar när det läses, under /proc, /sys och \
                    /dev." }

    Error "file-too-large" file_too_large(limit)
        en { "this file is larger than {limit}",
             help "check that it is the right file; a questionnaire or its answers are far smaller",
             about "Answers and reviews may be 4 MB, questionnaires 16 MB. The limit keeps a hostile file from wasting \
                    time and memory." }
        sv { "filen är större än {limit}",
             help "kontrollera att det är rätt fil; ett frågeformulär eller dess svar är mycket mindre",
             about "Svar och granskningar får vara 4 MB, frågeformulär 16 MB. Gränsen hindrar att en skadlig fil \
                    slösar tid och minne." }

    Error "not-utf8" not_utf8(line)
        en { "this is not UTF-8 text (something in line {line} cannot be read)",
             help "save it as UTF-8: in an editor, or in a spreadsheet program as CSV UTF-8 or .xlsx",
             about "Older Windows programs save text as Windows-1252. Letters such as å, ä and ö are then different \
                    bytes, and guessing would change what was written." }
        sv { "filen är inte UTF-8-text (något på rad {line} går inte att läsa)",
             help "spara den som UTF-8: i en textredigerare, eller i ett kalkylprogram som CSV UTF-8 eller .xlsx",
             about "Äldre Windowsprogram sparar text som Windows-1252. Bokstäver som å, ä och ö blir då andra byte, \
                    och en gissning skulle ändra det som skrevs." }

    Error "utf16-text" utf16_text()
        en { "this is UTF-16 text", help "save it as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
             about "Some Windows programs save text as UTF-16 (\"Unicode\"). duly reads UTF-8, the encoding that YAML \
                    files use everywhere else." }
        sv { "filen är UTF-16-text", help "spara den som UTF-8 (i Anteckningar: Spara som, Kodning: UTF-8)",
             about "Vissa Windowsprogram sparar text som UTF-16 (”Unicode”). duly läser UTF-8, den kodning som \
                    YAML-filer annars använder." }

    Error "office-file" office_file(english, swedish) hint ImportForm
        en { "this is {english}, not a text file",
             help "name the file of the answers itself; if this holds them, save its contents as UTF-8 text",
             about "Word, Excel, HTML and PDF files are not plain text, whatever their name ends with. Fill in the \
                    YAML file instead." }
        sv { "filen är {swedish}, inte en textfil",
             help "ange själva filen med svaren; om den här innehåller dem, spara innehållet som UTF-8-text",
             about "Word-, Excel-, HTML- och PDF-filer är inte ren text, vad namnet än slutar med. Fyll i \
                    YAML-filen i stället." }

    Error "own-page" own_page()
        en { "this is the form itself, a page for the browser, and holds no answers",
             help "ask for the .yaml file that its button saves: that file holds them",
             about "Whoever fills in the page saves the answers with its button, as a file of their own whose name \
                    ends in .yaml; the page stays as empty as it was sent. What was filled in and not saved may be \
                    kept in the browser as a draft: the page is opened there again, and the answers saved." }
        sv { "det här är själva formuläret, en sida för webbläsaren, och innehåller inga svar",
             help "be om .yaml-filen som sidans knapp sparar: den innehåller svaren",
             about "Den som fyller i sidan sparar svaren med dess knapp, som en egen fil vars namn slutar på .yaml; \
                    själva sidan förblir lika tom som när den sändes. Det som fyllts i utan att sparas kan finnas kvar \
                    som utkast i webbläsaren: öppna sidan där igen och spara svaren." }

    Error "made-by-duly" made_by_duly() hint HoldAgainst
        en { "this is a report that duly made, not a file that reports are made of",
             help "hold it against the folder of its files",
             about "A report tells what came of other files, so there is nothing in it to be wrong for a judgement. \
                    Whether it is what those files give, and nobody changed it since, can be found out." }
        sv { "filen är en rapport som duly har skapat, inte en fil som rapporter görs av",
             help "jämför den med mappen där filerna ligger",
             about "En rapport berättar vad andra filer gav, så det finns inget i den som kan bli fel i en bedömning. \
                    Om den är det som de filerna ger, och ingen har ändrat den sedan dess, går att ta reda på." }

    Error "empty-file" empty_file(format)
        en { "this file is empty", help "begin it with its format, for example `format: {format}`",
             about "An empty file says nothing, and duly never takes nothing for an answer." }
        sv { "filen är tom", help "börja med formatet, till exempel `format: {format}`",
             about "En tom fil säger ingenting, och duly tolkar aldrig tomt som ett svar." }

    Error "yaml-tab" yaml_tab()
        en { "a tab stands where only spaces may stand", help "replace the tab with spaces",
             about "YAML shows by spaces what belongs to what. Editors show tabs in different widths, so YAML does not \
                    allow them there." }
        sv { "en tabb står där bara blanksteg får stå", help "ersätt tabben med blanksteg",
             about "YAML visar med blanksteg vad som hör till vad. Textredigerare visar tabbar olika breda, så YAML \
                    tillåter dem inte där." }

    Error "yaml-unclosed-quote" yaml_unclosed_quote()
        en { "a quote is not closed as it should be, here or on a line above",
             help "close the text with the same quote; inside single quotes write '' for one quote, inside double \
                   quotes \\\\ for a backslash",
             about "A text in quotes ends at the next quote of the same kind. What follows a closed quote on the line \
                    must be a comma, a bracket or a comment." }
        sv { "ett citattecken avslutas inte som det ska, här eller på en rad ovanför",
             help "avsluta texten med samma citattecken; inom enkla citattecken skrivs ett enkelt som '', inom dubbla \
                   skrivs ett omvänt snedstreck som \\\\",
             about "En text inom citattecken slutar vid nästa citattecken av samma slag. Det som följer på raden måste \
                    vara ett komma, en hak- eller klammerparentes eller en kommentar." }

    Error "yaml-unclosed-bracket" yaml_unclosed_bracket()
        en { "a bracket or brace is missing, or a comma between entries",
             help "close every [ with ] and every {{ with }}, and put commas between the entries",
             about "Lists in [brackets] and keys in {braces} are written on one line or several, with commas between \
                    the entries." }
        sv { "en hak- eller klammerparentes saknas, eller ett komma mellan poster",
             help "avsluta varje [ med ] och varje {{ med }}, och sätt komma mellan posterna",
             about "Listor inom [hakparenteser] och nycklar inom {klammer} skrivs på en eller flera rader, med komma \
                    mellan posterna." }

    Error "yaml-colon" yaml_colon()
        en { "a colon followed by a space makes this a key, where no key can stand",
             help "put the whole text in quotes, or begin it on a new line after `|`; if a ] or }} is missing on the \
                   line above, add it",
             about "In YAML `: ` separates a key from its value. A text that contains it must stand in quotes." }
        sv { "ett kolon följt av blanksteg gör detta till en nyckel, men här kan ingen nyckel stå",
             help "sätt hela texten inom citattecken eller börja den på en ny rad efter `|`; saknas ett ] eller }} på \
                   raden ovanför, sätt dit det",
             about "I YAML skiljer `: ` en nyckel från dess värde. En text som innehåller det måste stå inom \
                    citattecken." }

    Error "yaml-indentation" yaml_indentation()
        en { "this line does not fit the ones above it",
             help "line it up with the entries that it belongs with, using spaces, and check that a key on the line \
                   above ends with `:`",
             about "YAML shows by the spaces at the start of a line what belongs to what. Entries of one list or map \
                    begin in the same column." }
        sv { "raden passar inte ihop med raderna ovanför",
             help "ställ den i linje med de poster som den hör till, med blanksteg, och se till att en nyckel på raden \
                   ovanför slutar med `:`",
             about "YAML visar med blankstegen i radens början vad som hör till vad. Poster i samma lista eller samma \
                    nyckelgrupp börjar i samma kolumn." }

    Error "yaml-syntax" yaml_syntax(reason)
        en { "this is not valid YAML: {reason}",
             help "look at the spaces at the start of the line, at quotes, and at `: ` inside a text (put such a text \
                   in quotes)",
             about "The structure of the file broke here, so what follows could not be read. Common causes: a tab \
                    instead of spaces, a missing quote, a colon followed by a space inside a text, lines that are not \
                    lined up." }
        sv { "detta är inte giltig YAML: {reason}",
             help "se över blankstegen i radens början, citattecken och `: ` inne i en text (sätt en sådan text inom \
                   citattecken)",
             about "Filens struktur brister här, så det som följer kunde inte läsas. Vanliga orsaker: tabb i stället \
                    för blanksteg, ett citattecken som saknas, kolon följt av blanksteg i en text, rader som inte står \
                    i linje." }

    Error "control-character" control_character(character)
        en { "a character that cannot be seen stands here: {character}", help "delete it, or type the line anew",
             about "Control characters do not belong in text: they can clear a screen, move what is written, or hide \
                    it. In quotes a file may hold one as an escape, such as \"\\u001b\"; it is then shown like that." }
        sv { "här står ett tecken som inte syns: {character}", help "ta bort det eller skriv om raden",
             about "Styrtecken hör inte hemma i text: de kan tömma skärmen, flytta det som står eller dölja det. Inom \
                    citattecken kan en fil innehålla ett som kod, till exempel \"\\u001b\"; det visas då så." }

    Error "lone-return" lone_return()
        en { "a line ends here in another way than the others, and many programs do not show that it does",
             help "delete the sign and press Enter, so that what follows stands on a line of its own",
             about "A carriage return alone ends a line in YAML, but not in most editors; the signs U+0085, U+2028 and \
                    U+2029 end one in some programs that read YAML, and not in others. An answer behind a comment \
                    would look like a part of it and count, or count elsewhere and not here. A file whose lines all \
                    end with a carriage return is read as it is." }
        sv { "här slutar en rad på ett annat sätt än de övriga, och många program visar inte att den gör det",
             help "ta bort tecknet och tryck på Retur, så att det som följer står på en egen rad",
             about "En ensam vagnretur avslutar en rad i YAML men inte i de flesta redigerare; tecknen U+0085, U+2028 \
                    och U+2029 avslutar en rad i vissa program som läser YAML men inte i andra. Ett svar bakom en \
                    kommentar skulle se ut som en del av den och ändå gälla, eller gälla där men inte här. En fil där \
                    alla rader slutar med en vagnretur läses som den är." }

    Error "toml-syntax" toml_syntax(reason)
        en { "this is not valid TOML: {reason}",
             help "write `key = value`, texts in double quotes, sections in [brackets], and every key once",
             about "The policy is a TOML file. The structure of the file broke here." }
        sv { "detta är inte giltig TOML: {reason}",
             help "skriv `nyckel = värde`, texter inom dubbla citattecken, avsnitt inom [hakparenteser] och varje \
                   nyckel en gång",
             about "Reglerna är en TOML-fil. Filens struktur brister här." }

    Error "yaml-anchor" yaml_anchor()
        en { "anchors, aliases and merge keys (`&`, `*`, `<<`) are not used here",
             help "write the value out; put a text that begins with & or * in quotes",
             about "Anchors and aliases make one line mean many and hide what a file says. A few lines of them can \
                    also fill the memory." }
        sv { "ankare, alias och sammanslagningar (`&`, `*`, `<<`) används inte här",
             help "skriv ut värdet; sätt en text som börjar med & eller * inom citattecken",
             about "Ankare och alias låter en rad betyda många och döljer vad filen säger. Några få rader kan också \
                    fylla minnet." }

    Error "yaml-tag" yaml_tag()
        en { "tags (`!`, `!!`) are not used here", help "remove the tag; put a text that begins with ! in quotes",
             about "A tag tells a program how to interpret a value. duly gives every value its meaning by its \
                    question, so a tag could only mislead." }
        sv { "taggar (`!`, `!!`) används inte här",
             help "ta bort taggen; sätt en text som börjar med ! inom citattecken",
             about "En tagg säger till ett program hur ett värde ska tolkas. Här ger frågan värdet dess mening, så en \
                    tagg kan bara vilseleda." }

    Error "second-document" second_document()
        en { "a second YAML document begins here",
             help "keep one document in a file: remove the `---` line and what follows, or move it to a file of its \
                   own",
             about "Only one document in a file is read, so that nobody can hide a second one below the first." }
        sv { "här börjar ett andra YAML-dokument",
             help "ha ett dokument per fil: ta bort raden `---` och det som följer, eller flytta det till en egen fil",
             about "Bara ett dokument läses i en fil, så att ingen kan gömma ett andra under det första." }

    Error "too-deep" too_deep(limit)
        en { "this is nested deeper than {limit} levels",
             help "check brackets and indentation; no file of duly is that deep",
             about "The limit keeps a hostile file from exhausting the reader." }
        sv { "detta är nästlat djupare än {limit} nivåer",
             help "se över parenteser och indrag; ingen av dulys filer är så djup",
             about "Gränsen hindrar en skadlig fil från att överbelasta programmet." }

    Error "too-many-values" too_many_values(limit)
        en { "this file holds more than {limit} values", help "check that it is the right file",
             about "The limit keeps a hostile file from wasting time and memory." }
        sv { "filen innehåller fler än {limit} värden", help "kontrollera att det är rätt fil",
             about "Gränsen hindrar en skadlig fil från att slösa tid och minne." }

    Error "duplicate-key" duplicate_key(key)
        en { "`{key}` is given twice", help "keep one of the two",
             about "When a key stands twice, programs differ in which one they believe. duly believes neither: an \
                    answer that was given twice must be settled by a person." }
        sv { "`{key}` anges två gånger", help "behåll en av de två",
             about "När en nyckel står två gånger väljer olika program olika värden. duly väljer inget av dem: ett \
                    svar som getts två gånger måste avgöras av en människa." }

    Error "wrong-format" wrong_format(found, expected)
        en { "the format is `{found}`, expected `{expected}`",
             help "check that this is the right kind of file; if so, write the expected format in its first line",
             about "Every file names its kind and version in `format`, so that an answers file is never taken for a \
                    review, or an old file for a new one." }
        sv { "formatet är `{found}`, men `{expected}` väntades",
             help "kontrollera att det är rätt sorts fil; skriv i så fall det väntade formatet på första raden",
             about "Varje fil anger sin sort och version i `format`, så att en svarsfil aldrig tas för en granskning \
                    eller en gammal fil för en ny." }

    Error "no-format" no_format(expected)
        en { "this file does not say that it is one for duly",
             help "check that it is the right file; if it is, begin it with its format: {expected}",
             about "Every file for duly names its kind and version under `format`. A web page, a spreadsheet saved as \
                    text or a file of another program does not, and nothing in it could be judged." }
        sv { "filen anger inte att den är en fil för duly",
             help "kontrollera att det är rätt fil; börja den i så fall med dess format: {expected}",
             about "Varje fil för duly anger sin sort och version under `format`. En webbsida, ett kalkylark sparat \
                    som text eller en fil från ett annat program gör inte det, och inget i den går att bedöma." }

    Error "unknown-key" unknown_key(key, known)
        en { "`{key}` is not a key that belongs here", help "use one of: {known}",
             about "A key that duly does not know would be ignored without a word, and a spelling mistake would lose \
                    what was written. So it is an error." }
        sv { "`{key}` är ingen nyckel som hör hemma här", help "använd någon av: {known}",
             about "En nyckel som duly inte känner till skulle annars förbigås i tysthet, och ett stavfel skulle göra \
                    att det som skrevs gick förlorat. Därför är det ett fel." }

    Error "missing-key" missing_key(key)
        en { "`{key}` is missing", help "add `{key}`",
             about "This part of the file needs the key, and there is no safe default for it." }
        sv { "`{key}` saknas", help "lägg till `{key}`",
             about "Den här delen av filen behöver nyckeln, och det finns inget säkert förval." }

    Error "not-a-map" not_a_map()
        en { "expected keys with values here", help "write `key: value` lines, indented under it",
             about "The place holds a plain value or a list where keys with values were expected." }
        sv { "här väntades nycklar med värden", help "skriv rader med `nyckel: värde`, indragna under den",
             about "På platsen står ett enkelt värde eller en lista där nycklar med värden väntades." }

    Error "not-a-list" not_a_list()
        en { "expected a list here", help "write `[a, b]`, or one line per entry that begins with `- `",
             about "The place holds a single value or keys where a list was expected." }
        sv { "här väntades en lista", help "skriv `[a, b]` eller en rad per post som börjar med `- `",
             about "På platsen står ett enskilt värde eller nycklar där en lista väntades." }

    Error "empty-list" empty_list(key)
        en { "`{key}` has no entries", help "add at least one",
             about "An empty list here would make the file mean nothing, or be true for everything." }
        sv { "`{key}` har inga poster", help "lägg till minst en",
             about "En tom lista här skulle göra filen meningslös eller villkoret alltid sant." }

    Error "not-a-text" not_a_text()
        en { "expected a text here", help "write one value, in quotes if it begins with a special character",
             about "The place holds a list, keys or nothing where a text was expected." }
        sv { "här väntades en text", help "skriv ett värde, inom citattecken om det börjar med ett specialtecken",
             about "På platsen står en lista, nycklar eller ingenting där en text väntades." }

    Error "says-nothing" says_nothing(found)
        en { "`{found}` says nothing", help "write it in words",
             about "Who signs, who decides and why must be readable. Signs without a letter or a digit say nothing." }
        sv { "`{found}` säger ingenting", help "skriv det med ord",
             about "Vem som ansvarar, vem som beslutar och varför måste gå att läsa. Tecken utan bokstav eller siffra \
                    säger ingenting." }

    Error "not-an-integer" not_an_integer(found)
        en { "`{found}` is not a whole number", help "write digits only, without decimals, units or quotes",
             about "Weights, values, percentages and counts are whole numbers, so that every result is exact and the \
                    same on every machine." }
        sv { "`{found}` är inget heltal", help "skriv bara siffror, utan decimaler, enheter eller citattecken",
             about "Vikter, värden, procenttal och antal är heltal, så att varje resultat är exakt och detsamma på \
                    alla maskiner." }

    Error "not-a-number" not_a_number(found, step)
        en { "`{found}` is not a number in steps of {step}", help "write digits, such as 99.9",
             about "A number has digits, and behind a point the decimals that the question allows. Numbers are kept \
                    exactly, so one with more decimals than are asked for is not rounded in silence." }
        sv { "`{found}` är inget tal i steg om {step}", help "skriv siffror, till exempel 99,9",
             about "Ett tal har siffror, och efter ett decimaltecken de decimaler som frågan tillåter. Tal hålls \
                    exakta, så ett med fler decimaler än frågan tillåter avrundas inte i tysthet." }

    Error "out-of-range" out_of_range(found, lowest, highest)
        en { "{found} is outside {lowest} to {highest}", help "choose a number from {lowest} to {highest}",
             about "The number is legal as a number but not in this place." }
        sv { "{found} ligger utanför {lowest} till {highest}", help "välj ett tal från {lowest} till {highest}",
             about "Talet är giltigt som tal men inte på den här platsen." }

    Error "not-a-date" not_a_date(found)
        en { "`{found}` is not a date", help "write year-month-day, for example 2026-03-31",
             about "Dates are written YYYY-MM-DD and must exist in the calendar." }
        sv { "`{found}` är inget datum", help "skriv år-månad-dag, till exempel 2026-03-31",
             about "Datum skrivs ÅÅÅÅ-MM-DD och måste finnas i kalendern." }

    Error "unknown-word" unknown_word(found, known)
        en { "`{found}` is not one of the words that can stand here", help "use one of: {known}",
             about "The place takes one of a few fixed words." }
        sv { "`{found}` är inget av de ord som kan stå här", help "använd något av: {known}",
             about "Här kan bara något av ett fåtal bestämda ord stå." }

    Error "bad-path" bad_path(path)
        en { "`{path}` is not a path inside this folder",
             help "name a file in this folder or below it, with forward slashes, for example `./questionnaire.yaml`",
             about "A file that was sent to us may not reach outside its own folder: absolute paths, `..`, drive \
                    letters and links are refused." }
        sv { "`{path}` leder inte till en fil i den här mappen",
             help "ange en fil i den här mappen eller under den, med vanliga snedstreck, till exempel \
                   `./questionnaire.yaml`",
             about "En fil som har skickats till oss får inte nå utanför sin egen mapp: absoluta sökvägar, `..`, \
                    enhetsbokstäver och länkar avvisas." }

    Warning "hidden-characters" hidden_characters()
        en { "this text holds characters that cannot be seen",
             help "retype it; the characters are shown as escapes such as \\u{{200b}}",
             about "Control characters, zero-width characters and marks that turn the reading direction can make a \
                    text look like another. They are shown as visible escapes everywhere." }
        sv { "texten innehåller tecken som inte syns", help "skriv om den; tecknen visas som till exempel \\u{{200b}}",
             about "Styrtecken, tecken utan bredd och tecken som vänder läsriktningen kan få en text att se ut som en \
                    annan. De visas alltid som synliga koder." }
}
