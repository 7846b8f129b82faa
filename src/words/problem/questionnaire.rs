//! Problems of a questionnaire.

use super::problems;

problems! {
    Error "bad-id" bad_id(id)
        en { "`{id}` cannot be an id", help "use the letters a-z and A-Z, digits, `-` and `_`, at most 64 of them",
             about "Ids name things in answers, reviews and reports. They are plain ASCII so that two ids never look \
                    alike and differ." }
        sv { "`{id}` kan inte vara ett id",
             help "använd bokstäverna a-z och A-Z, siffror, `-` och `_`, högst 64 tecken",
             about "Id:n namnger saker i svar, granskningar och rapporter. De skrivs med ren ASCII, så att två olika \
                    id:n aldrig ser likadana ut." }

    Error "reserved-word" reserved_word(word)
        en { "`{word}` is reserved", help "choose another id or label",
             about "unknown, n/a, never, true and false have a meaning of their own in every answers file, so no \
                    option may be called that, in any case." }
        sv { "`{word}` är reserverat", help "välj ett annat id eller en annan etikett",
             about "unknown, n/a, never, true och false har en egen betydelse i varje svarsfil, så inget alternativ \
                    får heta så, med stora eller små bokstäver." }

    Error "duplicate-id" duplicate_id(id)
        en { "the id `{id}` is used twice", help "give one of the two another id",
             about "Ids must be unique among their kind, so that an answer, a flag or a reference means one thing \
                    only." }
        sv { "id:t `{id}` används två gånger", help "ge en av de två ett annat id",
             about "Id:n måste vara unika inom sitt slag, så att ett svar, en flagga eller en hänvisning bara betyder \
                    en sak." }

    Error "earlier-id-in-use" earlier_id_in_use(id)
        en { "`{id}` is a question here, so it is not the earlier id of another one",
             help "remove it from `was`, or give the question of that id another one",
             about "`was` names the ids that a question had in earlier versions, so that answers to those can be held \
                    against answers to this one. An id that is in use means the question that has it." }
        sv { "`{id}` är en fråga här och därför inte ett tidigare id för en annan",
             help "ta bort det ur `was` eller ge frågan med det id:t ett annat",
             about "`was` anger de id:n som en fråga hade i tidigare versioner, så att svaren på dem kan jämföras med \
                    svaren på den här. Ett id som används betyder den fråga som har det." }

    Error "duplicate-label" duplicate_label(label)
        en { "two options of this question can be answered with `{label}`",
             help "make the labels and ids of the options differ",
             about "A vendor may answer with an option's id or its label in any language and any case, so these must \
                    be unique within a question." }
        sv { "två alternativ i frågan kan besvaras med `{label}`", help "gör alternativens etiketter och id:n olika",
             about "En leverantör får svara med ett alternativs id eller etikett på valfritt språk, med stora eller \
                    små bokstäver, så dessa måste vara unika inom en fråga." }

    Error "missing-language" missing_language(language)
        en { "this text is missing in `{language}`",
             help "add `{language}: ...`, or write one plain text that serves for all languages",
             about "A questionnaire that names its languages gives every text in each of them, so that no reader meets \
                    a hole." }
        sv { "texten saknas på `{language}`",
             help "lägg till `{language}: ...` eller skriv en enda text som gäller för alla språk",
             about "Ett frågeformulär som anger sina språk ger varje text på vart och ett av dem, så att ingen läsare \
                    saknar något." }

    Error "text-too-long" text_too_long(limit)
        en { "this text is longer than {limit} characters",
             help "shorten it; what needs more room belongs in a document that it names",
             about "Labels, titles and the like stand at every question that uses them: a few very long ones would \
                    make a small file fill the memory." }
        sv { "texten är längre än {limit} tecken",
             help "korta den; det som behöver mer plats hör hemma i ett dokument som den hänvisar till",
             about "Svarsalternativ, rubriker och liknande står vid varje fråga som använder dem: några mycket långa \
                    skulle få en liten fil att fylla minnet." }

    Error "no-such-language" no_such_language(code, languages)
        en { "neither duly nor the questionnaire is written in `{code}`",
             help "use en or sv, or for the texts of the questionnaire one of its own: {languages}",
             about "The questions are told in the reader's language where the questionnaire has it, else in its \
                    first; all around them in English or Swedish. A language that was named and that neither has \
                    would be passed over in silence." }
        sv { "varken duly eller frågeformuläret finns på `{code}`",
             help "använd en eller sv, eller för formulärets texter ett av dess egna: {languages}",
             about "Frågorna visas på läsarens språk där formuläret har det, annars på dess första; allt omkring dem \
                    på engelska eller svenska. Ett språk som angavs och som inget av dem har skulle annars förbigås \
                    i tysthet." }

    Error "unknown-language" unknown_language(language)
        en { "`{language}` is not among the questionnaire's languages",
             help "add it to `languages`, or remove the text",
             about "Texts may only be given in the languages that the questionnaire names at its head." }
        sv { "`{language}` finns inte bland formulärets språk", help "lägg till det i `languages` eller ta bort texten",
             about "Texter får bara ges på de språk som formuläret anger i sitt huvud." }

    Error "no-version-named" no_version_named(id)
        en { "`{id}` is extended without its version", help "write the id, @ and the version",
             about "A questionnaire that extends another one names its version, so that nothing changes in it when a \
                    newer one comes." }
        sv { "`{id}` utökas utan att versionen anges", help "skriv id, @ och version",
             about "Ett formulär som utökar ett annat anger dess version, så att ingenting ändras i det när en nyare \
                    kommer." }

    Error "extends-itself" extends_itself(name)
        en { "`{name}` is this questionnaire itself, or one that extends it", help "extend another questionnaire",
             about "A questionnaire takes questions over from the one that it extends, so that one must be there \
                    without it." }
        sv { "`{name}` är det här formuläret självt eller ett som utökar det", help "utöka ett annat formulär",
             about "Ett formulär tar över frågor från det som det utökar, så det måste finnas utan det här." }

    Error "extends-too-many" extends_too_many(most)
        en { "more than {most} questionnaires stand one on the other", help "extend one of the first of them instead",
             about "Whoever reads a questionnaire must be able to see where its questions come from." }
        sv { "fler än {most} formulär bygger på varandra", help "utöka i stället ett av de första",
             about "Den som läser ett formulär måste kunna se varifrån frågorna kommer." }

    Error "nothing-is-extended" nothing_is_extended(key)
        en { "`{key}` says what is taken over, but nothing is extended",
             help "add `extends:` with the questionnaire that is meant, or remove `{key}`",
             about "`keep` and `leave_out` choose among the questions of another questionnaire." }
        sv { "`{key}` säger vad som tas över, men inget formulär utökas",
             help "lägg till `extends:` med det formulär som avses, eller ta bort `{key}`",
             about "`keep` och `leave_out` väljer bland frågorna i ett annat formulär." }

    Error "nothing-is-left" nothing_is_left()
        en { "no question of what is extended is left, and there is none besides", help "keep at least one question",
             about "A questionnaire without questions would call every vendor safe." }
        sv { "ingen fråga i det som utökas är kvar, och det finns inga andra", help "behåll minst en fråga",
             about "Ett formulär utan frågor skulle kalla varje leverantör säker." }

    Error "keep-and-leave-out" keep_and_leave_out()
        en { "`keep` and `leave_out` stand together", help "say one of the two: what is taken over, or what is not",
             about "With both, nobody could tell what becomes of a question that neither names." }
        sv { "`keep` och `leave_out` står tillsammans",
             help "ange en av de två: vad som tas över eller vad som inte gör det",
             about "Med båda vet ingen vad som gäller för en fråga som ingen av dem nämner." }

    Error "nothing-to-take-over" nothing_to_take_over(id)
        en { "what is extended has neither a question nor a category `{id}`",
             help "write the full id of a question, category.question, or the id of a category",
             about "`keep` and `leave_out` name questions of the questionnaire that is extended, or all questions of a \
                    category by its id. A name that is passed over would leave out a question that somebody needs." }
        sv { "det som utökas har varken någon fråga eller någon kategori `{id}`",
             help "skriv en frågas hela id, kategori.fråga, eller en kategoris id",
             about "`keep` och `leave_out` nämner frågor i det formulär som utökas, eller alla frågor i en kategori \
                    med dess id. Ett namn som förbigås skulle utelämna en fråga som någon behöver." }

    Error "left-out-but-needed" left_out_but_needed(gate, question)
        en { "`{gate}` is left out, but decides whether `{question}` is asked",
             help "leave out `{question}`, too, or give it anew without this condition",
             about "A question that is asked only after a certain answer to another one needs that one." }
        sv { "`{gate}` utelämnas men avgör om `{question}` ställs",
             help "utelämna även `{question}`, eller ange den på nytt utan villkoret",
             about "En fråga som ställs bara efter ett visst svar på en annan behöver den." }

    Error "replaced-but-needed" replaced_but_needed(by)
        en { "what stands here in the place of what is extended lacks an answer that `{by}` looks at",
             help "give it the answers that it had, or give `{by}` anew, too",
             about "Red flags, contradictions and conditions of the questionnaire that is extended look at the answers \
                    of its questions, by the ids of the options. One that looks at an answer that is gone could never \
                    hold." }
        sv { "det som här ersätter något i det som utökas saknar ett svar som `{by}` gäller",
             help "ge det de svar som det hade, eller ange även `{by}` på nytt",
             about "Röda flaggor, motsägelser och villkor i det formulär som utökas gäller svaren på dess frågor, \
                    angivna med alternativens id:n. Ett som gäller ett svar som inte finns kvar skulle aldrig bli \
                    sant." }

    Error "languages-are-taken-over" languages_are_taken_over()
        en { "a questionnaire that extends another one has its languages", help "remove `languages`",
             about "Every text is there in every language of the questionnaire, those that are taken over as well." }
        sv { "ett formulär som utökar ett annat har dess språk", help "ta bort `languages`",
             about "Varje text finns på vart och ett av formulärets språk, även de som tas över." }

    Error "built-in-id" built_in_id(id, taken)
        en { "`{id}` would be taken for the built-in questionnaire `{taken}`",
             help "give your questionnaire an id of its own",
             about "A file that carries a built-in id, in whatever letters, could pass for the built-in questionnaire \
                    while asking or weighing something else." }
        sv { "`{id}` skulle tas för det inbyggda frågeformuläret `{taken}`", help "ge ert formulär ett eget id",
             about "En fil med ett inbyggt id, oavsett hur det skrivs, skulle kunna förväxlas med det inbyggda \
                    formuläret men ställa andra frågor eller vikta dem annorlunda." }

    Error "unknown-scale" unknown_scale(name)
        en { "there is no answer scale `{name}`",
             help "use yes-no, yes-partial-no, text, a scale of this questionnaire, or one of the forms choose_one, \
                   choose_many, number, date",
             about "`answer` names a scale, or holds exactly one answer form." }
        sv { "det finns ingen svarsskala `{name}`",
             help "använd yes-no, yes-partial-no, text, en av formulärets skalor eller någon av formerna choose_one, \
                   choose_many, number, date",
             about "`answer` namnger en skala eller innehåller precis en svarsform." }

    Error "one-answer-form" one_answer_form()
        en { "a question has exactly one answer form", help "keep one of choose_one, choose_many, number, date",
             about "An answer must be read in one way." }
        sv { "en fråga har precis en svarsform", help "behåll en av choose_one, choose_many, number, date",
             about "Ett svar måste kunna läsas på ett sätt." }

    Error "importance-or-weight" importance_or_weight()
        en { "a question has either `importance` or `weight`", help "give exactly one of the two",
             about "What a question counts comes from its importance (by the policy) or directly from a weight. With \
                    both, nobody could tell which one holds; with none, the question would count nothing without \
                    saying so." }
        sv { "en fråga har antingen `importance` eller `weight`", help "ange precis en av de två",
             about "Hur tungt en fråga väger bestäms av dess betydelse (enligt reglerna) eller direkt av en vikt. Med \
                    båda vet ingen vilken som gäller; utan någotdera skulle frågan i tysthet inte räknas." }

    Error "mixed-category-weights" mixed_category_weights()
        en { "this category has no weight, but others have", help "give every category a weight, or none",
             about "With weights on some categories only, the others would count nothing, or an arbitrary amount." }
        sv { "kategorin saknar vikt, men andra har", help "ge varje kategori en vikt, eller ingen",
             about "Med vikter på bara några kategorier skulle de övriga inte räknas, eller räknas godtyckligt." }

    Error "mixed-steps" mixed_steps()
        en { "steps are `at_most` throughout or `at_least` throughout", help "use one of the two in all steps",
             about "With both directions in one question, a number could fall into two steps or into none." }
        sv { "stegen är genomgående `at_most` eller genomgående `at_least`", help "använd en av de två i alla steg",
             about "Med båda riktningarna i en fråga kan ett tal hamna i två steg eller i inget." }

    Error "duplicate-step" duplicate_step(bound)
        en { "two steps have the bound {bound}", help "keep one of them",
             about "A number on that bound would have two values." }
        sv { "två steg har gränsen {bound}", help "behåll ett av dem",
             about "Ett tal på den gränsen skulle få två värden." }

    Error "falling-step" falling_step(bound, before)
        en { "the bound {bound} stands after {before}", help "write the steps from the lowest bound to the highest",
             about "Of `at_most` the first step that holds counts, of `at_least` the last one that is reached. In \
                    another order a reader would take a number for another value than it has." }
        sv { "gränsen {bound} står efter {before}", help "skriv stegen från lägsta till högsta gräns",
             about "Vid `at_most` gäller det första steget som stämmer, vid `at_least` det sista som nås. I en annan \
                    ordning skulle en läsare uppfatta fel värde för ett tal." }

    Error "full-value-unreachable" full_value_unreachable()
        en { "no answer to this question is worth 100",
             help "give the best answer 100; of ticks, let all together reach `full_at`, or one that excludes the rest",
             about "What is asked for in a scored question must be possible to reach in full. Otherwise every vendor \
                    would lose points on it, whatever it does, and be told to improve what cannot be better." }
        sv { "inget svar på frågan är värt 100",
             help "ge det bästa svaret 100; låt kryssen tillsammans nå `full_at`, eller ett som utesluter de andra",
             about "Det som efterfrågas i en poängsatt fråga måste gå att uppfylla helt. Annars skulle varje \
                    leverantör förlora poäng på den, vad den än gör, och uppmanas att förbättra det som inte kan bli \
                    bättre." }

    Error "value-missing" value_missing()
        en { "this question counts, and not every answer to it says what it is worth",
             help "give every option its `value` from 0 to 100, or its `points` with `full_at`; or give the question \
                   `importance: info`, and it counts for nothing",
             about "Values may be left out where nothing of a question counts: where its importance is info, as in \
                    questions that came in from a source without values. Whoever gives it weight later has to say \
                    what each answer is worth; nothing is guessed." }
        sv { "frågan räknas, men alla svar på den anger inte vad de är värda",
             help "ge varje svarsalternativ dess `value` från 0 till 100, eller dess `points` med `full_at`; eller ge \
                   frågan `importance: info`, så räknas den inte",
             about "Värden får utelämnas där inget av en fråga räknas: där dess betydelse är info, som i frågor som \
                    kommer från en källa utan värden. Den som senare ger den vikt måste ange vad varje svar är värt; \
                    inget gissas." }

    Error "condition-unknown-question" condition_unknown_question(id)
        en { "the condition names `{id}`, which is no question here", help "write the full id, category.question",
             about "A condition looks at the answer of a question, by its full id, or at `inherent_risk.FACTOR`." }
        sv { "villkoret nämner `{id}`, som inte är någon fråga här", help "skriv hela id:t, kategori.fråga",
             about "Ett villkor gäller svaret på en fråga, angiven med hela sitt id, eller `inherent_risk.FAKTOR`." }

    Error "condition-unknown-option" condition_unknown_option(option, question)
        en { "`{option}` is not an answer to `{question}`", help "use the id of one of its options",
             about "A condition that names an option that does not exist would never be true, and a red flag with it \
                    could never be raised." }
        sv { "`{option}` är inget svar på `{question}`", help "använd id:t för något av dess alternativ",
             about "Ett villkor som nämner ett alternativ som inte finns skulle aldrig bli sant, och en röd flagga med \
                    det aldrig utlösas." }

    Error "condition-mismatch" condition_mismatch(question)
        en { "`{question}` is not answered in this way",
             help "use a list of options for choices, `above` or `below` for numbers and dates; free texts cannot be \
                   used",
             about "The condition must fit the form of the question that it looks at." }
        sv { "`{question}` besvaras inte på det här sättet",
             help "använd en lista med alternativ för val, `above` eller `below` för tal och datum; fria texter kan \
                   inte användas",
             about "Villkoret måste passa formen på den fråga som det gäller." }

    Error "condition-cycle" condition_cycle(path)
        en { "these questions wait for each other: {path}", help "remove one of the conditions",
             about "Each of the questions is asked only if another one of them was answered in a certain way, so it \
                    could never be decided whether to ask them." }
        sv { "dessa frågor väntar på varandra: {path}", help "ta bort ett av villkoren",
             about "Var och en av frågorna ställs bara om en annan av dem besvarats på ett visst sätt, så det går \
                    aldrig att avgöra om de ska ställas." }

    Error "unknown-evidence-kind" unknown_evidence_kind(kind)
        en { "there is no kind of evidence `{kind}`", help "use a kind that the questionnaire lists under `evidence`",
             about "Kinds of evidence say what to ask for and how long it stays current." }
        sv { "det finns inget slag av underlag `{kind}`", help "använd ett slag som formuläret anger under `evidence`",
             about "Slaget av underlag säger vad som ska begäras och hur länge det är aktuellt." }

    Error "stands-for-itself" stands_for_itself(kind)
        en { "`{kind}` stands for itself", help "name other kinds under `stands_for`, or remove it",
             about "A kind of evidence may stand for others: an independent report for the policy that it examined. \
                    For itself it counts anyway." }
        sv { "`{kind}` ersätter sig självt", help "ange andra slag under `stands_for` eller ta bort det",
             about "Ett slag av underlag kan ersätta andra: en oberoende rapport den policy som den granskat. Sig \
                    självt är det alltid." }

    Error "unknown-framework" unknown_framework(id)
        en { "there is no framework `{id}`", help "add it under `frameworks`, or correct the reference",
             about "References point to frameworks that the questionnaire names, so that a reader knows which edition \
                    is meant." }
        sv { "det finns inget ramverk `{id}`", help "lägg till det under `frameworks` eller rätta hänvisningen",
             about "Hänvisningar pekar på ramverk som formuläret anger, så att läsaren vet vilken utgåva som avses." }

    Error "unknown-category" unknown_category(id)
        en { "there is no category `{id}`", help "use the id of a category of this questionnaire",
             about "Groups hold categories of the same questionnaire." }
        sv { "det finns ingen kategori `{id}`", help "använd id:t för en kategori i formuläret",
             about "Grupper innehåller kategorier ur samma formulär." }

    Error "category-in-two-groups" category_in_two_groups(id)
        en { "the category `{id}` is already in a group", help "keep it in one group",
             about "A category in two groups would be counted twice in their subtotals." }
        sv { "kategorin `{id}` ingår redan i en grupp", help "behåll den i en grupp",
             about "En kategori i två grupper skulle räknas två gånger i deras delsummor." }

    Error "bad-version" bad_version(version)
        en { "`{version}` is not a version", help "write three numbers, for example 1.0.0",
             about "Answers name the version of the questionnaire that they answer; it has the form \
                    major.minor.patch." }
        sv { "`{version}` är ingen version", help "skriv tre tal, till exempel 1.0.0",
             about "Svar anger vilken version av formuläret de besvarar; den har formen \
                    huvudversion.delversion.rättning." }

    Warning "not-a-lower-set" not_a_lower_set(flag, question, option)
        en { "`{flag}` is raised by some answers to `{question}`, but not by the worse answer `{option}`",
             help "name `{option}` too, or check its value",
             about "A red flag should name every option that is worth less than the best one it names. Otherwise a \
                    vendor could clear the flag with a worse answer." }
        sv { "`{flag}` utlöses av vissa svar på `{question}` men inte av det sämre svaret `{option}`",
             help "ta med `{option}` också, eller se över dess värde",
             about "En röd flagga bör nämna varje alternativ som är värt mindre än det bästa den nämner. Annars kan en \
                    leverantör bli av med flaggan genom ett sämre svar." }

    Warning "near-duplicate-question" near_duplicate_question(other)
        en { "this asks nearly the same as `{other}`", help "remove one of the two, or make the difference plain",
             about "Two questions that ask the same count the same thing twice and tire the vendor." }
        sv { "frågan är nästan densamma som `{other}`", help "ta bort en av de två eller gör skillnaden tydlig",
             about "Två frågor om samma sak räknar den två gånger och tröttar leverantören." }

    Warning "unused-definition" unused_definition(name)
        en { "`{name}` is defined but never used", help "use it, or remove it",
             about "A scale, a kind of evidence or a framework that no question uses is often a spelling mistake \
                    somewhere else." }
        sv { "`{name}` är definierat men används aldrig", help "använd det eller ta bort det",
             about "En skala, ett slag av underlag eller ett ramverk som ingen fråga använder beror ofta på ett \
                    stavfel någon annanstans." }
}
