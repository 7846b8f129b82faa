//! Problems of the documents that a vendor shows: what is missing before one of them proves anything.

use super::{Problem, ProblemWords, in_help, in_message, problems};
use crate::words::Lang;
use crate::words::clean::Trusted;
use crate::words::phrases::phrases;

phrases! {
    paper_not_told(title, path) {
        "\"{title}\" counts as a claim only: the record does not say that `{path}` is here",
        "”{title}” räknas som obestyrkt: posten säger inte att `{path}` finns här"
    }
    tell_paper(path) {
        "if the file is here, list it under `papers` with the location `{path}`, or under `received` in our review",
        "om filen finns här, ta upp den under `papers` med platsen `{path}`, eller under `received` i vår granskning"
    }
    paper_told_in_other_capitals(title, path) {
        "\"{title}\" counts as a claim only: the record lists `{path}`, but written with other capitals",
        "”{title}” räknas som obestyrkt: posten tar upp `{path}`, men med andra stora och små bokstäver"
    }
    paper_without_kind(title, ids) {
        "the kind of \"{title}\" is missing, so at {ids} it counts as a claim only",
        "slaget för ”{title}” saknas, så det räknas som obestyrkt vid {ids}"
    }
    say_kind(kinds) {
        "say of what `kind` it is; asked for there: {kinds}",
        "ange av vilken `kind` det är; där efterfrågas: {kinds}"
    }
    tell_paper_as_named(path) {
        "write its `location` under `papers` just as the answers do: `{path}`",
        "skriv dess `location` under `papers` precis som svaren gör: `{path}`"
    }
}

/// The same as [`evidence_not_here`] where no folder is looked into, but a list is told.
pub fn evidence_not_told(title: impl Trusted, path: impl Trusted) -> Problem {
    let (title, path) = (in_message(title), in_help(path));
    Problem::new(codes::evidence_not_here, None, move || ProblemWords {
        message: Lang::ALL.map(|lang| lang.paper_not_told(&title, in_message(&path))),
        help: Lang::ALL.map(|lang| lang.tell_paper(&path)),
    })
}

/// The same as [`evidence_other_capitals`] where no folder is looked into, but a list is told.
pub fn evidence_told_in_other_capitals(title: impl Trusted, path: impl Trusted) -> Problem {
    let (title, path) = (in_message(title), in_help(path));
    Problem::new(codes::evidence_other_capitals, None, move || ProblemWords {
        message: Lang::ALL.map(|lang| lang.paper_told_in_other_capitals(&title, in_message(&path))),
        help: Lang::ALL.map(|lang| lang.tell_paper_as_named(&path)),
    })
}

/// The same as [`evidence_other_kind`] of a document that says no kind.
pub fn evidence_without_kind(title: impl Trusted, ids: impl Trusted, kinds: impl Trusted) -> Problem {
    let (title, ids, kinds) = (in_message(title), in_message(ids), in_help(kinds));
    Problem::new(codes::evidence_other_kind, None, move || ProblemWords {
        message: Lang::ALL.map(|lang| lang.paper_without_kind(&title, &ids)),
        help: Lang::ALL.map(|lang| lang.say_kind(&kinds)),
    })
}

problems! {
    Warning "evidence-not-here" evidence_not_here(title, path)
        en { "\"{title}\" counts as a claim only: there is no file `{path}` in the vendor's folder",
             help "place the file there under exactly that name, or list the document under `received` in our review",
             about "A document proves something once it is here: as a regular file in the folder of the answers, in \
                    the folder that the policy names, or received by us according to our review. Words such as \"on \
                    request\" or an address are no file." }
        sv { "”{title}” räknas som obestyrkt: det finns ingen fil `{path}` i leverantörens mapp",
             help "lägg filen i leverantörens mapp med exakt det namnet, eller ta upp dokumentet under `received` i \
                   vår granskning",
             about "Ett dokument styrker något när det finns här: som en vanlig fil i svarens mapp, i mappen som \
                    reglerna anger, eller mottaget av oss enligt vår granskning. Ord som ”på begäran” eller en adress \
                    är ingen fil." }

    Warning "evidence-is-address" evidence_is_address(title, path)
        en { "\"{title}\" counts as a claim only: `{path}` is an address, not a file",
             help "ask for the file itself, or list the document under `received` in our review",
             about "What an address leads to can be another document tomorrow, and nothing is fetched. A document \
                    proves something once it is here as a file, or received by us." }
        sv { "”{title}” räknas som obestyrkt: `{path}` är en adress, ingen fil",
             help "be om själva filen, eller ta upp dokumentet under `received` i vår granskning",
             about "Det som en adress leder till kan vara ett annat dokument i morgon, och inget hämtas. Ett dokument \
                    styrker något när det finns här som en fil, eller när vi har fått det." }

    Warning "evidence-without-folder" evidence_without_folder()
        en { "these answers lie in no folder, so none of the documents that they name is here",
             help "save the answers beside the documents, or list those that we hold under `received` in our review",
             about "A document is looked for in the folder of the answers. Answers that come through a pipe or from a \
                    program have none, so their documents count as claims only, unless our review says that we \
                    received them." }
        sv { "svaren ligger inte i någon mapp, så inget av dokumenten som de anger finns här",
             help "spara svaren bredvid dokumenten, eller ta upp dem vi har under `received` i vår granskning",
             about "Ett dokument söks i svarens mapp. Svar som kommer genom ett rör eller från ett program har ingen, \
                    så deras dokument räknas som obestyrkt, om inte vår granskning säger att vi har fått dem." }

    Warning "evidence-other-capitals" evidence_other_capitals(title, path)
        en { "\"{title}\" counts as a claim only: `{path}` is there, but written with other capitals",
             help "write the place just as the folder shows it",
             about "A result must be the same on every machine, and not every machine takes `Policy.pdf` for \
                    `policy.pdf`." }
        sv { "”{title}” räknas som obestyrkt: `{path}` finns, men med andra stora och små bokstäver",
             help "skriv platsen precis som mappen visar den",
             about "Resultatet måste bli detsamma på varje dator, och alla datorer läser inte `Policy.pdf` som \
                    `policy.pdf`." }

    Warning "evidence-empty" evidence_empty(title, path)
        en { "\"{title}\" counts as a claim only: the file `{path}` is empty", help "send the document itself",
             about "An empty file proves nothing." }
        sv { "”{title}” räknas som obestyrkt: filen `{path}` är tom", help "skicka själva dokumentet",
             about "En tom fil styrker ingenting." }

    Warning "evidence-is-link" evidence_is_link(title, path)
        en { "\"{title}\" counts as a claim only: a part of `{path}` is a link",
             help "place the file itself in the vendor's folder",
             about "A link leads somewhere else, perhaps to one of our own files. Only what lies in the vendor's \
                    folder itself is the vendor's." }
        sv { "”{title}” räknas som obestyrkt: en del av `{path}` är en länk",
             help "lägg själva filen i leverantörens mapp",
             about "En länk leder någon annanstans, kanske till en av våra egna filer. Bara det som ligger i \
                    leverantörens mapp är leverantörens." }

    Warning "evidence-is-no-file" evidence_is_no_file(title, path)
        en { "\"{title}\" counts as a claim only: `{path}` is no regular file",
             help "name the file itself, not its folder",
             about "A folder, a pipe or a device is no document." }
        sv { "”{title}” räknas som obestyrkt: `{path}` är ingen vanlig fil",
             help "ange själva filen, inte mappen",
             about "En mapp, ett rör eller en enhet är inget dokument." }

    Warning "evidence-too-large" evidence_too_large(title, path)
        en { "\"{title}\" counts as a claim only: the file `{path}` is too large",
             help "send the document alone, or list it under `received` in our review",
             about "Every file is read once to know its content, of one vendor at most 256 MB in all. What is beyond \
                    that is not read, and proves nothing." }
        sv { "”{title}” räknas som obestyrkt: filen `{path}` är för stor",
             help "skicka bara dokumentet, eller ta upp det under `received` i vår granskning",
             about "Varje fil läses en gång för att dess innehåll ska vara känt, av en leverantör högst 256 MB \
                    sammanlagt. Det som är mer än så läses inte och styrker ingenting." }

    Warning "evidence-unreadable" evidence_unreadable(title, path)
        en { "\"{title}\" counts as a claim only: the file `{path}` cannot be read", help "check who may read the file",
             about "A file that cannot be read might be empty, or another one than last time." }
        sv { "”{title}” räknas som obestyrkt: filen `{path}` går inte att läsa",
             help "kontrollera vem som får läsa filen",
             about "En fil som inte går att läsa kan vara tom, eller en annan än förra gången." }

    Warning "evidence-read-by-us" evidence_read_by_us(title, path)
        en { "\"{title}\" counts as a claim only: `{path}` is a file of answers, a review, a policy or a questionnaire",
             help "send the document itself",
             about "The vendor's own answers, and other files that duly reads or writes, are what is to be proved, or \
                    ours. They prove nothing." }
        sv { "”{title}” räknas som obestyrkt: `{path}` är en fil med svar, en granskning, regler eller ett \
              formulär",
             help "skicka själva dokumentet",
             about "Leverantörens egna svar, och andra filer som duly läser eller skriver, är det som ska styrkas, \
                    eller våra. De styrker ingenting." }

    Warning "evidence-refused" evidence_refused(title)
        en { "\"{title}\" counts as a claim only: our review refuses this document, or another of the same content",
             help "ask for the right document; it will have another content, and another date or title",
             about "What we opened and found to prove nothing does not count, under whatever name it comes back." }
        sv { "”{title}” räknas som obestyrkt: vår granskning avvisar dokumentet, eller ett annat med samma \
              innehåll",
             help "be om rätt dokument; det har annat innehåll, och annat datum eller annan titel",
             about "Det som vi har öppnat och funnit inte styrka något räknas inte, vilket namn det än kommer tillbaka \
                    under." }

    Warning "evidence-in-disguise" evidence_in_disguise(title, path)
        en { "\"{title}\" counts as a claim only: the content of `{path}` also stands behind a document of another \
              kind or date",
             help "send each document as a file of its own; if it is one document, give it one kind and one date",
             about "One content cannot be two documents. As long as a file is said to be of two kinds or of two days, \
                    it proves neither; what our review has received counts, as that." }
        sv { "”{title}” räknas som obestyrkt: innehållet i `{path}` anges också som ett dokument av annan typ \
              eller med annat datum",
             help "skicka varje dokument som en egen fil; är det ett dokument ska det ha ett slag och ett datum",
             about "Ett innehåll kan inte vara två dokument. Så länge en fil sägs vara av två slag eller från två \
                    dagar styrker den varken det ena eller det andra; det vi enligt granskningen har fått räknas, som \
                    det." }

    Warning "evidence-other-kind" evidence_other_kind(title, ids)
        en { "\"{title}\" is not of a kind that is asked for at {ids}, and counts there as a claim only",
             help "cite a document of a kind that the question asks for, or say of what `kind` this one is",
             about "A document proves what it is about. Each question names the kinds of evidence that prove it; \
                    another kind counts only where the questionnaire says that it stands for one of them." }
        sv { "”{title}” är inte av ett slag som efterfrågas vid {ids} och räknas där som obestyrkt",
             help "hänvisa till ett dokument av ett slag som frågan ber om, eller ange vilken `kind` detta är",
             about "Ett dokument styrker det som det handlar om. Varje fråga anger vilka slag av underlag som styrker \
                    den; en annan typ räknas bara där formuläret säger att den står för en av dem." }

    Warning "evidence-contradicted" evidence_contradicted(title, ids, all)
        en { "\"{title}\" does not prove {ids}: the answers to {all} contradict each other",
             help "clear up which of the answers is right, and correct the other",
             about "Answers that cannot all be true are not proved by documents, since a document for one of them \
                    speaks against another. What we verified stands." }
        sv { "”{title}” styrker inte {ids}: svaren på {all} motsäger varandra",
             help "red ut vilket av svaren som stämmer och rätta det andra",
             about "Svar som inte alla kan vara sanna styrks inte av dokument, eftersom ett dokument för ett av dem \
                    talar emot ett annat. Det vi har verifierat står fast." }

    Warning "evidence-behind-many" evidence_behind_many(title, answers, categories)
        en { "\"{title}\" stands behind {answers} answers in {categories} categories",
             help "look whether it says something about each of them, or ask for the documents themselves",
             about "One document that proves many answers is more often a brochure than proof. An independent report \
                    covers many questions, and the questionnaire says which kinds are such." }
        sv { "”{title}” anges för {answers} svar i {categories} kategorier",
             help "se efter om det säger något om vart och ett av dem, eller be om de egentliga dokumenten",
             about "Ett dokument som styrker många svar är oftare en broschyr än ett underlag. En oberoende rapport \
                    täcker många frågor, och formuläret säger vilka slag som är sådana." }
}
