//! Problems of a record of a stream: a line that is none, or that holds what does not belong into one.

use super::problems;
use crate::words::Lang;
use crate::words::phrases::phrases;

phrases! {
    // what is a value of a key
    write_id() {
        "write a text of 1 to 256 characters, in double quotes",
        "skriv en text på 1 till 256 tecken, inom dubbla citattecken"
    }
    write_text_of_file() {
        "write the whole text of the file as one text, in double quotes",
        "skriv filens hela text som en enda text, inom dubbla citattecken"
    }
    write_papers() {
        "write a list of objects, each with `location`, `bytes` and `sha256`",
        "skriv en lista med objekt, vart och ett med `location`, `bytes` och `sha256`"
    }
    write_paper() {
        "write an object with `location`, `bytes` and `sha256`",
        "skriv ett objekt med `location`, `bytes` och `sha256`"
    }
    write_location() {
        "write the place as the answers name it: a text of at most 4096 bytes",
        "skriv platsen så som svaren anger den: en text på högst 4096 byte"
    }
    write_bytes() {
        "write a whole number from 0 to 18446744073709551615, without quotes",
        "skriv ett heltal från 0 till 18446744073709551615, utan citattecken"
    }
    write_sha256() {
        "write a text of 64 hexadecimal digits",
        "skriv en text med 64 hexadecimala siffror"
    }

    // what helps with a text that is none
    decompress_stream() {
        "write every record as JSON in UTF-8; if the stream is compressed, decompress it first",
        "skriv varje post som JSON i UTF-8; är strömmen komprimerad, packa upp den först"
    }
    put_text_into_record() {
        "put the text of an answers file or of a review into the record; take the answers in first if this holds them",
        "lägg texten ur en svarsfil eller en granskning i posten; ta först in svaren om de finns i den här"
    }
    decode_before() {
        "read the file as UTF-16 before its text is put into the record",
        "läs filen som UTF-16 innan texten läggs i posten"
    }
}

problems! {
    Error "record-too-long" record_too_long(limit)
        en { "this line is longer than {limit}",
             help "check that every record ends with a line break; answers and a review have 4 MiB each at most",
             about "A record of a stream is one line. The limit keeps a line without an end from filling the memory; \
                    what follows up to the next line break is passed over with it, and reading goes on behind that." }
        sv { "raden är längre än {limit}",
             help "kontrollera att varje post slutar med en radbrytning; svar och granskning är högst 4 MiB var",
             about "En post i en ström är en rad. Gränsen hindrar att en rad utan slut fyller minnet; det som följer \
                    fram till nästa radbrytning hoppas över tillsammans med den, och läsningen fortsätter därefter." }

    Error "record-not-an-object" record_not_an_object()
        en { "this line is no record: it holds no object of JSON",
             help "write each record on a line of its own: {{\"id\": \"...\", \"answers\": \"...\"}}",
             about "Every line of a stream is an object of JSON with the keys `id` and `answers`, and perhaps `review` \
                    and `papers`. An empty line is none, either: for every line that went in a line comes out." }
        sv { "raden är ingen post: den innehåller inget JSON-objekt",
             help "skriv varje post på en egen rad: {{\"id\": \"...\", \"answers\": \"...\"}}",
             about "Varje rad i en ström är ett JSON-objekt med nycklarna `id` och `answers`, eventuellt `review` och \
                    `papers`. En tom rad är inte heller någon: för varje rad som gick in kommer en rad ut." }

    Error "record-value" record_value(key, found, english, swedish)
        en { "{found} cannot be the value of `{key}`", help "{english}",
             about "In a record of a stream `id` is a text of 1 to 256 characters. `answers` and `review` are texts of \
                    files, of at most 4 MiB each; without a review the key is left out, or null. `papers` lists the \
                    papers that are here, as objects: of each its `location` as the answers name it, a text of at \
                    most 4096 bytes, its length in `bytes`, a whole number from 0 to 18446744073709551615, and its \
                    `sha256`, a text of 64 hexadecimal digits." }
        sv { "{found} kan inte vara värdet av `{key}`", help "{swedish}",
             about "I en post i en ström är `id` en text på 1 till 256 tecken. `answers` och `review` är texterna ur \
                    filer, på högst 4 MiB var; utan granskning utelämnas nyckeln, eller så är den null. `papers` \
                    räknar upp dokumenten som finns, som objekt: för vart och ett dess `location` så som svaren anger \
                    den, en text på högst 4096 byte, längden i `bytes`, ett heltal från 0 till 18446744073709551615, \
                    och dess `sha256`, en text med 64 hexadecimala siffror." }

    Warning "paper-nobody-names" paper_nobody_names(location)
        en { "no document of the answers lies at `{location}`, so this paper counts for nothing",
             help "write its `location` under `papers` as the answers name it, with the folders before its name",
             about "A paper of a record is one that the answers name: it proves something only where its `location` is \
                    theirs. One under another path would be passed over in silence, and what it proves would be a \
                    claim only." }
        sv { "inget dokument i svaren ligger på `{location}`, så dokumentet räknas inte",
             help "skriv dess `location` under `papers` så som svaren anger den, med mapparna före namnet",
             about "Ett dokument i en post är ett som svaren anger: det styrker något bara om dess `location` är \
                    deras. Ett under en annan sökväg skulle annars förbigås i tysthet, och det som det styrker skulle \
                    räknas som obestyrkt." }

    Error "record-broken" record_broken(what)
        en { "a mistake of the program: {what}",
             help "please report it, with the record if it may be shared; other records are not touched by it",
             about "This should not happen, and is not a mistake in the record. No result was written for it." }
        sv { "ett fel i programmet: {what}",
             help "rapportera det gärna, med posten om den får lämnas ut; andra poster berörs inte",
             about "Det här ska inte kunna hända och är inget fel i posten. Inget resultat har skrivits för den." }
}
