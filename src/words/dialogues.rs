//! The words of the dialogues in which answers are recorded and reviewed: one row per phrase, in both languages.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // where you are
    place(category, at, all) { "{category} · {at} of {all}", "{category} · {at} av {all}" }
    range_of_score(counted, most) { "assured {counted}, at most {most}", "tillgodoräknat {counted}, högst {most}" }
    now_is(answer) { "now: {answer}", "nu: {answer}" }
    attach(what) { "to attach: {what}", "att bifoga: {what}" }
    attached(titles) { "attached: {titles}", "bifogat: {titles}" }

    // what can be typed
    legend_help() { "? help", "? hjälp" }
    legend_next() { "Enter go on", "Enter vidare" }
    legend_back() { "< back", "< tillbaka" }
    legend_find() { "/word go to", "/ord gå till" }
    legend_comment() { "+ comment", "+ kommentar" }
    begun_is_lost() {
        "What you had begun to enter here is not written: it is written when the last question of it is answered.",
        "Det som ni hade börjat ange här är inte skrivet: det skrivs när den sista frågan om det är besvarad."
    }
    legend_evidence() { "& evidence", "& underlag" }
    legend_confirm() { "= still so", "= stämmer fortfarande" }
    menu_confirm() { "Still so: what is proposed is the answer", "Stämmer fortfarande: förslaget är svaret" }
    legend_leave() { "! leave", "! avsluta" }
    menu_help() { "Help", "Hjälp" }
    menu_next() { "Go on without changing anything", "Gå vidare utan att ändra" }
    menu_back() { "Back", "Tillbaka" }
    menu_find() { "Go to another question …", "Gå till en annan fråga …" }
    menu_comment() { "Comment …", "Kommentar …" }
    menu_evidence() { "Evidence …", "Underlag …" }
    menu_leave() { "Leave (everything is saved)", "Avsluta (allt är sparat)" }
    enter_none() { "none", "inget" }
    enter_done() { "done", "klart" }
    help_find() {
        "/ and a word goes to the question or category of that name or number, or looks for the word in the questions",
        "/ och ett ord går till frågan eller kategorin med det namnet eller numret, eller söker ordet bland frågorna"
    }
    help_saved() {
        "Every answer is saved at once; you can leave at any time with ! and go on later.",
        "Varje svar sparas genast; du kan avsluta när som helst med ! och fortsätta senare."
    }
    help_none() { "There is no further help to this.", "Det finns ingen mer hjälp till detta." }

    place_stakes() { "Inherent risk (what is at stake)", "Inneboende risk (vad som står på spel)" }
    place_documents() { "Documents", "Dokument" }
    place_flags() { "Red flags", "Röda flaggor" }
    place_open() { "What is open", "Det som är öppet" }
    place_reviewer() { "Who reviews", "Vem som granskar" }
    place_end() { "The end", "Slutet" }
    nothing_is_open() { "Nothing is open.", "Inget är öppet." }

    // what to answer
    answer_label() { "Answer", "Svar" }
    say_one() { "number or words", "nummer eller ord" }
    say_several() { "numbers or words, with commas between them", "nummer eller ord, med komma emellan" }
    say_number() { "a whole number", "ett heltal" }
    say_number_of(unit) { "a whole number ({unit})", "ett heltal ({unit})" }
    say_decimal(step) { "a number in steps of {step}", "ett tal i steg om {step}" }
    say_decimal_of(unit, step) { "a number in steps of {step} ({unit})", "ett tal i steg om {step} ({unit})" }
    say_range(min, max) { "{min} to {max}", "{min} till {max}" }
    say_date() { "a date, YYYY-MM-DD", "ett datum, ÅÅÅÅ-MM-DD" }
    say_date_or_never() { "a date, YYYY-MM-DD, or never", "ett datum, ÅÅÅÅ-MM-DD, eller aldrig" }
    say_text() { "a text", "en text" }
    or_unknown() { "or: not known", "eller: vet ej" }
    or_unknown_or_na() { "or: not known, not applicable", "eller: vet ej, ej tillämpligt" }
    not_known() { "not known", "vet ej" }
    na_with_reason() { "not applicable (say why)", "ej tillämpligt (ange varför)" }
    na_cannot_be_said() {
        "this question cannot be answered with not applicable",
        "frågan kan inte besvaras med ej tillämpligt"
    }
    na_needs_reason(id) {
        "not applicable needs its reason: {id}.comment=…",
        "ej tillämpligt kräver ett skäl: {id}.comment=…"
    }
    date_is_in_future(today) {
        "this has not happened yet: today is {today}",
        "det har inte hänt än: i dag är det {today}"
    }
    day_has_passed(today) {
        "that day has passed: today is {today}",
        "den dagen har passerat: i dag är det {today}"
    }
    day_before_decision(on) {
        "that is before the decision of {on}",
        "det är före beslutet av den {on}"
    }
    reason_needed() {
        "say why it does not apply",
        "säg varför frågan inte är tillämplig"
    }
    needed() { "this must be filled in", "det här måste fyllas i" }
    no_date(found) {
        "`{found}` is no date: write YYYY-MM-DD, for example 2026-05-14",
        "`{found}` är inget datum: skriv ÅÅÅÅ-MM-DD, till exempel 2026-05-14"
    }
    two_days(found, one, other) {
        "`{found}` can mean {one} or {other}: write which",
        "`{found}` kan betyda {one} eller {other}: skriv vilket"
    }
    begins_several(found, choices) {
        "`{found}` can be one of these: {choices}; write more of it, or its number",
        "`{found}` kan vara något av dessa: {choices}; skriv mer av det, eller dess nummer"
    }
    understood_as(labels) { "understood as: {labels}", "uppfattat som: {labels}" }
    choose_an_option(options) { "choose one of: {options}", "välj något av: {options}" }
    option_and_id(label, id) { "{label} ({id})", "{label} ({id})" }
    to_go_elsewhere() {
        "to look for a question instead, write / and a word",
        "för att i stället söka en fråga, skriv / och ett ord"
    }
    not_on_the_list(found) { "`{found}` is not on the list", "`{found}` finns inte på listan" }
    hidden_letters() {
        "this text holds hidden characters; write it without them",
        "texten innehåller dolda tecken; skriv den utan dem"
    }

    // comment and evidence
    comment_on(id) { "What do you want to add to {id}?", "Vad vill du tillägga om {id}?" }
    comment_partly() { "What is in place, and what is missing?", "Vad finns på plats, och vad saknas?" }
    reason_na() { "Why does this not apply?", "Varför är detta inte tillämpligt?" }
    comment_is(text) { "the comment now: {text}", "kommentaren nu: {text}" }
    evidence_for(id) { "Evidence for {id}: which document shows it?", "Underlag för {id}: vilket dokument visar det?" }
    evidence_label() { "Document", "Dokument" }
    another_document() {
        "another document, not yet on the list …",
        "ett annat dokument, som inte finns på listan än …"
    }
    document_title() { "What is the document called?", "Vad heter dokumentet?" }
    document_kind() { "What kind of document is it?", "Vilket slags dokument är det?" }
    document_other_kind() { "something else", "något annat" }
    document_issued() { "When was it issued?", "När utfärdades det?" }
    document_until() { "Until when is it valid, if it says so?", "Till och med när gäller det, om det framgår?" }
    title_is_too_long(most) {
        "That is longer than {most} characters: give what the document is called.",
        "Det är längre än {most} tecken: ange vad dokumentet heter."
    }
    document_place() { "In which file, by its name beside the answers?", "I vilken fil, med dess namn bredvid svaren?" }
    document_help() {
        "A document counts if it is dated, of a kind that the question asks for, and here: a file beside the answers. \
         It is entered once; later answers can choose it from the list.",
        "Ett dokument räknas om det är daterat, av ett slag som frågan ber om och finns här: en fil bredvid svaren. \
         Det skrivs in en gång; senare svar kan välja det från listan."
    }
    place_climbs(found) {
        "`{found}` leads out of the folder: give a path inside it",
        "`{found}` leder ut ur mappen: ange en sökväg i den"
    }
detach_it(title) { "“{title}” is attached. Take it off?", "”{title}” är bifogat. Ta bort det?" }

    was_put_aside(text) {
        "written here, and a comment in the file now, because it could not be read: {text}",
        "skrivet här, och nu en kommentar i filen, eftersom det inte gick att läsa: {text}"
    }

    // the documents
    documents_label() { "Which document?", "Vilket dokument?" }
    document_label() { "What do you want to say of it?", "Vad vill du säga om det?" }
    no_documents() { "No document is named.", "Inget dokument är angivet." }
    document_heading(state) { "Document, {state}", "Dokument, {state}" }
    document_issued_on(day) { "issued on {day}", "utfärdat {day}" }
    document_valid_until(day) { "valid until {day}", "gäller t.o.m. {day}" }
    cited_by(ids) { "cited for {ids}", "åberopas för {ids}" }
    cited_by_none() { "shown for no answer", "visas inte för något svar" }
    do_receive_at(place) { "We have received it: {place}", "Vi har fått det: {place}" }
    do_receive() {
        "We have received it and keep it elsewhere …",
        "Vi har fått det och förvarar det någon annanstans …"
    }
    do_prove() { "I have seen that it proves some answers …", "Jag har sett att det styrker vissa svar …" }
    do_refuse_paper() { "I have opened it, and it proves nothing …", "Jag har öppnat det, och det styrker inget …" }
    do_unreceive() { "We have not received it after all", "Vi har ändå inte fått det" }
    do_unrefuse() { "It is no longer refused", "Det är inte längre underkänt" }
    we_received(what) { "received: {what}", "mottaget: {what}" }
    kept_where() { "Where do we keep it?", "Var förvarar vi det?" }
    kept_help() {
        "A document that the vendor names proves something once we have it: beside the answers, or anywhere else, such \
         as on a file server, if our review says so. If the vendor changes its title, kind or date, it is another one.",
        "Ett dokument som leverantören anger styrker något när vi har fått det: bredvid svaren, eller på annan plats, \
         till exempel en filserver, om vår granskning säger det. Om leverantören ändrar titel, slag eller datum är det \
         ett annat dokument."
    }
    refuse_paper_help() {
        "It proves nothing from now on, under whatever name it comes back; the reason stands in the report.",
        "Det styrker inget från och med nu, vilket namn det än kommer tillbaka under; skälet står i rapporten."
    }
    proves_which() {
        "Which answers does it prove? Their numbers, or: all.",
        "Vilka svar styrker det? Deras nummer, eller: alla."
    }
    all_of_them() { "all", "alla" }
    do_correct() { "Correct what is said of it …", "Rätta uppgifterna om det …" }
    do_detach(id) { "Take it off {id}", "Ta bort det från {id}" }
    correct_help() {
        "Enter keeps what stands there now; - leaves it empty.",
        "Enter behåller det som står där nu; - lämnar det tomt."
    }

    // finding
    found_nothing(word) { "no question has “{word}” in it", "ingen fråga innehåller ”{word}”" }
    found_several(word) { "Questions with “{word}”:", "Frågor med ”{word}”:" }
    found_label() { "Go to", "Gå till" }
    is_not_asked(id) { "{id} is not asked here", "{id} ingår inte här" }

    // the end
    recording_done() { "That was the last question.", "Det var den sista frågan." }
    still_open(open, all) { "{open} of {all} are still open.", "{open} av {all} är fortfarande öppna." }
    nothing_open(all) { "All {all} are answered.", "Alla {all} är besvarade." }
    nothing_to_go_through() { "There is nothing to go through.", "Det finns inget att gå igenom." }
    go_to_open() { "go through the open ones", "gå igenom de öppna" }
    go_to_unsaid() {
        "go through what we have said nothing of yet",
        "gå igenom det som vi inte har sagt något om än"
    }
    leave_now() { "leave", "avsluta" }
    what_next() { "What next?", "Vad nu?" }
    not_an_assignment(found) {
        "`{found}` is no QUESTION=ANSWER, for example access.mfa=all",
        "`{found}` är inget FRÅGA=SVAR, till exempel access.mfa=all"
    }
    not_a_question(found, near) { "there is no question `{found}`{near}", "det finns ingen fråga `{found}`{near}" }
    did_you_mean(near) { "; did you mean `{near}`?", "; menade du `{near}`?" }
    assigned_twice(id) { "{id} is given twice", "{id} anges två gånger" }
    no_such_document(id) {
        "there is no document `{id}` under `evidence`",
        "det finns inget dokument `{id}` under `evidence`"
    }

    // our side
    reviewer_ask() { "Who reviews (your name or office)?", "Vem granskar (ditt namn eller din funktion)?" }
    reviewer_help() {
        "The name stands in the review and at the head of every report.",
        "Namnet står i granskningen och överst i varje rapport."
    }
    client_ask() { "For which company (yours, or your client)?", "För vilket företag (ert eller er uppdragsgivare)?" }
    client_help() {
        "Letters and annexes to contracts go out in its name. Enter leaves it open.",
        "Brev och bilagor till avtal går ut i dess namn. Enter lämnar det öppet."
    }
    stake_place(at, all) { "Inherent risk · {at} of {all}", "Inneboende risk · {at} av {all}" }
    stakes_label() { "What do you want to state or change?", "Vad vill du ange eller ändra?" }
    stake_unstated() { "(not stated)", "(inte angivet)" }
    stake_leave_open() { "leave it open", "lämna det öppet" }
    stake_help() {
        "What is at stake before any protection sets how much protection is needed; it is for us to say, not for the \
         vendor. The option with the most at stake decides. What is left open is not stated; it can be stated in our \
         review later, and until then the result is a range.",
        "Det som står på spel före allt skydd avgör hur mycket skydd som behövs; det säger vi, inte leverantören. Det \
         alternativ där mest står på spel avgör. Det som lämnas öppet är inte angivet; det kan anges i vår granskning \
         senare, och till dess blir resultatet ett intervall."
    }
    observation_place(category) { "{category}", "{category}" }
    vendor_says(answer) { "the vendor says: {answer}", "leverantören säger: {answer}" }
    vendor_adds(comment) { "and adds: {comment}", "och tillägger: {comment}" }
    it_counts(points, standing) { "assured: {points} ({standing})", "tillgodoräknat: {points} ({standing})" }
    holds_flag(title) { "red flag: {title}", "röd flagga: {title}" }
    do_verify() { "I have seen that this is so …", "Jag har sett att det stämmer …" }
    do_overrule() { "Another answer holds …", "Ett annat svar gäller …" }
    do_withdraw() { "It does not count until it is shown …", "Det räknas inte förrän det har visats …" }
    do_restore() { "Let the vendor's answer count again", "Låt leverantörens svar gälla igen" }
    is_their_answer() {
        "that is the vendor's own answer: say that you have seen it, or let it count again",
        "det är leverantörens eget svar: ange att du har sett att det stämmer, eller låt det gälla igen"
    }
    seen_when() { "When did you see it?", "När såg du det?" }
    do_note() { "Make a note, which overrules nothing …", "Gör en anteckning, som inte ändrar något …" }
    do_unnote() { "Take the note away", "Ta bort anteckningen" }
    do_unsee(title) { "It is no longer verified by “{title}”", "Det är inte längre verifierat av ”{title}”" }
    note_ask() { "What do you want to note?", "Vad vill du anteckna?" }
    note_help() {
        "A note stands in the review and in the full report. It changes no answer and no points.",
        "En anteckning står i granskningen och i den fullständiga rapporten. Den ändrar inget svar och inga poäng."
    }
    our_note() { "Our note", "Vår anteckning" }
    we_saw(what) { "verified by us: {what}", "verifierat av oss: {what}" }
    we_say(answer) { "we say: {answer}", "vi säger: {answer}" }
    we_withdrew() {
        "it does not count until it is shown, as we have said",
        "det räknas inte förrän det har visats, enligt oss"
    }
    we_accept_na() { "we accept that it does not apply", "vi godtar att det inte är tillämpligt" }
    we_refuse_na() { "we say that it does apply", "vi menar att det är tillämpligt" }
    do_accept_na() { "It does not apply, I accept that …", "Det är inte tillämpligt, jag godtar det …" }
    do_refuse_na() { "It does apply …", "Det är visst tillämpligt …" }
    observation_label() { "What have you found?", "Vad har du funnit?" }
    seen_ask() {
        "What did you see? Choose a document, or say it in your own words.",
        "Vad har du sett? Välj ett dokument eller skriv med egna ord."
    }
    seen_until() { "Until when does what you saw hold?", "Till och med när gäller det du har sett?" }
    seen_also(ids) {
        "The same document is cited by {ids}. Does it prove those answers, too?",
        "Samma dokument åberopas av {ids}. Styrker det även de svaren?"
    }
    overrule_ask_with(form) { "Which answer holds ({form})?", "Vilket svar gäller ({form})?" }
    na_is_not_ours() {
        "only the vendor can say that something is not applicable; we accept or refuse it",
        "bara leverantören kan säga att något inte är tillämpligt; vi godtar eller avvisar det"
    }
    because_ask() { "Why?", "Varför?" }
    because_help() {
        "The reason stands in the review and in the report.",
        "Skälet står i granskningen och i rapporten."
    }
    flag_place(state) { "Red flag, {state}", "Röd flagga, {state}" }
    flag_bound(level) {
        "The risk is at least {level} as long as this stands.",
        "Risken är lägst {level} så länge detta kvarstår."
    }
    flags_label() { "Which one do you want to look at?", "Vilken vill du titta på?" }
    no_flags_left() { "No red flag is raised, open or accepted.", "Ingen röd flagga är utlöst, öppen eller godtagen." }
    do_unwaive() { "Nobody accepts it any more", "Den är inte längre godtagen" }
    do_look_at(id) { "Look at the answer to {id} …", "Titta på svaret på {id} …" }
    flag_label() { "Do you accept this for a time?", "Godtar du detta en tid?" }
    do_waive() { "Yes, somebody accepts it until a date …", "Ja, någon godtar det till ett datum …" }
    waive_by() { "Who accepts it?", "Vem godtar det?" }
    waive_until() { "Until when (last day)?", "Till och med när?" }
    waive_help() {
        "An accepted exception is listed in the report, with who, why and until when; the score stays as it is.",
        "Ett godkänt undantag står i rapporten, med vem, varför och till när; poängen ändras inte."
    }
    decision_place() { "The decision", "Beslutet" }
    decision_now(risk) { "vendor risk now: {risk}", "leverantörsrisk nu: {risk}" }
    decided_so(outcome, by, day) { "decided: {outcome}, {by}, {day}", "beslutat: {outcome}, {by}, {day}" }
    decided_next(day) { "to be looked at again on {day}", "granskas igen {day}" }
    decided_on_older() {
        "The answers or the documents have changed since: this is no decision on them.",
        "Svaren eller dokumenten har ändrats sedan dess: det här är inget beslut om dem."
    }
    do_undecide() { "Withdraw the decision", "Återkalla beslutet" }
    duty_done_on(day, place) { "done on {day}: {place}", "gjort {day}: {place}" }
    do_undo_duty(duty) { "It was not done after all: {duty}", "Det är ändå inte gjort: {duty}" }
    decision_label() { "What has been decided?", "Vad har beslutats?" }
    decision_by() { "Who decided?", "Vem har beslutat?" }
    decision_on() { "When was it decided?", "När beslutades det?" }
    decision_because() { "Why? The reason stands in every report.", "Varför? Skälet står i varje rapport." }
    condition_ask() {
        "On which condition? Enter when there are no more.",
        "På vilket villkor? Enter när det inte finns fler."
    }
    condition_owner_ask() { "Who sees to it?", "Vem ser till det?" }
    condition_due_ask() { "By when (last day)?", "Senast när (sista dag)?" }
    condition_about_ask() {
        "Which questions is it about, by their ids with commas between them?",
        "Vilka frågor gäller det, med deras id och komma emellan?"
    }
    condition_now_ask() { "What is the condition?", "Vad är villkoret?" }
    condition_change_help() {
        "Enter keeps what stands there; - takes it away.",
        "Enter behåller det som står där; - tar bort det."
    }
    condition_met_ask() { "When was it met?", "När uppfylldes det?" }
    condition_help() {
        "Conditions stand in every report and in the letter to the vendor, with who, by when and whether they are met.",
        "Villkoren står i varje rapport och i brevet till leverantören, med vem, senast när och om de är uppfyllda."
    }
    do_meet(what) { "Met: {what} …", "Uppfyllt: {what} …" }
    do_unmeet(what) { "Not met after all: {what}", "Ändå inte uppfyllt: {what}" }
    do_change_condition(what) { "Change: {what} …", "Ändra: {what} …" }
    do_drop_condition(what) { "No longer a condition: {what}", "Inte längre ett villkor: {what}" }
    decision_next() { "When to look again?", "När ska det granskas igen?" }
    decision_help() {
        "The decision is yours, not duly's. It stands in every report with who decided and when.",
        "Beslutet är ert, inte dulys. Det står i varje rapport med vem som beslutade och när."
    }
    review_done() { "That was the last of what holds the rating.", "Det var det sista av det som styr bedömningen." }
    yes() { "yes", "ja" }
    no() { "no", "nej" }
}
