//! Problems of the policy.

use super::problems;

problems! {
    Error "assurance-order" assurance_order()
        en { "assurance must not fall: claimed <= expired <= documented <= verified = 100",
             help "put the four in that order; verified is always 100",
             about "Better proof must never count for less, or a vendor would gain by withholding it." }
        sv { "bättre underlag får inte räknas för mindre: claimed <= expired <= documented <= verified = 100",
             help "sätt de fyra i den ordningen; verified är alltid 100",
             about "Bättre underlag får aldrig räknas för mindre, annars tjänar en leverantör på att hålla inne dem." }

    Error "bands-order" bands_order()
        en { "bands must fall: strong > adequate > weak > 0",
             help "choose three falling scores, for example 90, 70, 50",
             about "Every score must lie in exactly one band of protection, without holes or overlaps." }
        sv { "nivåerna måste falla: strong > adequate > weak > 0",
             help "välj tre fallande poäng, till exempel 90, 70, 50",
             about "Varje poäng ska ligga i precis en skyddsnivå, utan luckor eller överlapp." }

    Error "table-length" table_length(wanted)
        en { "this row needs {wanted} ratings", help "give {wanted} of low, medium, high, critical",
             about "A row of the risk matrix has one rating for each band (strong, adequate, weak, poor); a row of red \
                    flags one for each tier of what is at stake (low, medium, high, critical)." }
        sv { "raden kräver {wanted} bedömningar", help "ange {wanted} av low, medium, high, critical",
             about "En rad i riskmatrisen har en bedömning per skyddsnivå (strong, adequate, weak, poor); en rad för \
                    röda flaggor en per nivå av vad som står på spel (low, medium, high, critical)." }

    Error "matrix-falls" matrix_falls(what)
        en { "the risk falls here: {what}", help "let the rating stay or rise along every row and down every column",
             about "Weaker protection, or more at stake, must never give a lower risk." }
        sv { "risken faller här: {what}",
             help "låt bedömningen vara oförändrad eller stiga längs varje rad och nedåt i varje kolumn",
             about "Svagare skydd, eller mer som står på spel, får aldrig ge lägre risk." }

    Error "reviews-folder-missing" reviews_folder_missing(path)
        en { "there is no folder `{path}`, where `reviews` says that reviews are",
             help "correct `reviews`, or make the folder; it is relative to the policy",
             about "With a folder that does not exist, every vendor would be judged without its review, and nobody \
                    would notice." }
        sv { "det finns ingen mapp `{path}`, där granskningarna enligt `reviews` ska finnas",
             help "rätta `reviews` eller skapa mappen; den anges i förhållande till reglerna",
             about "Med en mapp som inte finns skulle varje leverantör bedömas utan sin granskning, utan att någon \
                    märkte det." }

    Error "papers-folder-missing" papers_folder_missing(path)
        en { "there is no folder `{path}`, where `folder` under [evidence] says that documents of vendors are",
             help "correct `folder`, or make the folder; it is relative to the policy",
             about "With a folder that does not exist, documents that we hold would be taken as not received, and \
                    nobody would notice." }
        sv { "det finns ingen mapp `{path}`, där leverantörers dokument enligt `folder` under [evidence] ska finnas",
             help "rätta `folder` eller skapa mappen; den anges i förhållande till reglerna",
             about "Med en mapp som inte finns skulle dokument som vi har räknas som inte mottagna, utan att någon \
                    märkte det." }

    Error "unsupported-language" unsupported_language(found)
        en { "duly does not speak `{found}`", help "use en or sv",
             about "The screen and the documents exist in English and Swedish." }
        sv { "duly finns inte på `{found}`", help "använd en eller sv",
             about "Rapporterna och dokumenten finns på engelska och svenska." }

    Warning "matrix-jump" matrix_jump(what)
        en { "a wide step in the risk matrix: {what}", help "check that this is meant",
             about "The remaining risk is usually within one level of what is at stake, and neighbouring cells within \
                    one level of each other. A wider step makes a small difference in the answers decide everything." }
        sv { "ett stort steg i riskmatrisen: {what}", help "kontrollera att det är avsett",
             about "Kvarstående risk ligger oftast inom ett steg från vad som står på spel, och angränsande rutor inom \
                    ett steg från varandra. Ett större steg låter en liten skillnad i svaren avgöra allt." }

    Warning "policy-beside-answers" policy_beside_answers(path) hint NamePolicy
        en { "the policy `{path}` lies in the vendor's folder and is not used",
             help "keep the policy in a folder above, or name this one if it is ours",
             about "A policy decides what we accept. One that lies in or below the folder of the vendor's file could \
                    have been sent along, so it is never found by itself." }
        sv { "reglerna `{path}` ligger i leverantörens mapp och används inte",
             help "lägg reglerna i en mapp ovanför, eller peka ut dem om de är våra",
             about "Regler avgör vad vi godtar. De som ligger i eller under mappen med leverantörens fil kan ha \
                    skickats med, därför letar duly aldrig upp dem på egen hand." }
}
