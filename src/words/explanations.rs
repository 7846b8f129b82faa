//! The fixed phrases of explanations: where every point went, and the way to a better rating.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    // where every point went
    explanation_title(vendor) { "{vendor}: where the 100 points went", "{vendor}: vart de 100 poängen tog vägen" }
    explanation_of(vendor, part) { "{vendor}: {part}", "{vendor}: {part}" }
    of_points(all, parts) { "Of {all} points: {parts}.", "Av {all} poäng: {parts}." }
    named_points(name, points) { "{name} {points}", "{name} {points}" }
    rows_and_columns() {
        "Assured, evidence missing, control missing and not known yet add up to the share in every row, and in every \
         column to the sum. For that, points are shown in tenths, and a share can lie some tenths from the exact \
         weight.",
        "Tillgodoräknat, underlag saknas, skydd saknas och ännu oklart blir tillsammans andelen på varje rad och \
         summan i varje kolumn. Därför visas poängen i tiondelar, och en andel kan ligga några tiondelar från den \
         exakta vikten."
    }
    share() { "Share", "Andel" }

    // one question
    points_label() { "POINTS", "POÄNG" }
    points_count(points) { "{points} assured", "{points} tillgodoräknade" }
    no_points(why) { "none: {why}", "inga: {why}" }
    issued_on(day, ago) { "issued {day}, {ago}", "utfärdat {day}, {ago}" }
    issued_later(day) { "issued {day}", "utfärdat {day}" }
    runs_until(day) { "valid until {day}", "gäller t.o.m. {day}" }
    no_document() {
        "No document is cited, and we have verified nothing.",
        "Inget dokument åberopas, och vi har inte verifierat något."
    }
    our_answer_counts() {
        "The answer is ours and verified by us; documents of the vendor's answer make no difference.",
        "Svaret är vårt och verifierat av oss; dokument till leverantörens svar gör ingen skillnad."
    }
    our_answer_is_a_word() {
        "The answer is ours and not verified, so it counts as a claim does until we verify something beside it; \
         documents of the vendor's answer make no difference.",
        "Svaret är vårt och ej verifierat, så det räknas som obestyrkt tills vi verifierar något; dokument till \
         leverantörens svar gör ingen skillnad."
    }

    // the arithmetic
    how_points_come() { "How the points come about", "Så räknas poängen ut" }
    step_importance(importance, weight) {
        "Weight: its importance is {importance}, which weighs {weight} by our rules.",
        "Vikt: betydelsen är {importance}, vilket väger {weight} enligt våra regler."
    }
    step_weight(weight) { "Weight: {weight}, by the questionnaire.", "Vikt: {weight}, enligt formuläret." }
    step_no_weight() { "Weight: none, so it counts nothing.", "Vikt: ingen, så den räknas inte." }
    step_category(own, sum, weight, design) {
        "Category: it weighs {own} and its questions {sum} together, so this question counts {own} × {weight} ÷ {sum} \
         = {design} of the {own}.",
        "Kategori: den väger {own} och dess frågor tillsammans {sum}, så frågan räknas {own} × {weight} ÷ {sum} = \
         {design} av dessa {own}."
    }
    step_left_out(why) {
        "Left out: {why}. Its weight is taken out of the whole, and nothing takes its place.",
        "Räknas bort: {why}. Vikten tas bort ur helheten, och inget träder i dess ställe."
    }
    step_na_within(cap, part, whole) {
        "Left out: not applicable, for a reason. Such questions weigh {part} of {whole} in the category; up to {cap} % \
         needs no acceptance of ours.",
        "Räknas bort: ej tillämpligt, av ett angivet skäl. Sådana frågor väger {part} av {whole} i kategorin; upp till \
         {cap} % kräver inget godtagande av oss."
    }
    step_na_kept(cap, part, whole, kept, design, live) {
        "Not applicable, for a reason: such questions weigh {part} of {whole} in the category, more than the {cap} % \
         that need no acceptance of ours. So {kept} % of each stays not known: {design} × {kept} % = {live} of its \
         weight.",
        "Ej tillämpligt, av ett angivet skäl: sådana frågor väger {part} av {whole} i kategorin, mer än de {cap} % som \
         inte kräver vårt godtagande. Därför förblir {kept} % av varje oklart: {design} × {kept} % = {live} av vikten."
    }
    step_total(total) {
        "Together: all questions that count weigh {total} in sum.",
        "Tillsammans: alla frågor som räknas väger {total} i summa."
    }
    step_total_without(total, left_out) {
        "Together: all questions that count weigh {total} in sum. Left out are: {left_out}.",
        "Tillsammans: alla frågor som räknas väger {total} i summa. Borträknade är: {left_out}."
    }
    step_share(live, total, share) {
        "Share: 100 × {live} ÷ {total} = {share} points.",
        "Andel: 100 × {live} ÷ {total} = {share} poäng."
    }
    step_worth(value) {
        "Answer: by the questionnaire it is worth {value} %.",
        "Svar: enligt formuläret är det värt {value} %."
    }
    step_ticks(sum, points, full, value) {
        "Answer: {sum} = {points} points, and {full} are worth everything, so it is worth {value} %.",
        "Svar: {sum} = {points} poäng, och {full} är värda allt, så det är värt {value} %."
    }
    step_ticks_one(points, full, value) {
        "Answer: {points} points, and {full} are worth everything, so it is worth {value} %.",
        "Svar: {points} poäng, och {full} är värda allt, så det är värt {value} %."
    }
    step_reached(answer, step, value) {
        "Answer: {answer} is {step}, which is worth {value} %.",
        "Svar: {answer} är {step}, vilket är värt {value} %."
    }
    step_none_reached(answer, steps) {
        "Answer: {answer} is worth 0 %; what is worth something is {steps}.",
        "Svar: {answer} är värt 0 %; något värt är {steps}."
    }
    step_worth_so_much(step, value) { "{step} ({value} %)", "{step} ({value} %)" }
    step_assurance(assurance, credit) {
        "Evidence: {assurance}, which counts {credit} % by our rules.",
        "Underlag: {assurance}, vilket räknas till {credit} % enligt våra regler."
    }
    step_verified_before(answer, worth) {
        "We verified an earlier answer ({answer}), which is worth {worth} %. That counts, for it is no less than what \
         the answer of today counts by itself.",
        "Vi har verifierat ett tidigare svar ({answer}), som är värt {worth} %. Det räknas, eftersom det inte är \
         mindre än vad dagens svar räknas till i sig."
    }
    step_nothing_to_prove() {
        "Evidence: none is needed for an answer that is worth nothing.",
        "Underlag: behövs inte för ett svar som inte är värt något."
    }
    step_unknown(why) {
        "Answer: {why}, so the whole share is not known yet.",
        "Svar: {why}, så hela andelen är ännu oklar."
    }
    days_from(answer, days) { "{answer} ({days})", "{answer} ({days})" }
    part_of_share() { "Part", "Del" }
    computed() { "Computed", "Beräknat" }
    exactly() { "Exactly", "Exakt" }
    shown_as() { "Shown", "Visas" }
    dots_and_tenths() {
        "“…” means that more decimals follow. Shown are tenths, divided so that all questions together add up to the \
         assured score and to 100; a tenth can lie above or below the exact number.",
        "”…” betyder att fler decimaler följer. Det som visas är tiondelar, fördelade så att alla frågor tillsammans \
         blir det tillgodoräknade poängtalet och 100; en tiondel kan ligga över eller under det exakta talet."
    }

    // what it takes part in
    flags_look() { "Red flags that depend on this answer", "Röda flaggor som beror på svaret" }
    contradictions_look() { "Consistency with other answers", "Stämmer svaret med andra svar?" }
    adds_up() { "no contradiction", "ingen motsägelse" }
    when_asked() { "When it is asked", "När den ställs" }
    asked_only_if() { "Asked only if", "Ställs bara om" }
    now_answered() { "Now", "Nu" }
    gates() { "Decides whether these are asked", "Avgör om dessa ställs" }

    // what to do
    for_the_assessor() { "What to look for", "Vad ni ska titta efter" }
    a_good_answer() { "A good answer", "Ett bra svar" }
    a_weak_answer() { "A weak answer", "Ett svagt svar" }
    if_weak_ask() { "If it is weak, ask", "Om det är svagt, fråga" }
    what_it_would_give() { "What it would gain", "Vad det skulle ge" }
    nothing_to_gain() { "Nothing: the whole share counts.", "Inget: hela andelen räknas." }
    first_of_all() { "Do", "Gör" }
    fixed_and_verified() { "Fixed, evidenced and verified by us", "Åtgärdat, styrkt och verifierat av oss" }
    assurance_alone() { "As it is, but verified by us", "Som det är, men verifierat av oss" }

    // the way
    way_title(vendor, target) { "{vendor}: the way {target}", "{vendor}: vägen {target}" }
    to_protection(band) { "to {band} protection as evidenced", "till {band} styrkt skydd" }
    risk_reached(target, now) {
        "{target} is reached: the vendor risk is {now} already.",
        "{target} är nådd: leverantörsrisken är redan {now}."
    }
    protection_reached(band, score, cut) {
        "Reached: {band} begins at {cut} assured points, and there are {score} already.",
        "Uppnått: {band} börjar vid {cut} tillgodoräknade poäng, och de är redan {score}."
    }
    protection_needs(band, cut, score, gap) {
        "{band} begins at {cut} assured points. There are {score}; {gap} are missing.",
        "{band} börjar vid {cut} tillgodoräknade poäng. Nu är de {score}; {gap} saknas."
    }
    out_of_reach(target, why) { "{target} is out of reach. {why}.", "{target} kan inte nås. {why}." }
    not_while_unstated(target) {
        "Whether {target} can be reached is open until our review states the inherent risk.",
        "Om {target} kan nås är oklart tills vår granskning anger den inneboende risken."
    }
    protection_is_not_risk() {
        "This is the way to a protection as evidenced. Red flags bound the vendor risk whatever the protection is.",
        "Detta är vägen till ett styrkt skydd. Röda flaggor begränsar leverantörsrisken oavsett skyddet."
    }
    remediation_these() { "What to fix and evidence, in this order", "Att åtgärda och styrka, i denna ordning" }
    answer_these() { "What to answer first", "Att besvara först" }
    smallest_set() {
        "This is the shortest way: the largest gain comes first.",
        "Det här är den kortaste vägen: det som ger mest står först."
    }
    only_flags() { "Nothing else is needed: the points suffice.", "Inget mer behövs: poängen räcker." }
    then_counted(gain, score) { "{gain}, then {score} assured", "{gain}, därefter {score} tillgodoräknade" }
    cut_not_rounded() {
        "Every number is computed exactly and then cut to a tenth, so sums on the page can end a tenth higher.",
        "Varje tal räknas exakt och kapas till en tiondel, så summor på sidan kan sluta en tiondel högre."
    }
    with_all_of_this(target) {
        "With all of this the vendor risk is at most {target}.",
        "Med allt detta är leverantörsrisken högst {target}."
    }
    weighs(points) { "weighs {points}", "väger {points}" }
}

impl Lang {
    /// "1 day ago", "2 days ago".
    pub fn days_ago(self, days: usize) -> Clean {
        match self {
            Lang::En => self.counted_noun(days, ["day ago", "days ago"], ["", ""]),
            Lang::Sv => "för ".and(self.counted_noun(days, ["", ""], ["dag", "dagar"])).and(" sedan"),
        }
    }
}
