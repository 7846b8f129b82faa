//! The fixed phrases of comparisons.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    comparison_title(a, b) { "{a} and {b} side by side", "{a} och {b} sida vid sida" }
    change_title(vendor, from, to) { "{vendor}: {from} to {to}", "{vendor}: {from} till {to}" }
    several_title(count) { "{count} vendors side by side", "{count} leverantörer sida vid sida" }
    same_file(file) {
        "{file} is compared with itself: nothing can differ",
        "{file} jämförs med sig själv: inget kan skilja"
    }

    one_registration(a, b, registration) {
        "{a} and {b} have the same registration, {registration}: one vendor under two names",
        "{a} och {b} har samma organisationsnummer, {registration}: en leverantör under två namn"
    }
    namesakes(name) {
        "two vendors are called {name}: their registrations differ",
        "två leverantörer heter {name}: deras organisationsnummer skiljer sig"
    }
    look_alikes(a, b) {
        "{a} and {b} look alike and are not the same name: make sure which is meant",
        "{a} och {b} ser lika ut men är inte samma namn: kontrollera vilken som avses"
    }
    newer_was_first() {
        "the newer answers were named first; the change is told from the older ones to them",
        "de nyare svaren angavs först; förändringen berättas från de äldre till dem"
    }

    // the verdicts
    verdicts() { "The verdicts", "Bedömningarna" }
    vendor_risk_row() { "Vendor risk", "Leverantörsrisk" }
    not_rated_cell(range) { "not yet rated: {range}", "ännu ej bedömd: {range}" }
    if_papers_fail_row() { "If the documents do not hold", "Om dokumenten inte håller" }
    if_proved_row() { "If every claim is verified", "Om svaren styrks" }
    known_row() { "Known so far", "Känt hittills" }
    raised_row() { "Red flags raised", "Röda flaggor utlösta" }
    open_flags_row() { "Red flags not yet ruled out", "Röda flaggor som inte kan uteslutas än" }
    open_questions_row() { "Open questions", "Öppna frågor" }
    because_row() { "Because", "Eftersom" }
    review_row() { "Our review", "Vår granskning" }
    not_reviewed() { "none: nothing is verified", "ingen: inget är verifierat" }
    decision_row() { "Decision", "Beslut" }

    // who ranks first
    first_by_flag(name, other) {
        "{name} ranks first: a red flag stands against {other}.",
        "{name} rankas först: en röd flagga talar mot {other}."
    }
    first_by_rating(name, better, worse) {
        "{name} ranks first: its vendor risk is {better}, the other's {worse}.",
        "{name} rankas först: leverantörsrisken är {better}, den andras {worse}."
    }
    first_at_worst(name, better, worse) {
        "{name} ranks first: at worst its vendor risk is {better}, the other's {worse}.",
        "{name} rankas först: i värsta fall är leverantörsrisken {better}, den andras {worse}."
    }
    first_by_counted(name, points) {
        "{name} ranks first: the vendor risk is the same, and {points} more points are assured.",
        "{name} rankas först: leverantörsrisken är densamma, och {points} fler poäng är tillgodoräknade."
    }
    first_by_counted_at_worst(name, points) {
        "{name} ranks first: at worst the vendor risk is the same, and {points} more points are assured.",
        "{name} rankas först: i värsta fall är leverantörsrisken densamma, och {points} fler poäng är tillgodoräknade."
    }
    first_by_claimed(name) {
        "{name} ranks first: risk and assured points are the same, and it claims more.",
        "{name} rankas först: risk och tillgodoräknade poäng är desamma, och den uppger mer."
    }
    nobody_first() {
        "Neither ranks first: risk and points are the same.",
        "Ingen rankas först: risk och poäng är desamma."
    }

    // how sure that is
    how_sure() { "How sure that is", "Hur säkert det är" }
    scope_decides(leader, other, points) {
        "{leader} has the higher score only because of what was not asked of it: on the same questions {other} is \
         ahead by {points}.",
        "{leader} har det högre poängtalet enbart för att vissa frågor inte ställdes: på samma frågor leder {other} \
         med {points}."
    }
    na_decides(leader, other, points) {
        "{leader} has the higher score only because of what is said not to apply: on the questions that count for both \
         {other} is ahead by {points}.",
        "{leader} har det högre poängtalet enbart genom det som uppges inte vara tillämpligt: på de frågor som räknas \
         för båda leder {other} med {points}."
    }
    scope_and_na_decide(leader, other, points) {
        "{leader} has the higher score only because of what was not asked of it, or is said not to apply: on the \
         questions that count for both {other} is ahead by {points}.",
        "{leader} har det högre poängtalet enbart för att vissa frågor inte ställdes, eller genom det som uppges inte \
         vara tillämpligt: på de frågor som räknas för båda leder {other} med {points}."
    }
    flag_against_score(leader, other) {
        "{leader} has the higher score, but ranks behind {other}: a higher score does not outweigh a worse risk.",
        "{leader} har det högre poängtalet men rankas efter {other}: ett högre poängtal uppväger inte en sämre risk."
    }
    order_is_preliminary(name) {
        "{name} is not yet rated: too little is known of it, so the order is preliminary.",
        "{name} är ännu ej bedömd: för lite är känt, så ordningen är preliminär."
    }
    comparison_basis(tool) {
        "Made with {tool}. The answers indicate this; not legal advice, not a data protection impact assessment. \
         Weights, limits and tables are policy: judgement, not science.",
        "Skapat med {tool}. Svaren tyder på detta; varken juridisk rådgivning eller konsekvensbedömning. Vikter, \
         gränser och tabeller är policy: omdöme, inte vetenskap."
    }
    same_questions(points, name) {
        "On the same questions {name} is ahead by {points}.",
        "På samma frågor leder {name} med {points}."
    }
    same_questions_tie() { "On the same questions they are level.", "På samma frågor är de lika." }
    ahead_whatever(name) {
        "{name} is ahead on the same questions, whatever the open questions bring.",
        "{name} leder på samma frågor oavsett vad de öppna frågorna ger."
    }
    could_turn(count) {
        "The open questions could still turn it ({count}), largest first:",
        "De öppna frågorna kan fortfarande vända det ({count}), störst först:"
    }
    open_line(name, share) { "open for {name}, weighs {share}", "öppen för {name}, väger {share}" }
    alone_could_turn() { "this one alone could turn the order", "ensam kan den vända ordningen" }
    no_weighting_turns() {
        "No weighting of the categories changes the order: one is at least as good in each.",
        "Ingen viktning av kategorierna ändrar ordningen: den ena är minst lika bra i var och en."
    }
    weights_may_move(percent) {
        "Every category weight may move by up to {percent} %, in any direction, before the order turns.",
        "Varje kategorivikt får ändras med upp till {percent} %, åt vilket håll som helst, innan ordningen vänder."
    }
    claim_tie(credit, now) {
        "They would tie if a claim only counted {credit} % instead of {now} %.",
        "De skulle vara lika om obestyrkta svar räknades till {credit} % i stället för {now} %."
    }

    // the categories
    difference() { "Difference", "Skillnad" }
    ahead_column() { "Ahead", "Leder" }
    by_category() { "By category, on the same questions", "Per kategori, på samma frågor" }
    facing_title() { "Assured by category, side by side", "Tillgodoräknat per kategori, sida vid sida" }
    waterfall_title(a, b) { "From {b} to {a}, category by category", "Från {b} till {a}, kategori för kategori" }
    both_radar_title() { "Assured over the categories", "Tillgodoräknat över kategorierna" }
    facing_axis(name, a, b) { "{name}: {a} and {b}", "{name}: {a} och {b}" }
    common_weight(percent) {
        "What counts for both is {percent} % of the weight.",
        "Det som räknas för båda är {percent} % av vikten."
    }
    scope_effects(a, x, b, y) {
        "Effect of different questions: {a} {x}, {b} {y}.",
        "Effekt av att frågorna inte är desamma: {a} {x}, {b} {y}."
    }

    na_effects(a, x, b, y) {
        "Effect of what is said not to apply: {a} {x}, {b} {y}.",
        "Effekt av det som uppges inte vara tillämpligt: {a} {x}, {b} {y}."
    }
    scope_and_na_effects(a, x, b, y) {
        "Effect of different questions, and of what is said not to apply: {a} {x}, {b} {y}.",
        "Effekt av att frågorna inte är desamma, och av det som uppges inte vara tillämpligt: {a} {x}, {b} {y}."
    }
    na_not_compared(count) {
        "Not compared, because said not to apply ({count}):",
        "Jämförs inte, eftersom det uppges inte vara tillämpligt ({count}):"
    }

    // what decides
    what_decides() { "What decides it", "Vad som avgör" }
    moves() { "Moves", "Flyttar" }
    differs_by() { "Differs by", "Skiljer genom" }
    by_answer() { "the answer", "svaret" }
    by_assurance() { "only the evidence", "endast underlaget" }
    by_both() { "answer and evidence", "svar och underlag" }
    by_open() { "still open", "fortfarande öppet" }
    nothing_differs() {
        "Nothing differs on the questions that count for both.",
        "Inget skiljer på de frågor som räknas för båda."
    }

    // where nothing is scored
    unscored() {
        "Nothing counts here: no question is scored, so nobody is ahead. Red flags and answers follow, \
         without an order.",
        "Inget räknas här: ingen fråga ger poäng, så ingen leder. Röda flaggor och svar följer, utan inbördes ordning."
    }
    unscored_over_time() {
        "Nothing counts here: no question is scored, so there is no rating that could have changed.",
        "Inget räknas här: ingen fråga ger poäng, så det finns ingen bedömning som kan ha ändrats."
    }
    answers_differ() { "Answers that differ", "Svar som skiljer sig" }
    not_alike(count, all) {
        "Not the same for all: {count} of {all}",
        "Inte lika för alla: {count} av {all}"
    }
    answered_alike(count) { "answered the same: {count}", "lika besvarade: {count}" }
    open_for_all(count) { "open for all: {count}", "öppna för alla: {count}" }
    asked_of_nobody(count) { "not asked here: {count}", "ingår inte här: {count}" }

    // flags, evidence
    flag() { "Flag", "Flagga" }
    no_flags_either() { "No flag is raised or open for either.", "Ingen flagga är utlöst eller öppen för någondera." }
    asked_and_how(asked, change) { "{asked} ({change})", "{asked} ({change})" }
    flag_not_asked_then() { "not asked then", "frågades inte då" }
    flag_not_asked_now() { "not asked any more", "frågas inte längre" }
    flag_absent() { "–", "–" }
    evidence_differs() { "Evidence that one has and the other lacks", "Underlag som den ena har och den andra saknar" }
    standings_line(id, name, has, other, lacks) {
        "{id}: {name}: {has}; {other}: {lacks}",
        "{id}: {name}: {has}; {other}: {lacks}"
    }

    // overtaking
    to_overtake(name) { "What {name} must do to overtake", "Vad {name} måste göra för att gå om" }
    clear_flags_first(count) {
        "First clear the red flags that keep its risk up ({count}):",
        "Undanröj först de röda flaggor som håller risken uppe ({count}):"
    }
    then_remediation(count) { "Then fix and prove ({count}):", "Åtgärda och styrk sedan ({count}):" }
    remediation_only(count) { "Fix and prove ({count}):", "Åtgärda och styrk ({count}):" }
    assurance_would_do(count) {
        "Evidence alone would do (answers to prove as they are: {count}).",
        "Enbart underlag räcker (svar att styrka som de är: {count})."
    }
    assurance_would_not_do() { "Evidence alone would not do.", "Enbart underlag räcker inte." }
    cannot_overtake() {
        "No remediation brings its score above the other's.",
        "Inga åtgärder för dess poängtal över den andras."
    }

    // weights
    weights_section() { "How the weights affect the order", "Så påverkar vikterna ordningen" }
    share_now() { "Share now", "Andel nu" }
    share_at_tie() { "Share at a tie", "Andel vid lika" }
    acceptable(name, percent) {
        "{name} leads under {percent} % of all weightings of the categories.",
        "{name} leder vid {percent} % av alla viktningar av kategorierna."
    }
    acceptable_order(name, percent) {
        "If only the order of the weights is agreed on, {name} leads under {percent} % of them.",
        "Om bara vikternas ordning ligger fast leder {name} vid {percent} % av dem."
    }
    dominates_questions(name) {
        "{name} is at least as good in every question.",
        "{name} är minst lika bra i varje fråga."
    }

    // questionnaires that differ
    questionnaires_differ() { "Not the same questions", "Inte samma frågor" }
    only_asked(name, count) { "Asked of {name} only ({count}):", "Frågades bara {name} ({count}):" }
    changed_questions(count) {
        "Asked in other words or valued otherwise, so not compared ({count}):",
        "Frågades med andra ord eller värderas annorlunda, jämförs därför inte ({count}):"
    }
    first_weights_count() {
        "The questions weigh differently; the first questionnaire's weights count.",
        "Frågorna väger olika; det första formulärets vikter räknas."
    }

    // every question
    every_question() { "Every question side by side", "Varje fråga sida vid sida" }
    comment_by(name) { "Comment, {name}", "Kommentar, {name}" }

    // a change over time
    what_changed() { "What changed", "Vad som ändrats" }
    change_better() { "Better", "Bättre" }
    change_worse() { "Worse", "Sämre" }
    change_answered() { "Newly answered", "Nu besvarat" }
    change_withdrawn() { "Withdrawn", "Återtaget" }
    change_scope() {
        "No longer counted, newly counted, or counted in part",
        "Räknas inte längre, räknas först nu eller räknas delvis"
    }
    change_still_open() { "Still open, otherwise than before", "Fortfarande öppet, på annat sätt än förut" }
    change_renewed() { "Evidence renewed", "Underlag förnyat" }
    change_lapsed() { "Evidence expired", "Underlag har gått ut" }
    change_removed() { "Evidence removed", "Underlag borttaget" }
    change_reworded() { "Re-worded, same answer", "Omformulerat, samma svar" }
    waivers_lapsed() { "Accepted exceptions that have lapsed", "Godkända undantag som löpt ut" }
    before() { "Before", "Före" }
    after() { "After", "Efter" }
    comment_change() { "Comment", "Kommentar" }
    better_since() { "Better", "Bättre" }
    worse_since() { "Worse", "Sämre" }
    as_before() { "As before", "Som förut" }
    since_then(how, points, was, is) {
        "{how}: {points} assured points on the same questions; vendor risk {was} then, {is} now.",
        "{how}: {points} tillgodoräknade poäng på samma frågor; leverantörsrisk {was} då, {is} nu."
    }
    flags_changed() { "Red flags that changed", "Röda flaggor som ändrats" }
    redated(count, titles) {
        "documents that are the same files as before under newer dates ({count}): {titles}; nothing in them is newer",
        "dokument som är samma filer som förut med nyare datum ({count}): {titles}; inget i dem är nyare"
    }
    expired_since(day, count) {
        "answers whose evidence was current on {day} and has expired since: {count}; what that moves is the work of \
         time, not of new answers",
        "svar vars underlag gällde {day} och har gått ut sedan dess: {count}; det som ändras av det har tiden gjort, \
         inte nya svar"
    }
    newer_document(standing) { "{standing}, by a newer document", "{standing}, genom ett nyare dokument" }
    too_much_to_compare(words) {
        " (more than {words} words in a row differ, and are not compared word by word)",
        " (fler än {words} ord i följd skiljer sig och jämförs inte ord för ord)"
    }
    nothing_changed() { "Nothing changed.", "Inget har ändrats." }
    from_to(from, to) { "{from} → {to}", "{from} → {to}" }

    // several
    ranking() { "Ranking", "Rangordning" }
    rank() { "Rank", "Plats" }
    pair_matrix() { "Each against each, on the same questions", "Var och en mot var och en, på samma frågor" }
    pair_matrix_reads() {
        "Points by which the row is ahead of the column; ! where open questions could still turn it.",
        "Poäng som raden leder över kolumnen med; ! där öppna frågor kan vända det."
    }
    only_one_meets(count) { "Met by one only ({count})", "Uppfylls bara av en ({count})" }
    only_meets(id, name) { "{id}: only {name}", "{id}: bara {name}" }
    key_answers() { "Where they differ most", "Där de skiljer mest" }
}

impl Lang {
    /// Two vendors that a reader may take for each other by their names, which are one or look alike, each with its
    /// file.
    pub fn may_be_mistaken(self, are_namesakes: bool, [one, two]: [Clean; 2], [first, other]: [Clean; 2]) -> Clean {
        if are_namesakes {
            return self.namesakes(one.and(" (").and(first).and(", ").and(other).and(")"));
        }
        self.look_alikes(one.and(" (").and(first).and(")"), two.and(" (").and(other).and(")"))
    }
}
