//! `duly export --for board`: the risk in one sentence that is true in every state, what is at stake, what we
//! recommend, and every category whatever the room.

use serde_json::Value;

use crate::support::{DAY, Folder, duly, duly_on_day, root};

const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: q
version: 1.0.0
title: Keys
inherent_risk:
  - id: data
    ask: What will they hold? Choose the most sensitive.
    options:
      - {id: none, label: Nothing, tier: low}
      - {id: keys, label: Keys of all our customers, tier: high}
  - id: many
    ask: How many doors?
    options: [{id: few, label: Fewer than 10, tier: low}, {id: most, label: More than 10, tier: high}]
red_flags:
  - {id: open-door, title: The door stands open, severity: critical, when: {a.door: [\"no\"]}}
categories:
  - id: a
    title: House
    questions:
      - {id: door, ask: Is the door locked?, weight: 1, answer: yes-no}
      - {id: roof, ask: Is the roof tight?, weight: 9, answer: yes-no}
";

const SEEN: &str = "{saw: yes, verified: [{title: Seen, issued: 2026-11-01, valid_until: 2027-11-01}]}";

/// The page on one line, for answers and the lines of a review (none: without a review).
fn page(answers: &str, review: &str, more: &[&str]) -> String {
    let folder = Folder::with(&[("q.yaml", QUESTIONNAIRE), ("policy.toml", "format = \"duly/policy@1\"\n")]);
    let head = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./q.yaml\nanswered: 2026-11-02\n";
    folder.write("v.yaml", format!("{head}answers: {answers}\n"));
    if !review.is_empty() {
        let head = "format: duly/review@1\nvendor: Alfa\nreviewer: Us\nreviewed: 2026-11-10\n";
        folder.write("v.review.yaml", format!("{head}{review}\n"));
    }
    told(&folder, "v.yaml", &[&["--questionnaire", "q.yaml"], more].concat())
}

fn told(folder: &Folder, file: &str, more: &[&str]) -> String {
    let ran = duly_on_day(folder, &[&["export", "-q", "--for", "board", file], more].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "").replace('\\', "")
}

const KEYS: &str = "inherent_risk: {data: keys, many: few}";

/// Answers, the lines of a review, and the sentence. VERIFIED stands for an answer that we have seen, KEYS for what is
/// at stake.
const STATES: &[(&str, &str, &str)] = &[
    (
        "{a.door: yes, a.roof: yes}",
        "KEYS",
        "High risk: MUCH and only part of the protection that is claimed has been shown.",
    ),
    ("{a.door: yes, a.roof: no}", "KEYS", "Critical risk: MUCH and the answers themselves show little protection."),
    (
        "{a.door: no, a.roof: yes}",
        "KEYS\nanswers: {a.roof: VERIFIED}",
        "Critical risk: MUCH, the protection that has been shown is strong, but 1 serious shortcoming is known.",
    ),
    (
        "{a.roof: yes}",
        "KEYS\nanswers: {a.roof: VERIFIED}",
        "Critical risk: MUCH, the protection that has been shown is strong, but in 1 respect it is not settled yet \
         whether there is a serious shortcoming.",
    ),
    (
        "{a.door: yes, a.roof: yes}",
        "KEYS\nanswers: {a.door: VERIFIED, a.roof: VERIFIED}",
        "Medium risk: MUCH, but the protection that has been shown is strong.",
    ),
    (
        "{a.door: yes, a.roof: yes}",
        "inherent_risk: {data: none, many: few}\nanswers: {a.door: VERIFIED, a.roof: VERIFIED}",
        "Low risk: little is at stake (What will they hold? Nothing) and the protection that has been shown is strong.",
    ),
    (
        "{a.door: yes, a.roof: yes}",
        "",
        "High risk: we have not stated what is at stake and must assume the worst, and only part of the protection \
         that is claimed has been shown.",
    ),
    (
        "{a.door: yes, a.roof: yes}",
        "inherent_risk: {data: none, many: most}",
        "High risk: much is at stake (How many doors? More than 10) and only part of the protection that is claimed \
         has been shown.",
    ),
    (
        "{a.door: no}",
        "KEYS",
        "Critical risk: MUCH, too little has been answered to show enough protection, and 1 serious shortcoming is \
         known.",
    ),
    (
        "{a.door: yes}",
        "KEYS",
        "Not yet rated: MUCH, and 1 of 2 questions are open, so the risk may be anything from medium to critical.",
    ),
];

#[test]
fn the_sentence_is_true_in_every_state() {
    for (answers, review, sentence) in STATES {
        let page = page(answers, &review.replace("KEYS", KEYS).replace("VERIFIED", SEEN), &[]);
        let sentence = sentence.replace("MUCH", "much is at stake (keys of all our customers)");
        assert!(page.contains(&sentence), "{sentence}\n{page}");
    }
}

#[test]
fn nothing_is_said_where_nothing_counts() {
    let na = "{answer: n/a, comment: There is none.}";
    let accepted = "{not_applicable: accepted, because: Seen.}";
    let review = format!("{KEYS}\nanswers: {{a.door: {accepted}, a.roof: {accepted}}}");
    let page = page(&format!("{{a.door: {na}, a.roof: {na}}}"), &review, &[]);
    assert!(page.contains("NOTHING TO RATE") && page.contains("so nothing to decide on"), "{page}");
    assert!(!page.contains("risk:"), "{page}");
}

#[test]
fn what_we_recommend_is_the_decision_or_what_the_rating_speaks_for() {
    let decided = |what: &str| format!("{KEYS}\ndecision: {{{what}, by: Board, on: 2026-11-12}}");
    let answers = "{a.door: yes, a.roof: yes}";
    let rejected = page(answers, &decided("outcome: rejected"), &[]);
    assert!(rejected.contains("decided by Board on 12 November 2026."), "{rejected}");
    assert!(rejected.contains("What the assessment says: Do not approve until"), "{rejected}");
    assert!(!rejected.contains("goes against"), "{rejected}");
    assert!(rejected.contains("## The decision") && !rejected.contains("What we recommend"), "{rejected}");
    let on_others = decided(&format!("outcome: approved, answers: {}", "0".repeat(64)));
    let on_others = page(answers, &on_others, &[]);
    for words in ["so it no longer holds", "A decision on the answers at hand is not on file. Do not approve until"] {
        assert!(on_others.contains(words), "{words}: {on_others}");
    }
    let open = page(answers, KEYS, &[]);
    assert!(open.contains("No decision is on file. Do not approve until the points below are settled."), "{open}");
    assert!(!open.contains("Our rules let no vendor pass"), "no rule is made up: {open}");
    let later = "conditions: [Locks changed], next_review: 2027-05-15";
    let swedish = page(answers, &decided(&format!("outcome: conditional, {later}")), &["--lang", "sv"]);
    for words in ["beslutat av Board den 12 november 2026.", "Granskas på nytt den 15 maj 2027.", "Locks changed"] {
        assert!(swedish.contains(words), "{words}: {swedish}");
    }
}

#[test]
fn our_rules_are_named_where_they_stop_a_vendor() {
    let folder = Folder::with(&[
        ("q.yaml", QUESTIONNAIRE),
        ("ours.toml", "format = \"duly/policy@1\"\n[gate]\nrating = \"high\"\n"),
        (
            "v.yaml",
            "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./q.yaml\nanswers: {a.door: yes, a.roof: yes}\n",
        ),
    ]);
    let args = ["export", "-q", "--for", "board", "v.yaml", "--questionnaire", "q.yaml", "--policy", "ours.toml"];
    let page = duly_on_day(&folder, &args).out;
    assert!(page.contains("Our rules let no vendor pass whose risk is HIGH or worse."), "{page}");
}

#[test]
fn which_data_and_how_many_is_told_or_that_nobody_has_said_it() {
    let stated = page("{a.door: yes, a.roof: yes}", "inherent_risk: {data: keys}", &[]);
    assert!(stated.contains("What will they hold? | high Keys of all our customers"), "{stated}");
    assert!(stated.contains("How many doors? | not stated"), "{stated}");
}

#[test]
fn an_open_flag_accuses_nobody() {
    let page = page("{a.roof: yes}", &format!("{KEYS}\nanswers: {{a.roof: {SEEN}}}"), &[]);
    assert!(page.contains("not answered yet: Is the door locked? (until then at least CRITICAL)"), "{page}");
    let flags = page.split_once("Red flags").unwrap().1;
    assert!(!flags.contains("The door stands open"), "{flags}");
}

#[test]
fn the_gravest_open_flags_are_asked_where_nothing_is_rated_yet() {
    let page = page("{a.roof:}", KEYS, &[]);
    assert!(page.contains("NOT YET RATED") && page.contains("still open (1)"), "{page}");
    assert!(page.contains("not answered yet: Is the door locked?"), "{page}");
    assert!(page.contains("the vendor answers the "), "who must act is said: {page}");
    assert!(!page.contains("The door stands open"), "{page}");
}

#[test]
fn flags_that_wait_for_one_answer_are_counted_in_one_line() {
    let more = "  - {id: no-door, title: There is no door, severity: high, when: {a.door: [\"no\"]}}\ncategories:";
    let folder = Folder::with(&[
        ("q.yaml", QUESTIONNAIRE.replace("categories:", more).as_str()),
        ("v.yaml", "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./q.yaml\nanswers: {a.roof: yes}\n"),
    ]);
    for (lang, words) in [("en", "(2 red flags wait for this answer)"), ("sv", "(2 röda flaggor väntar på detta svar)")]
    {
        let page = told(&folder, "v.yaml", &["--questionnaire", "q.yaml", "--lang", lang]);
        let flags = page.rsplit("## R").next().unwrap();
        let lines = flags.matches("Is the door locked?").count();
        assert!(page.contains(words) && lines == 1, "{lines}: {page}");
    }
}

/// The page for a board of some examples side by side.
fn choice(vendors: &[&str], more: &[&str]) -> String {
    let files: Vec<String> = vendors.iter().map(|vendor| format!("examples/{vendor}.yaml")).collect();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let args = [&["diff", "-q", "--for", "board", "-f", "markdown"], &files[..], more].concat();
    // of two dates each stands as of its own day
    let ran = if more.contains(&"--as-of") { duly(root(), &args) } else { duly_on_day(root(), &args) };
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out.replace("**", "").replace('\\', "")
}

#[test]
fn nobody_is_surely_ahead_of_whom_proof_would_lower_or_while_not_rated() {
    let proof = choice(&["nordkontakt", "allyes"], &[]);
    assert!(proof.contains("Ahead today; proof from Jajamän Kundservice AB could turn it."), "{proof}");
    let swedish = choice(&["nordkontakt", "allyes"], &["--lang", "sv"]);
    assert!(swedish.contains("Före i dag; underlag från Jajamän Kundservice AB kan vända det."), "{swedish}");
    let early = choice(&["halvklar", "billigsvar"], &[]);
    assert!(early.contains("Ahead by points whatever is answered; its risk may still be critical."), "{early}");
    assert!(early.contains("the order is preliminary") && !early.contains("Surely ahead"), "{early}");
}

#[test]
fn a_change_accuses_nobody_and_has_the_same_sections_in_both_languages() {
    let page = |lang: &str| choice(&["nordkontakt-2025", "nordkontakt"], &["--as-of", "answered", "--lang", lang]);
    let [english, swedish] = ["en", "sv"].map(page);
    let sections = |page: &str| page.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(sections(&english), sections(&swedish), "{english}\n{swedish}");
    assert!(english.contains("## Red flags") && swedish.contains("## Röda flaggor"), "{english}\n{swedish}");
    assert!(english.contains("Better: +") && english.contains("assured points on the same questions"), "{english}");
    assert!(swedish.contains("Bättre: +") && swedish.contains("poäng på samma frågor"), "{swedish}");
    assert!(english.contains("? (not asked then → still open)"), "{english}");
    assert!(swedish.contains("? (frågades inte då → öppen än)"), "{swedish}");
    assert!(!english.contains("will not say: ") && !english.contains("–→"), "{english}");
}

#[test]
fn a_factor_asked_in_other_words_is_one_line_in_the_newer_words() {
    let newer = QUESTIONNAIRE.replace("How many doors?", "How many doors are there?").replace("1.0.0", "1.1.0");
    let answers = |day: &str, file: &str| {
        format!(
            "format: duly/answers@1\nvendor: {{name: Alfa}}\nquestionnaire: ./{file}\nanswered: {day}\n\
             answers: {{a.door: yes, a.roof: yes}}\n"
        )
    };
    let review = format!("format: duly/review@1\nvendor: Alfa\nreviewer: Us\nreviewed: 2026-11-10\n{KEYS}\n");
    let folder = Folder::with(&[
        ("q.yaml", QUESTIONNAIRE),
        ("q2.yaml", newer.as_str()),
        ("old.yaml", answers("2025-11-02", "q.yaml").as_str()),
        ("new.yaml", answers("2026-11-02", "q2.yaml").as_str()),
        ("old.review.yaml", review.as_str()),
        ("new.review.yaml", review.as_str()),
    ]);
    let ran = duly_on_day(&folder, &["diff", "-q", "old.yaml", "new.yaml", "--for", "board"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.out.matches("How many doors").count(), 1, "{}", ran.out);
    assert!(ran.out.contains("How many doors are there?"), "{}", ran.out);
}

/// A questionnaire of so many categories, answered by yes.
fn large(categories: usize) -> String {
    let category = |at: usize| {
        format!(
            "  - {{id: c{at}, title: The category of number {at}, questions: [{{id: one, ask: Is it so?, weight: 1, \
             answer: yes-no}}]}}\n"
        )
    };
    let answer = |at: usize| format!("  c{at}.one: yes\n");
    let [asked, answers] = [(0..categories).map(category).collect::<String>(), (0..categories).map(answer).collect()];
    let folder = Folder::with(&[
        ("q.yaml", &format!("format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Large\ncategories:\n{asked}")),
        (
            "v.yaml",
            &format!("format: duly/answers@1\nvendor: {{name: Alfa}}\nquestionnaire: ./q.yaml\nanswers:\n{answers}"),
        ),
    ]);
    told(&folder, "v.yaml", &["--questionnaire", "q.yaml"])
}

#[test]
fn no_category_vanishes_however_many_there_are() {
    for count in [1, 12, 30, 45, 90] {
        let page = large(count);
        let missing: Vec<usize> = (0..count).filter(|at| !page.contains(&format!("of number {at} "))).collect();
        assert!(missing.is_empty(), "{count}: {missing:?}: {page}");
    }
    let page = large(200);
    assert!(page.contains("weak 200"), "where no name has room, all are counted: {page}");
}

#[test]
fn no_id_stands_on_a_page() {
    for vendor in ["nordkontakt", "billigsvar", "allyes", "halvklar", "nordkontakt-2025", "small/brevduvan"] {
        let file = format!("examples/{vendor}.yaml");
        let say = |more: &[&str]| duly_on_day(root(), &[&["export", "-q", &file], more].concat()).out;
        let json: Value = serde_json::from_str(&say(&["-f", "json"])).unwrap();
        let ids = ["questions", "flags", "contradictions"].iter().flat_map(|list| json[list].as_array().unwrap());
        let ids: Vec<&str> = ids.filter_map(|one| one["id"].as_str()).filter(|id| id.contains(['.', '-'])).collect();
        assert!(ids.len() > 5, "{vendor}");
        for lang in ["en", "sv"] {
            let page = say(&["--for", "board", "--lang", lang]);
            let told: Vec<&&str> = ids.iter().filter(|id| page.contains(**id)).collect();
            assert!(told.is_empty(), "{vendor} {lang} {DAY}: {told:?}\n{page}");
        }
    }
}

#[test]
fn a_board_reads_beside_an_approval_what_speaks_against_it() {
    let decided = "decision: {outcome: approved, by: A, on: 2026-11-12";
    let told = |answers: &str, rest: &str| page(answers, &format!("{KEYS}\n{decided}{rest}"), &[]);
    let early = "What the assessment says: Too little is known for a decision. The decision goes against this.";
    let flag = "It was decided without a condition, though nobody accepts these critical red flags: The door stands \
                open.";
    assert!(told("{a.door: yes}", "}").contains(early));
    let open = told("{a.door: no, a.roof: yes}", "}");
    assert!(open.contains(flag) && !open.contains(early), "{open}");
    for settled in
        [", conditions: [{what: Lock it}]}", "}\nwaivers: [{flag: open-door, by: A, until: 2027-01-01, because: Soon}]"]
    {
        let page = told("{a.door: no, a.roof: yes}", settled);
        assert!(page.contains("decided by A") && !page.contains("It was decided"), "{page}");
    }
}

#[test]
fn a_board_reads_what_the_assessment_says_whatever_was_decided_and_where_the_decision_goes_against_it() {
    let verified = |stake: &str| {
        format!("inherent_risk: {{data: {stake}, many: few}}\nanswers: {{a.door: {SEEN}, a.roof: {SEEN}}}")
    };
    let [low, medium] = ["none", "keys"].map(verified);
    let told = |answers: &str, review: &str, decision: &str, lang: &str| {
        let decision = format!("decision: {{outcome: {decision}, by: A, on: 2026-11-12}}");
        page(answers, &format!("{review}\n{decision}"), &["--lang", lang])
    };
    let (good, bad) = ("{a.door: yes, a.roof: yes}", "{a.door: yes, a.roof: no}");
    let conditional = "conditional, conditions: [{what: Lock it}]";
    for (answers, review, decision, says, is_against) in [
        (good, low.as_str(), "approved", "Nothing in the rating speaks against approval.", false),
        (good, &medium, conditional, "The rating leaves room for approval on conditions", false),
        (good, &medium, "approved, conditions: [{what: Lock it}]", "The rating leaves room for approval", false),
        (good, &medium, "approved", "The rating leaves room for approval on conditions", true),
        (good, KEYS, conditional, "Do not approve until the points below are settled.", true),
        (bad, KEYS, "approved", "The rating speaks against approval as long as the reasons below stand.", true),
        (bad, KEYS, "rejected", "The rating speaks against approval as long as the reasons below stand.", false),
    ] {
        let page = told(answers, review, decision, "en");
        assert!(page.contains(&format!("What the assessment says: {says}")), "{decision}: {page}");
        assert_eq!(page.contains("The decision goes against this."), is_against, "{decision}: {page}");
    }
    let swedish = told(bad, KEYS, "approved", "sv");
    let says = "Vad bedömningen säger: Bedömningen talar mot ett godkännande så länge skälen nedan kvarstår. Beslutet \
                går emot detta.";
    assert!(swedish.contains(says), "{swedish}");
}

#[test]
fn a_board_reads_the_reason_of_the_decision_as_far_as_it_has_room() {
    let told = |because: &str, lang: &str| {
        let decision = format!("decision: {{outcome: rejected, by: A, on: 2026-11-12, because: {because:?}}}");
        page("{a.door: yes, a.roof: yes}", &format!("{KEYS}\n{decision}"), &["--lang", lang])
    };
    assert!(told("The locks are old.", "en").contains("Our reason: The locks are old."));
    assert!(told("Gamla lås.", "sv").contains("Vårt skäl: Gamla lås."));
    let long = told(&"The locks are old. ".repeat(200), "en");
    let reason = long.split("Our reason: ").nth(1).unwrap().split('…').next().unwrap();
    assert!((200..=240).contains(&reason.chars().count()), "{long}");
}

#[test]
fn an_annex_calls_a_vendor_unrated_where_the_board_does() {
    let folder = Folder::with(&[("q.yaml", QUESTIONNAIRE), ("policy.toml", "format = \"duly/policy@1\"\n")]);
    let head = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./q.yaml\nanswered: 2026-11-02\n";
    let review = "format: duly/review@1\nvendor: Alfa\nreviewer: Us\nreviewed: 2026-11-10\n";
    folder.write("v.review.yaml", format!("{review}{KEYS}\n"));
    for (answers, is_rated) in [("{a.door: no}", true), ("{a.door: yes}", false)] {
        folder.write("v.yaml", format!("{head}answers: {answers}\n"));
        let page = told(&folder, "v.yaml", &["--questionnaire", "q.yaml"]);
        let args = ["export", "v.yaml", "--for", "contract", "-q", "--questionnaire", "q.yaml"];
        let annex = duly_on_day(&folder, &args).out;
        assert_eq!(page.contains("Not yet rated"), !is_rated, "{page}");
        assert_eq!(annex.contains("Not yet rated"), !is_rated, "{annex}");
        assert!(annex.contains("open, so this list is incomplete."), "{annex}");
    }
}

#[test]
fn a_board_reads_how_many_flags_have_no_room() {
    let flags = |at: usize| format!("  - {{id: f{at}, title: Flag {at}, severity: high, when: {{a.x: [\"no\"]}}}}\n");
    let flags: String = (0..30).map(flags).collect();
    let text = QUESTIONNAIRE.replace("red_flags:\n", &format!("red_flags:\n{flags}")).replace("a.x", "a.roof");
    let folder = Folder::with(&[("q.yaml", text.as_str()), ("policy.toml", "format = \"duly/policy@1\"\n")]);
    let answers = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./q.yaml\nanswered: 2026-11-02\n";
    folder.write("v.yaml", format!("{answers}answers: {{a.door: no, a.roof: no}}\n"));
    let page = told(&folder, "v.yaml", &["--questionnaire", "q.yaml"]);
    let named = page.matches("raised: ").count();
    let left = page.split("Further red flags in the full report: ").nth(1).and_then(|rest| rest.split('.').next());
    assert_eq!(left.and_then(|left| left.parse().ok()), Some(31 - named), "{page}");
}

#[test]
fn a_board_reads_whom_the_vendor_lists_whatever_it_answers() {
    let chain = |count: usize| {
        let company = |at: usize| format!("  - {{name: \"Firm {at}\", country: PH}}\n");
        (0..count).map(company).collect::<String>()
    };
    let folder = Folder::with(&[("q.yaml", QUESTIONNAIRE), ("policy.toml", "format = \"duly/policy@1\"\n")]);
    let head = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./q.yaml\nanswered: 2026-11-02\n";
    for (count, said) in [
        (1, "Sub-processors in the vendor's list (1): “Firm 0 (PH)”"),
        (5, "Sub-processors in the vendor's list (5): “Firm 0 (PH)”, “Firm 1 (PH)”, “Firm 2 (PH)”, and 2 more"),
    ] {
        folder.write("v.yaml", format!("{head}answers: {{}}\nchain:\n{}", chain(count)));
        let page = told(&folder, "v.yaml", &["--questionnaire", "q.yaml"]);
        assert!(page.contains(said), "{page}");
    }
}

#[test]
fn a_board_reads_where_our_answer_stands_for_one_that_the_vendor_took_back() {
    let review = format!("{KEYS}\nanswers: {{a.door: {{saw: yes, answer: yes, because: We saw it locked}}}}");
    let ours = review.replace("saw: yes, answer: yes", "saw: unknown, answer: yes");
    let told = "our answer counts for more than the vendor's, which has changed since we saw it: a.door";
    for (answers, review, is_told) in [
        ("{a.door: no, a.roof: yes}", &ours, true),
        ("{a.roof: yes}", &ours, false),
        ("{a.door: yes, a.roof: yes}", &review, false),
    ] {
        let page = page(answers, review, &[]).to_lowercase();
        assert_eq!(page.contains(told), is_told, "{answers}: {page}");
    }
}

#[test]
fn a_board_reads_beside_an_approval_which_of_our_own_duties_are_left_open() {
    let decided = |outcome: &str, duties: &str| {
        let decision = format!("decision: {{outcome: {outcome}, by: A, on: 2026-11-12}}");
        page("{a.door: yes, a.roof: yes}", &format!("{KEYS}\n{decision}\n{duties}"), &[])
    };
    let done = "duties: {record: {done: 2026-11-01, where: R}, instructions: {done: 2026-11-01, where: I}, \
                dpia: {done: 2027-01-01, where: D}";
    let open =
        "Not on file of our own duties as controller: Data protection impact assessment, Information to customers.";
    assert!(decided("approved", &format!("{done}}}")).contains(open), "what is still to come is open");
    let last = ", information: {done: 2026-11-01, where: W}}".to_owned();
    let all = format!("{done}{last}").replace("2027-01-01", "2026-11-01");
    for page in [decided("approved", &all), decided("rejected", "")] {
        assert!(page.contains("decided by A") && !page.contains("our own duties"), "{page}");
    }
}
