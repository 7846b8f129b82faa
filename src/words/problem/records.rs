//! Problems of a record of a stream: a line that is none, or that holds what does not belong into one.

use super::problems;

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

    Error "record-value" record_value(key, found)
        en { "{found} cannot be the value of `{key}`",
             help "`papers` is a list of objects and `bytes` a whole number; all others are texts in double quotes, \
                   `sha256` of 64 hexadecimal digits; `id` has 256 characters at most, `location` 4 KiB",
             about "In a record of a stream `id`, `answers` and `review` are texts, as files hold them. `papers` lists \
                    the papers that are here: of each its `location` as the answers name it, its length in `bytes`, \
                    and its `sha256`." }
        sv { "{found} kan inte vara värdet av `{key}`",
             help "`papers` är en lista med objekt och `bytes` ett heltal; allt annat är text inom dubbla citattecken, \
                   och `sha256` har 64 hexadecimala siffror; `id` har högst 256 tecken och `location` högst 4 KiB",
             about "I en post i en ström är `id`, `answers` och `review` texter, så som filer innehåller dem. `papers` \
                    räknar upp dokumenten som finns: för vart och ett dess `location` så som svaren anger den, längden \
                    i `bytes` och dess `sha256`." }

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
