//! Problems of a workbook as such, whatever it was filled in with.

use super::problems;

problems! {
    Error "other-workbook-format" other_workbook_format(format)
        en { "this is a workbook in the format {format}, which duly does not read",
             help "open it in the program that it comes from and save it as .xlsx",
             about "duly reads workbooks in the format .xlsx, which Excel, LibreOffice, Numbers and Google Sheets all \
                    write. Save it as such, or choose the format when you download it." }
        sv { "detta är en arbetsbok i formatet {format}, som duly inte läser",
             help "öppna den i programmet som den kommer från och spara den som .xlsx",
             about "duly läser arbetsböcker i formatet .xlsx, som Excel, LibreOffice, Numbers och Google Kalkylark \
                    alla skriver. Spara den så, eller välj formatet när den laddas ner." }

    Error "not-a-workbook" not_a_workbook(format)
        en { "this is a file in the format {format}, not a workbook",
             help "have the workbook itself sent, as the .xlsx file that was filled in",
             about "Answers are read from the cells of a workbook. Text, pages and pictures made from one have none, \
                    whatever the name of the file ends with." }
        sv { "detta är en fil i formatet {format}, ingen arbetsbok",
             help "låt själva arbetsboken skickas, som den .xlsx-fil som fylldes i",
             about "Svar läses från cellerna i en arbetsbok. Text, sidor och bilder som är gjorda av den har inga, \
                    vad filens namn än slutar med." }

    Error "workbook-locked" workbook_locked()
        en { "this workbook is locked with a password", help "have it saved without a password to open it",
             about "A workbook with a password to open it is encrypted as a whole, and duly asks for no passwords. In \
                    Excel: File, Info, Protect Workbook, Encrypt with Password, and leave the password empty." }
        sv { "arbetsboken är låst med lösenord", help "låt den sparas utan lösenord för att öppna den",
             about "En arbetsbok med lösenord för att öppna den är krypterad i sin helhet, och duly frågar inte efter \
                    lösenord. I Excel: Arkiv, Info, Skydda arbetsbok, Kryptera med lösenord, och lämna lösenordet \
                    tomt." }

    Error "workbook-damaged" workbook_damaged(part)
        en { "this workbook is damaged: its part {part} is missing or cannot be read",
             help "open it in a spreadsheet program, let it repair the file, and save it again",
             about "A workbook is a set of XML files. One of those that hold its cells, its texts or its list of \
                    sheets is not there, ends too early or says what no part of a workbook says. Nothing of it is \
                    used, since an answer could be among what is lost." }
        sv { "arbetsboken är skadad: dess del {part} saknas eller går inte att läsa",
             help "öppna den i ett kalkylprogram, låt programmet reparera filen och spara om den",
             about "En arbetsbok är en samling XML-filer. En av dem som innehåller celler, texter eller förteckningen \
                    över blad finns inte, slutar för tidigt eller säger något som ingen del av en arbetsbok säger. \
                    Inget av innehållet används, eftersom ett svar kan finnas bland det som saknas." }

    Error "workbook-entities" workbook_entities(part)
        en { "the part {part} of this workbook declares texts of its own, as no spreadsheet program does",
             help "save it again in a spreadsheet program, and ask who made it",
             about "A document type or an entity in XML can make a small file endless, or fetch other files. No \
                    spreadsheet program writes one; a file that has one was made by hand." }
        sv { "delen {part} i arbetsboken deklarerar egna texter, vilket inget kalkylprogram gör",
             help "spara om den i ett kalkylprogram och fråga vem som har gjort den",
             about "En dokumenttyp eller entitet i XML kan göra en liten fil oändlig eller hämta andra filer. Inget \
                    kalkylprogram skriver någon; en fil som har en sådan är gjord för hand." }

    Error "workbook-overgrown" workbook_overgrown(part)
        en { "the part {part} of this workbook is nested deeper, or has more or longer pieces, than a form",
             help "save it again in a spreadsheet program, and ask who made it",
             about "The parts of a workbook are a few levels deep, and their elements have a few attributes. Limits \
                    (24 levels, 64 attributes, 256 KB for one piece, four million pieces) keep a hostile file from \
                    wasting time and memory." }
        sv { "delen {part} i arbetsboken är djupare, eller har fler eller längre stycken, än ett formulär",
             help "spara om den i ett kalkylprogram och fråga vem som har gjort den",
             about "Delarna i en arbetsbok är några nivåer djupa, och deras element har några attribut. Gränser (24 \
                    nivåer, 64 attribut, 256 kB för ett stycke, fyra miljoner stycken) hindrar att en skadlig fil \
                    slösar tid och minne." }

    Error "too-many-sheets" too_many_sheets(limit)
        en { "this workbook has more than {limit} sheets", help "check that it is the right file",
             about "A form has a sheet for each group of questions. The limit keeps a hostile file from wasting time." }
        sv { "arbetsboken har fler än {limit} blad", help "kontrollera att det är rätt fil",
             about "Ett formulär har ett blad för varje grupp av frågor. Gränsen hindrar att en skadlig fil slösar \
                    tid." }

    Error "sheet-too-large" sheet_too_large(sheet, cell)
        en { "the sheet {sheet} holds something in {cell}, further out than duly reads",
             help "delete what stands below row 20000 and to the right of column OJ, and save the workbook again",
             about "Sheets are read to row 20000 and column OJ (400 columns). Something far outside is mostly left \
                    over from a slip of the hand; it is not passed over in silence." }
        sv { "bladet {sheet} innehåller något i {cell}, längre ut än vad duly läser",
             help "ta bort det som står under rad 20000 och till höger om kolumn OJ, och spara om arbetsboken",
             about "Blad läses till rad 20000 och kolumn OJ (400 kolumner). Något långt utanför är oftast kvar efter \
                    ett misstag; det förbigås inte i det tysta." }

    Error "too-many-cells" too_many_cells(limit)
        en { "this workbook has more than {limit} cells that hold something", help "check that it is the right file",
             about "The largest forms in use hold some twenty thousand cells. The limit keeps a hostile file from \
                    wasting time and memory." }
        sv { "arbetsboken har fler än {limit} celler med innehåll", help "kontrollera att det är rätt fil",
             about "De största formulär som används har omkring tjugo tusen celler. Gränsen hindrar att en skadlig \
                    fil slösar tid och minne." }

    Error "too-much-text" too_much_text(limit)
        en { "the texts of this workbook are longer than {limit} together", help "check that it is the right file",
             about "An answers file may be 4 MB. A workbook whose cells hold more is no form that was filled in." }
        sv { "texterna i arbetsboken är tillsammans längre än {limit}", help "kontrollera att det är rätt fil",
             about "En svarsfil får vara 4 MB. En arbetsbok vars celler innehåller mer är inget ifyllt formulär." }

    Error "cell-twice" cell_twice(sheet, cell)
        en { "the sheet {sheet} has two cells {cell}",
             help "open the workbook in a spreadsheet program, look at that cell, and save it again",
             about "Which of two cells in one place is shown depends on the program, so neither is read. No \
                    spreadsheet program writes such a file; ask who made it." }
        sv { "bladet {sheet} har två celler {cell}",
             help "öppna arbetsboken i ett kalkylprogram, se på den cellen och spara om den",
             about "Vilken av två celler på samma plats som visas beror på programmet, så ingen av dem läses. Inget \
                    kalkylprogram skriver en sådan fil; fråga vem som har gjort den." }

    Error "cell-misplaced" cell_misplaced(sheet, row)
        en { "row {row} of the sheet {sheet} has a cell that says it is elsewhere",
             help "open the workbook in a spreadsheet program, look at that row, and save it again",
             about "Rows and cells of a workbook say where they are. A cell that names another row, or none that \
                    there is, is shown in one place by one program and in another by the next." }
        sv { "rad {row} i bladet {sheet} har en cell som säger att den står någon annanstans",
             help "öppna arbetsboken i ett kalkylprogram, se på den raden och spara om den",
             about "Rader och celler i en arbetsbok säger var de står. En cell som anger en annan rad, eller ingen \
                    som finns, visas på ett ställe i ett program och på ett annat i nästa." }

    Error "sheet-twice" sheet_twice(sheet)
        en { "two sheets of this workbook are one: {sheet}",
             help "open the workbook in a spreadsheet program, give each sheet a name of its own, and save it again",
             about "Two sheets with one name, or two names for one sheet, leave open which cells are meant. No \
                    spreadsheet program writes such a file." }
        sv { "två blad i arbetsboken är ett och samma: {sheet}",
             help "öppna arbetsboken i ett kalkylprogram, ge varje blad ett eget namn och spara om den",
             about "Två blad med samma namn, eller två namn på samma blad, lämnar öppet vilka celler som avses. Inget \
                    kalkylprogram skriver en sådan fil." }

    Error "no-sheet" no_sheet()
        en { "this workbook has no sheet with cells", help "check that it is the right file",
             about "Sheets with cells are what is read of a workbook. Sheets that are a chart or hold macros have \
                    none." }
        sv { "arbetsboken har inget blad med celler", help "kontrollera att det är rätt fil",
             about "Blad med celler är det som läses i en arbetsbok. Blad som är ett diagram eller innehåller makron \
                    har inga." }
}
