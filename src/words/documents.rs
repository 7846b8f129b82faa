//! The fixed phrases of documents that people keep: reports, pages for a board.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // the head
    report_title(vendor) { "Risk report: {vendor}", "Riskrapport: {vendor}" }
    vendor() { "Vendor", "Leverantör" }
    service() { "Service", "Tjänst" }
    questionnaire() { "Questionnaire", "Frågeformulär" }
    judged_as_of() { "Judged as of", "Bedömt per" }
    client() { "Client", "Uppdragsgivare" }
    prepared_by() { "Prepared by", "Upprättat av" }
    rules() { "Our rules", "Våra regler" }
    contents() { "Contents", "Innehåll" }

    // the verdict
    verdict() { "Verdict", "Bedömning" }
    why() { "Why", "Varför" }
    way_forward() { "What would lower the rating", "Det här sänker risken" }
    vendor_risk_explained() {
        "The vendor risk is the risk that remains (residual risk). It is the worst of a range: what is open, and flags \
         that are still open, count against the vendor.",
        "Leverantörsrisken är den kvarstående risken. Den är det sämsta i ett intervall: det som är öppet, och flaggor \
         som är öppna än, räknas till leverantörens nackdel."
    }
    outcome() { "Decision", "Beslut" }
    decided_by() { "Decided by", "Beslutat av" }
    reviewed_next() { "Next review", "Nästa granskning" }
    conditions() { "Conditions", "Villkor" }
    no_decision() { "No decision is on file.", "Inget beslut är registrerat." }

    // the scores
    scores() { "The three scores", "De tre poängtalen" }
    score() { "Score", "Poängtal" }
    points_of_a_hundred(top) { "Of {top}", "Av {top}" }
    what_it_says() { "What it says", "Betydelse" }
    counted_says() {
        "what the answers are worth by how well they are evidenced; the verdict rests on it",
        "vad svaren är värda med hänsyn till hur väl de är styrkta; bedömningen vilar på detta"
    }
    claimed_says() {
        "as the vendor says, or as we have corrected it: the same if every claim is verified",
        "enligt leverantören, eller som vi har rättat det: detsamma om alla svar vore styrkta"
    }
    at_most_says() {
        "as claimed, if the open questions are answered well too",
        "som uppgivet, om dessutom de öppna frågorna får bra svar"
    }
    counted_splits(parts) { "What is assured rests on: {parts}.", "Det tillgodoräknade vilar på: {parts}." }

    // the categories
    categories() { "Categories", "Kategorier" }
    where_the_points_went() { "Where the points went", "Vart poängen tog vägen" }
    assurance_missing() { "evidence missing", "underlag saknas" }
    protection_missing() { "control missing", "skydd saknas" }
    not_known_yet() { "not known yet", "ännu oklart" }
    radar_title() { "Assured against claimed", "Tillgodoräknat mot uppgivet" }
    radar_axis(name, counted, claimed) {
        "{name}: assured {counted}, claimed {claimed}",
        "{name}: tillgodoräknat {counted}, uppgivet {claimed}"
    }
    how_well_met(group) { "{group}: how well each is met", "{group}: hur väl varje kategori uppfylls" }
    how_well_it_is_met(group) { "{group}: how well it is met", "{group}: hur väl kraven uppfylls" }
    group_reaches(counted, claimed) {
        "Together they reach {counted} assured points; {claimed} if every claim is verified.",
        "Tillsammans når de {counted} tillgodoräknade poäng; {claimed} om alla svar vore styrkta."
    }
    category_reaches(counted, claimed, weight) {
        "Assured {counted}, claimed {claimed}; {weight} % of the whole.",
        "Tillgodoräknat {counted}, uppgivet {claimed}; {weight} % av helheten."
    }
    not_known_means(coverage) {
        "Not known: less than {coverage} % of the category is answered. A flag that looks at several categories is \
         counted in each.",
        "Ännu oklart: mindre än {coverage} % av kategorin är besvarad. En flagga som berör flera kategorier räknas i \
         var och en."
    }
    protection_is(band, points) {
        "protection as evidenced {band}, {points} assured",
        "styrkt skydd: {band}, {points} tillgodoräknade"
    }
    does_not_count() { "does not count here", "räknas inte här" }
    answers() { "Answers", "Svar" }
    answers_by_quality(good, weak, open, out) {
        "as they stand: sufficient {good}, insufficient {weak}, open {open}, not counted {out}",
        "som de lyder: tillräckliga {good}, otillräckliga {weak}, öppna {open}, räknas inte {out}"
    }
    lacks_most() { "Lacks most", "Saknar mest" }

    // the red flags
    flags_explained() {
        "Red flags are answers so bad that no average may hide them. They put a lower bound on the vendor risk and \
         never touch the points.",
        "Röda flaggor är svar som är så dåliga att inget genomsnitt får dölja dem. De sätter en nedre gräns för \
         leverantörsrisken och påverkar aldrig poängen."
    }
    rests_on() { "Rests on", "Grund" }
    duty_in_law() { "a duty in law", "en skyldighet enligt lag" }
    judgement_of_risk() { "a judgement of risk", "en riskbedömning" }
    bounds() { "Bound", "Gräns" }
    at_least_rating(level) { "vendor risk at least {level}", "leverantörsrisk lägst {level}" }
    what_to_require() { "What to require", "Krav" }
    accepted_exception() { "Accepted exception", "Godkänt undantag" }
    word_verified_before() { "an earlier answer verified by us", "ett tidigare svar verifierat av oss" }
    verified_before() { "What we verified before", "Det vi verifierat tidigare" }
    word_ours_unverified() { "our answer, not verified", "vårt svar, ej verifierat" }
    minimums_reached() { "Categories that reach their minimum", "Kategorier som klarar sitt minimikrav" }
    minimum_reached(category, score, minimum) {
        "{category} ({score}, at least {minimum})",
        "{category} ({score}, minst {minimum})"
    }

    our_own_minimum() { "our own minimum", "vårt eget minimikrav" }
    bound_after(until, level) {
        "none until {until}; after that vendor risk at least {level}",
        "ingen t.o.m. {until}; därefter leverantörsrisk lägst {level}"
    }
    exception_ended(until, by, because) {
        "ended {until} (by {by}: {because})",
        "upphörde {until} (av {by}: {because})"
    }

    // the plan
    plan_points(documented) {
        "Points when it is done, evidenced and verified by us; a document that we have not verified counts \
         {documented} %.",
        "Poäng när det är gjort, styrkt och verifierat av oss; ett dokument som vi inte har verifierat räknas till \
         {documented} %."
    }
    plan_better() { "Good already, could be better", "Bra redan, kan bli bättre" }
    plan() { "Remediation plan", "Åtgärdsplan" }
    plan_explained() {
        "What keeps the risk up comes first; then what would gain most points.",
        "Först det som håller risken uppe; sedan det som skulle ge mest poäng."
    }
    holds_the_rating() { "What keeps the risk up", "Det som håller risken uppe" }
    plan_rest() { "After that", "Därefter" }
    plan_all() { "Largest gain first", "Störst vinst först" }
    question() { "Question", "Fråga" }
    gives() { "Would gain", "Skulle ge" }
    what_is_lacking() { "What is lacking", "Vad som brister" }

    // the evidence
    no_evidence() {
        "The vendor cites no document, and we have verified nothing.",
        "Leverantören hänvisar inte till något dokument, och vi har inte verifierat något."
    }
    register_explained() {
        "Every document once. Titles and places are the vendor's words; a file is counted and hashed, never \
         interpreted: whether it says what it is cited for, only a reader can tell.",
        "Varje dokument en gång. Titlar och platser är leverantörens ord; en fil räknas och får en kontrollsumma men \
         tolkas aldrig: om den säger det som den åberopas för kan bara en läsare avgöra."
    }
    document() { "Document", "Dokument" }
    supports() { "Supports", "Styrker" }
    issued() { "Issued", "Utfärdat" }
    valid_until() { "Valid until", "Gäller t.o.m." }
    state_today() { "State", "Läge" }
    current() { "current", "aktuellt" }
    expires_soon() { "expires within 90 days", "går ut inom 90 dagar" }
    expired() { "expired", "har gått ut" }
    dated_later() {
        "dated after the day of the judgement, proves nothing yet",
        "daterat efter bedömningsdagen, styrker inget än"
    }
    no_place_given() { "no place given, proves nothing", "var det finns är inte angivet, styrker inget" }
    no_date_given() { "undated, proves nothing", "odaterat, styrker inget" }
    refused_because(why) { "refused: {why}", "avvisat: {why}" }
    received_by_us(how) { "received by us: {how}", "mottaget av oss: {how}" }
    papers_here() { "Documents here", "Dokument här" }
    papers_counted(count) {
        "{count}, each file once, with its fingerprint",
        "{count}, varje fil en gång, med sin kontrollsumma"
    }
    not_here() { "not received, proves nothing", "ej mottaget, styrker inget" }
    refused_by_us() { "refused by us, proves nothing", "avvisat av oss, styrker inget" }
    in_disguise() {
        "the same file is also given as another document, proves nothing",
        "samma fil anges också som ett annat dokument, styrker inget"
    }
    of_other_kind() {
        "other kind of evidence than is asked for, proves nothing",
        "annat slags underlag än det efterfrågade, styrker inget"
    }
    of_no_kind() { "its kind is missing, proves nothing", "dess slag saknas, styrker inget" }
    answer_contradicted() {
        "the answer contradicts another one, not proved",
        "svaret motsäger ett annat, styrks inte"
    }
    answer_is_verified() { "the answer is verified by us", "svaret är verifierat av oss" }
    our_limit(day) { "{day} (our limit)", "{day} (vår gräns)" }
    no_end_date() { "no end date", "utan slutdatum" }
    other_answer_seen() {
        "seen for another answer than the one given now, proves nothing",
        "granskat för ett annat svar än det som nu ges, styrker inget"
    }
    seen_by(reviewer) { "seen by us: {reviewer}", "granskat av oss: {reviewer}" }
    cited_nowhere() { "not cited by any answer", "inget svar hänvisar till det" }
    what_to_ask_for() { "What to ask for", "Att begära" }
    word_only_sum(answers, points) {
        "Answers that are claims only: {answers}; evidence for them would gain {points}. This list is part of the \
         plan, not on top of it.",
        "Obestyrkta svar: {answers}; underlag för dem skulle ge {points} poäng. Listan ingår i åtgärdsplanen."
    }
    any_assurance() {
        "Any document that evidences the answer, dated, as a file",
        "Ett dokument som styrker svaret, med datum, som fil"
    }
    to_check() { "What to verify ourselves", "Att verifiera för egen del" }
    to_check_explained() {
        "These documents are current and not verified; verified by us, they count in full.",
        "Dessa dokument är aktuella men ej verifierade; när vi har verifierat dem räknas de fullt ut."
    }
    proves() { "Proves", "Styrker" }

    // open questions
    open_questions() { "Open questions for the vendor", "Öppna frågor till leverantören" }
    awaits_approval() { "What awaits our approval", "Vad som väntar på vårt godkännande" }
    awaits_approval_explained() {
        "The vendor says, with a reason, that these questions do not apply. Until our review accepts that, or an \
         answer takes its place, they count as not known: in whole, or in the part that is beyond our limit.",
        "Leverantören anger, med skäl, att dessa frågor inte är tillämpliga. Tills vår granskning godtar det, eller \
         ett svar kommer i stället, räknas de som oklara: helt, eller till den del som är över vår gräns."
    }
    no_reason_given() { "no reason given", "inget skäl angivet" }
    not_applicable_because() { "Not applicable, because", "Ej tillämpligt, eftersom" }
    to_bear_in_mind() { "To bear in mind", "Att tänka på" }
    to_attach() { "To attach", "Att bifoga" }
    depends_on() { "Asked only after", "Ställs först efter" }

    // what is at stake
    inherent_risk() { "Inherent risk (what is at stake)", "Inneboende risk (vad som står på spel)" }
    stake_in_all(tier) {
        "The inherent risk, what is at stake before any protection, is {tier}; the highest factor decides.",
        "Den inneboende risken, alltså vad som står på spel före allt skydd, är {tier}; den högsta faktorn avgör."
    }
    factor() { "Factor", "Faktor" }
    our_answer() { "Our answer", "Vårt svar" }
    matrix_title() { "The residual risk", "Den kvarstående risken" }
    protection_that_counts() { "Protection as evidenced", "Styrkt skydd" }
    this_vendor() { "here", "här" }
    at_worst() { "worst", "sämst" }
    at_best() { "best", "bäst" }
    matrix_reads(stake, protection, rating) {
        "The inherent risk is {stake} and the protection as evidenced is {protection}: at worst {rating}.",
        "Den inneboende risken är {stake} och det styrkta skyddet är {protection}: i sämsta fall {rating}."
    }
    matrix_reads_so_far(stake, protection, rating) {
        "The inherent risk is {stake}; as it stands, the protection as evidenced is {protection}: at worst {rating}.",
        "Den inneboende risken är {stake}; som det nu står är det styrkta skyddet {protection}: i sämsta fall \
         {rating}."
    }
    matrix_best_little(rating) {
        "If the open questions are answered well and the inherent risk is at its lowest: {rating}.",
        "Om de öppna frågorna får bra svar och den inneboende risken är den lägsta möjliga: {rating}."
    }
    matrix_best(rating) {
        "If the open questions are answered well: {rating}.",
        "Om de öppna frågorna får bra svar: {rating}."
    }
    flags_raise_it(rating) { "Red flags raise it to {rating}.", "Röda flaggor höjer den till {rating}." }

    // what was not counted
    left_out_explained(sums) {
        "Share of the questionnaire's weight in brackets: {sums}.",
        "Andel av formulärets vikt inom parentes: {sums}."
    }
    what_it_is() { "Status", "Status" }
    reason() { "Reason", "Skäl" }
    kept_in_part() {
        "beyond the limit for not applicable: a part stays not known",
        "över gränsen för ej tillämpligt: en del förblir oklar"
    }
    counts_nothing() { "asked for information, not scored", "ställs för kännedom, ger inga poäng" }

    // all answers
    all_answers() { "All answers", "Alla svar" }
    answer() { "Answer", "Svar" }
    vendor_answered() { "The vendor answered", "Leverantören svarade" }
    answered_by() { "Answered by", "Besvarad av" }
    proposed_answer() { "Proposed", "Förslag" }
    proposed_from(what, from) {
        "{what} (from {from}; not confirmed, so it counts for nothing)",
        "{what} (från {from}; inte bekräftat, så det räknas inte)"
    }
    comment_of_vendor() { "Comment", "Kommentar" }
    our_reason() { "Our reason", "Vårt skäl" }
    seen_by_us() { "seen by us", "sett av oss" }
    this_counts() { "this counts", "detta räknas" }
    refers_to() { "References", "Hänvisningar" }

    // the method
    method() { "Method", "Metod" }
    method_shares(critical, high, medium, low, info) {
        "Every question is worth a fixed share of 100 points, by its importance (critical {critical}, high {high}, \
         medium {medium}, low {low}, information {info}) or its own weight, and by the weight of its category.",
        "Varje fråga är värd en fast andel av 100 poäng, efter sin betydelse (kritisk {critical}, hög {high}, medelhög \
         {medium}, låg {low}, för kännedom {info}) eller egen vikt, och efter kategorins vikt."
    }
    method_parts() {
        "Each share splits exactly into four parts: assured, evidence missing, control missing, not known yet. The \
         points of the questions add up to the score.",
        "Varje andel delas exakt i fyra delar: tillgodoräknat, underlag saknas, skydd saknas, ännu oklart. Frågornas \
         poäng blir tillsammans poängtalet."
    }
    method_assurance(claimed, documented, verified, expired) {
        "A good answer counts by its evidence: claim only {claimed} %, documented and not verified {documented} %, \
         verified by us {verified} %, evidence expired {expired} %. A document counts if it is dated, received and of \
         a kind that is asked for; it ends with its own last day or with the months of its kind, whichever comes \
         first.",
        "Ett bra svar räknas efter sitt underlag: obestyrkt {claimed} %, dokumenterat men ej verifierat {documented} \
         %, verifierat av oss {verified} %, utgånget underlag {expired} %. Ett dokument räknas om det är daterat, \
         mottaget och av ett slag som efterfrågas; det upphör med sin egen sista dag eller med månaderna för sitt \
         slag, beroende på vad som kommer först."
    }
    method_unknown() {
        "What is not answered is not known. It counts nothing and widens the range; it never helps.",
        "Det som inte är besvarat är oklart. Det räknas inte och vidgar intervallet; det hjälper aldrig."
    }
    method_na(cap) {
        "Not applicable needs a reason and may leave out at most {cap} % of a category without our acceptance; the \
         rest stays not known.",
        "Ej tillämpligt kräver ett skäl och får utan vårt godtagande undanta högst {cap} % av en kategori; resten \
         förblir oklart."
    }
    method_bands(strong, adequate, weak) {
        "Protection as evidenced is strong from {strong} assured points, adequate from {adequate}, weak from {weak}, \
         else poor.",
        "Det styrkta skyddet är starkt från {strong} tillgodoräknade poäng, godtagbart från {adequate}, svagt från \
         {weak}, annars bristfälligt."
    }
    method_stake() {
        "The inherent risk is for our review to say; the highest factor decides, and a missing one makes it a range.",
        "Den inneboende risken anger vår granskning; den högsta faktorn avgör, och saknas en faktor blir det ett \
         intervall."
    }
    method_flags() {
        "The table below gives the residual risk; a red flag that is raised or still open puts a lower bound on it, \
         unless somebody accepts it for a time.",
        "Tabellen nedan ger den kvarstående risken; en röd flagga som är utlöst eller öppen än sätter en nedre gräns, \
         om den inte är tidsbegränsat godtagen."
    }
    method_range(coverage) {
        "The headline is the worst of the range. If less than {coverage} % of the weight is known, there is no rating.",
        "Rubriken är det sämsta i intervallet. Är mindre än {coverage} % av vikten känd görs ingen bedömning."
    }
    method_exact() {
        "Numbers are exact and cut, not rounded, when shown. Weights, limits and tables are our policy: judgement, not \
         science.",
        "Talen är exakta och kapas, avrundas inte, när de visas. Vikter, gränser och tabeller är vår policy: omdöme, \
         inte vetenskap."
    }
    rating_table() {
        "The residual risk, and the bounds of red flags",
        "Den kvarstående risken, och röda flaggors gränser"
    }
    flag_at_least(flag) { "{flag}, at least", "{flag}, lägst" }

    // the basis
    answers_file() { "Answers", "Svar" }
    day_of_judgement() { "The answers bear no date: day of the judgement", "Svaren har inget datum: bedömningens dag" }
    hash_of_several() {
        "The hash is that of all its files, one after the other, each behind its length (8 bytes, little endian).",
        "Hashvärdet gäller alla dess filer, efter varandra, var och en efter sin längd (8 byte, little endian)."
    }
    undated() { "undated", "odaterade" }
    review_file() { "Review", "Granskning" }
    none() { "none", "saknas" }
    made_with() { "Made with", "Skapat med" }
    frameworks() { "Frameworks referred to:", "Ramverk som det hänvisas till:" }
    disclaimer_in_full() {
        "This is what the answers indicate. It is not legal advice and not a data protection impact assessment; \
         mappings to frameworks are signposts, not equivalences.",
        "Bedömningen är vad svaren tyder på. Den är varken juridisk rådgivning eller en konsekvensbedömning; \
         hänvisningar till ramverk är vägvisare, inte likhetstecken."
    }
    board_basis(tool) {
        "Made with {tool}. This is what the answers indicate; not legal advice, not a data protection impact \
         assessment. The full report has every answer and the method.",
        "Skapat med {tool}. Bedömningen är vad svaren tyder på; varken juridisk rådgivning eller konsekvensbedömning. \
         Den fullständiga rapporten har alla svar och metoden."
    }
}
