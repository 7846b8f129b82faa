//! Problems of files of other programs as text: JSON that cannot be read.

use super::problems;

problems! {
    Error "nothing-in-file" nothing_in_file()
        en { "there is nothing in this file", help "check that it is the right file, and that it arrived whole",
             about "The file is empty, or holds blanks and comments alone." }
        sv { "det finns inget i filen", help "kontrollera att det är rätt fil och att den har kommit fram hel",
             about "Filen är tom eller innehåller bara blanksteg och kommentarer." }

    Error "json-stray" json_stray(found)
        en { "`{found}` stands where it cannot stand in JSON",
             help "look just before it for a comma, a colon, a bracket or a double quote that is missing",
             about "In JSON every text and every key stands in double quotes, a colon follows a key, and commas stand \
                    between values. Comments, texts put together with `+` and a comma behind the last value are read, \
                    too, since some programs write them; nothing else is, because it could be meant in two ways. In \
                    a record of a stream these are not read, either: every program must find the same in it." }
        sv { "`{found}` står där det inte kan stå i JSON",
             help "se efter strax före om ett komma, ett kolon, en parentes eller ett dubbelt citattecken saknas",
             about "I JSON står varje text och varje nyckel inom dubbla citattecken, efter en nyckel följer ett kolon, \
                    och mellan värden står komma. Kommentarer, texter som fogas samman med `+` och ett komma efter \
                    det sista värdet läses också, eftersom vissa program skriver så; inget annat läses, eftersom det \
                    kan vara menat på två sätt. I en post i en ström läses inte heller detta: alla program måste läsa \
                    den lika." }

    Error "json-unclosed" json_unclosed()
        en { "something that begins here is never closed: a text, a comment, a list or a map",
             help "close it with the sign that belongs to it; if the file was cut off, have it sent again",
             about "A text ends with a double quote on the line where it begins, a comment that begins with `/*` ends \
                    with `*/`, a list with `]`, a map with `}`. Where the end is missing, so may be what stood \
                    before it, and nothing is guessed." }
        sv { "något som börjar här avslutas aldrig: en text, en kommentar, en lista eller en nyckelgrupp",
             help "avsluta det med tecknet som hör till; har filen klippts av, låt den skickas på nytt",
             about "En text slutar med dubbelt citattecken på raden där den börjar, en kommentar som börjar med `/*` \
                    med `*/`, en lista med `]`, en nyckelgrupp med `}`. Saknas slutet kan också det som stod före \
                    det saknas, och inget gissas." }

    Error "json-escape" json_escape(written)
        en { "`{written}` stands for no character in JSON",
             help "write \\\\ for a backslash, \\n for a new line, \\u and four digits or a to f for any other sign",
             about "A backslash in a text of JSON begins a code for a character. Behind it stands one of \" \\ / b f \
                    n r t, or u with four or x with two hexadecimal digits. In a record of a stream there is no x, \
                    and no u for one half of a character alone." }
        sv { "`{written}` står inte för något tecken i JSON",
             help "skriv \\\\ för ett omvänt snedstreck, \\n för ny rad, \\u och fyra siffror eller a till f för andra \
                   tecken",
             about "Ett omvänt snedstreck i en text i JSON inleder en kod för ett tecken. Efter det står något av \" \
                    \\ / b f n r t, eller u med fyra eller x med två hexadecimala siffror. I en post i en ström \
                    finns inget x, och inget u för ena halvan av ett tecken." }
}
