//! Problems of a ZIP archive: a workbook, or several files in one.

use super::problems;

problems! {
    Error "archive-cut-off" archive_cut_off()
        en { "this file is not whole: the list of what it holds is missing or damaged",
             help "have it sent or copied again; if it is a workbook, save it again in a spreadsheet program",
             about "Workbooks and ZIP files end with a list of their parts. Where it is missing, or says what the \
                    rest of the file does not, some of it was lost on the way or was changed, and what is left could \
                    be read in more than one way. Nothing of it is used." }
        sv { "filen är inte hel: förteckningen över vad den innehåller saknas eller är skadad",
             help "låt den skickas eller kopieras på nytt; är den en arbetsbok, spara om den i ett kalkylprogram",
             about "Arbetsböcker och ZIP-filer slutar med en förteckning över sina delar. Saknas den, eller säger den \
                    något annat än resten av filen, har en del gått förlorad eller ändrats, och det som är kvar \
                    skulle kunna läsas på mer än ett sätt. Inget av innehållet används." }

    Error "archive-damaged" archive_damaged(part)
        en { "this file is damaged: {part} is not what the list of its parts says",
             help "have it sent or copied again; if it is a workbook, save it again in a spreadsheet program",
             about "Sizes, name and checksum of every part stand twice in such a file, and no two parts share a \
                    place. Where they differ, the file was damaged, or made so that two programs read two things in \
                    it." }
        sv { "filen är skadad: {part} stämmer inte med förteckningen över dess delar",
             help "låt den skickas eller kopieras på nytt; är den en arbetsbok, spara om den i ett kalkylprogram",
             about "Storlek, namn och kontrollsumma för varje del står två gånger i en sådan fil, och inga delar \
                    delar plats. När de skiljer sig är filen skadad, eller gjord så att två program läser olika saker \
                    i den." }

    Error "archive-locked" archive_locked()
        en { "this file is locked with a password", help "have it sent without a password",
             about "duly asks for no passwords. Send a locked file over a channel that needs no lock, or unlock it \
                    first." }
        sv { "filen är låst med lösenord", help "låt den skickas utan lösenord",
             about "duly frågar inte efter lösenord. Skicka filen på ett sätt som inte kräver något lås, eller lås \
                    upp den först." }

    Error "archive-too-large" archive_too_large(limit)
        en { "this file holds more than {limit}, or unpacks to more",
             help "check that it is the right file; leave out pictures and what was not asked for",
             about "A small packed file can unpack to one that fills the memory. How much a file and its parts may \
                    hold is therefore fixed: 16 MB for a workbook, 32 MB for each of its parts and 64 MB for all of \
                    them; 200 MB for answers with papers, 50 MB for each of them." }
        sv { "filen innehåller mer än {limit}, eller packas upp till mer",
             help "kontrollera att det är rätt fil; utelämna bilder och det som inte har efterfrågats",
             about "En liten packad fil kan packas upp till en som fyller minnet. Därför är det bestämt hur mycket en \
                    fil och dess delar får innehålla: 16 MB för en arbetsbok, 32 MB för varje del och 64 MB för alla; \
                    200 MB för svar med dokument, 50 MB för vart och ett." }

    Error "archive-too-many-parts" archive_too_many_parts(limit)
        en { "this file has more than {limit} parts",
             help "check that it is the right file, and leave out what was not asked for",
             about "A workbook has some dozens of parts, and may have 400; answers with papers may be 2000 files. \
                    Many more waste time and memory." }
        sv { "filen har fler än {limit} delar",
             help "kontrollera att det är rätt fil och utelämna det som inte har efterfrågats",
             about "En arbetsbok har några tiotal delar och får ha 400; svar med dokument får vara 2000 filer. Många \
                    fler slösar tid och minne." }

    Error "archive-packed-otherwise" archive_packed_otherwise(part)
        en { "{part} is packed in a way that duly does not read",
             help "pack the files again as an ordinary ZIP file, as Windows, macOS and Linux do by themselves",
             about "ZIP knows many ways of packing. Only the two that every program uses are read: as it is, and \
                    deflate." }
        sv { "{part} är packad på ett sätt som duly inte läser",
             help "packa filerna på nytt som en vanlig ZIP-fil, så som Windows, macOS och Linux själva gör",
             about "ZIP har många sätt att packa. Bara de två som alla program använder läses: utan packning och med \
                    deflate." }

    Error "archive-bad-name" archive_bad_name(name)
        en { "the name `{name}` in this file leads elsewhere, or cannot be read",
             help "pack the files again, with plain names and paths that lead down from one folder",
             about "A name within a packed file could lead out of the folder that it is unpacked into, stand for a \
                    drive, or hide what it says. Names are paths downwards, in UTF-8, without `..`, `\\`, `:` and \
                    hidden characters. Nothing was unpacked." }
        sv { "namnet `{name}` i filen leder någon annanstans eller går inte att läsa",
             help "packa filerna på nytt, med enkla namn och sökvägar som leder nedåt från en mapp",
             about "Ett namn i en packad fil kan leda ut ur mappen som den packas upp i, avse en enhet eller dölja \
                    vad det säger. Namn är sökvägar nedåt, i UTF-8, utan `..`, `\\`, `:` och dolda tecken. Inget har \
                    packats upp." }

    Error "archive-same-name" archive_same_name(name)
        en { "two parts of this file are called `{name}`", help "pack the files again, each under a name of its own",
             about "Which of two parts with one name is read depends on the program, so neither is. Names that differ \
                    in capitals alone are one name on Windows and macOS." }
        sv { "två delar av filen heter `{name}`", help "packa filerna på nytt, var och en med ett eget namn",
             about "Vilken av två delar med samma namn som läses beror på programmet, så ingen av dem läses. Namn som \
                    bara skiljer sig i stora och små bokstäver är samma namn i Windows och macOS." }

    Error "archive-link" archive_link(name)
        en { "`{name}` in this file is a link or a device, not a file",
             help "pack the files themselves, not links to them",
             about "A link in a packed file leads to whatever lies in that place on the machine that unpacks it. Only \
                    files and folders are read." }
        sv { "`{name}` i filen är en länk eller enhet, inte en fil",
             help "packa själva filerna, inte länkar till dem",
             about "En länk i en packad fil leder till det som ligger på den platsen i datorn som packar upp den. \
                    Bara filer och mappar läses." }
}
