//! The risk rating follows from the score, what is at stake and the flags, and says why.

use duly::internal::answers::Evidence;
use duly::internal::assessment::assurance::{BackedBy, Backing, backing, kept};
use duly::internal::assessment::effective::EffectiveAnswer;
use duly::internal::assessment::flag::FlagState;
use duly::internal::assessment::paper::EvidenceOrigin;
use duly::internal::assessment::rating::{Cause, End};
use duly::internal::assessment::scope::Status;
use duly::internal::assessment::{Papers, Subject, assess};
use duly::internal::policy::{Assurance, Band, Policy, Proof};
use duly::internal::questionnaire::Level;
use duly::internal::review::read::read as read_review;
use duly::internal::source::fields::Word;
use duly::internal::source::{Date, Source};
use num_rational::BigRational;
use proptest::prelude::*;

use super::facts::{Facts, Files, FlagFacts, facts};
use super::generate::{Shape, part};
use super::reading::{self, accepted};
use super::world::{Cited, Document, Question, World};
use super::{check_worlds, config, rational, whole};

/// The band of a score: the first one whose cut it reaches.
fn band(world: &World, score: &BigRational) -> Band {
    let reached = |band: &Band| *score >= whole(u64::from(world.cut(*band)));
    Band::ALL.into_iter().find(reached).unwrap()
}

/// The cell of the matrix.
pub fn cell(world: &World, tier: Level, band: Band) -> Level {
    let table = world.policy.residual_risk.unwrap_or(Policy::default().residual_risk);
    table[tier.index()][band.index()]
}

/// The lowest rating that a flag allows.
pub fn bound(world: &World, severity: Level, tier: Level) -> Option<Level> {
    let table = world.policy.red_flags.unwrap_or(Policy::default().red_flags);
    table[severity.index()][tier.index()]
}

/// What bounds one end of the rating: the matrix first, then every flag that counts there.
fn bounds(world: &World, facts: &Facts, end: End) -> (Level, Vec<Level>) {
    let overall = facts.overall.as_ref().unwrap();
    let (tier, score, states): (Level, &BigRational, &[FlagState]) = match end {
        End::Worst => (facts.inherent_risk.highest, &overall.assured, &[FlagState::Triggered, FlagState::Open]),
        End::Best => (facts.inherent_risk.lowest, &overall.assured_best, &[FlagState::Triggered]),
    };
    let flags = facts.flags.iter().filter(|flag| states.contains(&flag.state));
    let flags = flags.filter_map(|flag| bound(world, flag.severity, tier)).collect();
    (cell(world, tier, band(world, score)), flags)
}

/// §2.9: each end of the rating is the highest of its matrix cell and its flags; best is never above worst.
#[test]
fn each_end_is_the_highest_of_its_bounds() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        prop_assert_eq!(facts.rating.is_some(), facts.overall.is_some());
        let Some(rating) = &facts.rating else { return Ok(()) };
        for (end, found) in [(End::Worst, rating.worst), (End::Best, rating.best)] {
            let (matrix, flags) = bounds(&case.world, &facts, end);
            prop_assert_eq!(found, flags.into_iter().fold(matrix, Level::max), "{:?}", end);
        }
        prop_assert!(rating.best <= rating.worst);
        Ok(())
    });
}

/// §2.9: the reasons are exactly the matrix cell and the flags that attain an end; there is one for each end at least.
#[test]
fn every_reason_attains_its_end() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        let Some(rating) = &facts.rating else { return Err(TestCaseError::reject("nothing counts")) };
        let ends = [
            (End::Worst, rating.worst, facts.inherent_risk.highest),
            (End::Best, rating.best, facts.inherent_risk.lowest),
        ];
        for (end, attained, tier) in ends {
            let reasons: Vec<_> = rating.reasons.iter().filter(|reason| reason.of == end).collect();
            prop_assert!(!reasons.is_empty());
            prop_assert!(reasons.iter().all(|reason| reason.rating == attained && reason.tier == tier));
            let (matrix, flags) = bounds(&case.world, &facts, end);
            let of_matrix = reasons.iter().filter(|reason| matches!(reason.cause, Cause::Matrix(_))).count();
            let of_flags = reasons.iter().filter(|reason| matches!(reason.cause, Cause::Flag { .. })).count();
            let assumed = reasons.iter().filter(|reason| reason.cause == Cause::Assumed).count();
            prop_assert_eq!(of_matrix, usize::from(matrix == attained));
            prop_assert_eq!(of_flags, flags.iter().filter(|flag| **flag == attained).count());
            let is_assumed = case.world.factors.is_empty() && matrix == attained && end == End::Worst;
            prop_assert_eq!(assumed, usize::from(is_assumed));
        }
        Ok(())
    });
}

/// §2.7: the tier is the highest of all factors; one that is not stated may be any of its options.
#[test]
fn the_tier_is_the_highest_of_all_factors() {
    check_worlds(Shape::default(), |case| {
        let found = facts(&case.world).inherent_risk;
        let factors = &case.world.factors;
        let tier = |least: bool| {
            let of = |factor: &super::world::Factor| match factor.stated {
                Some(option) => Some(factor.tiers[option]),
                None if least => factor.tiers.iter().min().copied(),
                None => factor.tiers.iter().max().copied(),
            };
            factors.iter().filter_map(of).max().unwrap_or(case.world.policy.default_inherent_risk)
        };
        prop_assert_eq!((found.lowest, found.highest), (tier(true), tier(false)));
        prop_assert_eq!(found.assumed, factors.is_empty());
        Ok(())
    });
}

/// §2.8: a category below its minimum is flagged, if it stays below it whatever the open questions turn out to be; it
/// is open while they decide. A category in which nothing counts has no such flag.
#[test]
fn a_category_below_its_minimum_is_flagged() {
    check_worlds(Shape::default(), |case| {
        let facts = facts(&case.world);
        for (category, found) in case.world.categories.iter().zip(&facts.categories) {
            let flag = facts.flags.iter().find(|flag| flag.name == format!("category:{}", category.id));
            let expected = found.points.as_ref().zip(category.minimum);
            prop_assert_eq!(flag.is_some(), expected.is_some());
            let (Some(flag), Some((points, minimum))) = (flag, expected) else { continue };
            let state = |least: &BigRational, most: &BigRational| match whole(u64::from(minimum)) {
                minimum if *most < minimum => FlagState::Triggered,
                minimum if *least < minimum => FlagState::Open,
                _ => FlagState::Clear,
            };
            prop_assert_eq!(flag.severity, case.world.policy.category_minimum_severity);
            if flag.state != FlagState::Waived {
                prop_assert_eq!(flag.state, state(&points.assured, &points.assured_best));
                prop_assert_eq!(flag.if_proved, state(&points.claimed, &points.potential));
            }
        }
        Ok(())
    });
}

/// §2.8: what rules a flag out does so without every answer that is proved by less, and no better proof does; where the
/// policy asks for more, the flag is open.
#[test]
fn a_flag_is_ruled_out_by_what_is_needed_for_it() {
    check_worlds(Shape::default(), |case| {
        let mut world = case.world.clone();
        world.policy.ruled_out_by = Proof::Claimed;
        world.waivers.clear();
        let found = facts(&world);
        for flag in found.flags.iter().filter(|flag| !flag.name.starts_with("category:")) {
            prop_assert_eq!(flag.ruled_out_by.is_some(), flag.state == FlagState::Clear);
            for (_, least) in Proof::ALL {
                let is_clear = flag.ruled_out_by.is_some_and(|proof| proof >= *least);
                let is_clear_in = |other: &World| {
                    facts(other).flags.iter().any(|other| other.name == flag.name && other.state == FlagState::Clear)
                };
                let (without, bettered) = only_proved(&world, *least);
                if bettered.is_empty() {
                    prop_assert_eq!(is_clear_in(&without), is_clear, "{} by {:?}", flag.name, least);
                } else {
                    // what both the answer that we verified and the better one say is known
                    prop_assert!(is_clear || !is_clear_in(&without), "{} by {:?}", flag.name, least);
                    let both = [true, false].map(|seen| with_bettered(&world, &without, &bettered, seen));
                    prop_assert!(!is_clear || both.iter().all(is_clear_in), "{} by {:?}", flag.name, least);
                }
                let mut stricter = world.clone();
                stricter.policy.ruled_out_by = *least;
                let stricter = facts(&stricter);
                let other = stricter.flags.iter().find(|other| other.name == flag.name).unwrap();
                let state = if flag.state == FlagState::Clear && !is_clear { FlagState::Open } else { flag.state };
                prop_assert_eq!((other.state, other.if_proved), (state, flag.if_proved));
                prop_assert_eq!(other.ruled_out_by, flag.ruled_out_by.filter(|_| is_clear));
            }
        }
        Ok(())
    });
}

/// A world without the answers that are proved by less; an n/a that we accepted is our word. And the questions whose
/// answers we verified before the vendor bettered them.
fn only_proved(world: &World, least: Proof) -> (World, Vec<String>) {
    let files = Files::of(world);
    let assessment = files.assess(world);
    let mut without = world.clone();
    let mut bettered = Vec::new();
    for (at, judged) in assessment.questions.with_ids() {
        let id: &str = assessment.subject.questionnaire.questions[at].id.as_ref();
        let proved_by = (&assessment.papers, &EvidenceOrigin::ALL[..]);
        let backing = judged.effective.value().map(|_| backing(&assessment.subject, at, judged.effective, proved_by));
        let is_proved = backing.is_some_and(|backing| backing.assurance.proof() >= least);
        if !is_proved && judged.effective != EffectiveAnswer::NaApproved {
            let question = without.question_mut(id);
            (question.given, question.observation) = Default::default();
            bettered.extend(kept(&assessment.subject, at).unwrap().map(|_| id.to_owned()));
        }
    }
    (without, bettered)
}

/// A world with the better answers to some questions as well, or with those that we verified.
fn with_bettered(world: &World, without: &World, bettered: &[String], seen: bool) -> World {
    let mut with = without.clone();
    for id in bettered {
        let known = world.question(id);
        let verified = known.observation.saw.clone();
        let now = known.given.answer.clone();
        with.question_mut(id).given.answer = if seen { verified.unwrap_or(now) } else { now };
    }
    with
}

/// P27: a stricter rule on what rules flags out never improves a rating, and changes nothing but the worst.
#[test]
fn p27_a_stricter_rule_on_flags_improves_nothing() {
    check_worlds(Shape::default(), |case| {
        let under = |proof: Proof| {
            let mut world = case.world.clone();
            world.policy.ruled_out_by = proof;
            facts(&world)
        };
        let ratings = Proof::ALL.iter().map(|(_, proof)| under(*proof).rating);
        let Some(ratings) = ratings.collect::<Option<Vec<_>>>() else { return Ok(()) };
        for two in ratings.windows(2) {
            prop_assert!(two[0].worst <= two[1].worst);
            prop_assert_eq!((two[0].best, two[0].if_proved), (two[1].best, two[1].if_proved));
        }
        Ok(())
    });
}

/// P25, second half: the rating if the papers fail is that of the same files without any document of the vendor, and
/// never better than the headline.
#[test]
fn p25_if_papers_fail_is_the_rating_without_papers() {
    check_worlds(Shape::default(), |case| {
        let Some(rating) = facts(&case.world).rating else { return Err(TestCaseError::reject("nothing counts")) };
        let mut without = case.world.clone();
        for id in case.world.ids() {
            without.question_mut(&id).given.evidence.clear();
        }
        prop_assert_eq!(facts(&without).worst(), Some(rating.if_papers_fail));
        prop_assert!(rating.if_papers_fail >= rating.worst);
        Ok(())
    });
}

/// P25, first half: a document that is not here is none, unless our review received it; and one that is here counts
/// nowhere unless the question asks for its kind, for one that it stands for, or for none.
#[test]
fn p25_a_document_that_is_not_here_or_does_not_fit_is_none() {
    check_worlds(Shape { contradictory: true, ..Shape::default() }, |case| {
        let received = |document: &Document| {
            case.world.received.iter().any(|(kind, issued)| (document.kind, document.issued) == (*kind, Some(*issued)))
        };
        let fits = |question: &Question, document: &Document| {
            let stands =
                |kind: usize| case.world.kinds[kind].stands_for.iter().any(|other| question.asks.contains(other));
            let is_asked = |kind: usize| question.asks.contains(&kind) || stands(kind);
            question.asks.is_empty() || document.kind.is_some_and(is_asked)
        };
        let mut without = case.world.clone();
        for id in case.world.ids() {
            let question = case.world.question(&id);
            let counts = |cited: &Cited| {
                let document = match cited {
                    Cited::Inline(document) => document,
                    Cited::Register(at) => &case.world.register[*at],
                };
                fits(question, document) && (document.is_here() || received(document))
            };
            // what is taken out may have been a file in disguise, so only what has no file at all is
            let has_no_file = |cited: &Cited| !matches!(cited, Cited::Inline(document) if document.is_here());
            without.question_mut(&id).given.evidence.retain(|cited| counts(cited) || !has_no_file(cited));
        }
        let scores = |world: &World| facts(world).overall.map(|points| [points.assured, points.claimed]);
        prop_assert_eq!(scores(&without), scores(&case.world));
        prop_assert_eq!(facts(&without).worst(), facts(&case.world).worst());
        Ok(())
    });
}

/// §2.5: papers prove no answer of a contradiction that holds, and nothing that only a file in disguise stands behind.
#[test]
fn what_contradicts_and_what_is_in_disguise_is_proved_by_no_paper() {
    let seen = std::cell::Cell::new([0; 2]);
    check_worlds(Shape { contradictory: true, ..Shape::default() }, |case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        let questionnaire = assessment.subject.questionnaire;
        let mut counts = seen.get();
        for at in &assessment.contradictions {
            for question in questionnaire.contradictions[*at].when.questions() {
                let backing = assessment.questions[question].backing;
                let by_paper = |backing: Backing| matches!(backing.by, Some(BackedBy::Vendor(_)));
                prop_assert!(!backing.is_some_and(by_paper));
                counts[0] += 1;
            }
        }
        let documents = &assessment.subject.answers.evidence;
        let file = |document: &Evidence| assessment.subject.papers.file(document.location.as_deref());
        for (at, document) in documents.with_ids() {
            let other = |other: &&Evidence| {
                file(other) == file(document) && (other.kind, other.issued) != (document.kind, document.issued)
            };
            let is_received = case.world.received.iter().any(|(_, issued)| document.issued == Some(*issued));
            if file(document).is_some() && documents.iter().find(other).is_some() && !is_received {
                prop_assert!(!assessment.papers.alone(at).state.is_current());
                counts[1] += 1;
            }
        }
        seen.set(counts);
        Ok(())
    });
    let [contradicted, in_disguise] = seen.get();
    assert!(contradicted > 0 && in_disguise > 0, "{contradicted} {in_disguise}");
}

/// §2.14: what is left out by claim is the weight of the questions that are not asked, and may be once the answers that
/// we have not verified are not known; beyond the policy's limit there is no rating yet.
#[test]
fn what_claims_leave_out_is_what_may_be_asked_without_them() {
    let seen = std::cell::Cell::new(0);
    check_worlds(Shape::default(), |case| {
        let files = Files::of(&case.world);
        let assessment = files.assess(&case.world);
        let (verified, bettered) = only_proved(&case.world, Proof::Verified);
        prop_assume!(bettered.is_empty());
        let other = Files::of(&verified);
        let without = other.assess(&verified);
        // by the questionnaire's weight: of everything asked, nothing is left out
        let mut all = case.world.clone();
        all.sent = None;
        all.categories.iter_mut().flat_map(|category| &mut category.questions).for_each(|question| {
            (question.when, question.given, question.observation) = Default::default();
        });
        let all = facts(&all);
        let out = assessment.questions.with_ids().filter(|(at, judged)| {
            let is_known = without.questions[*at].status == Status::OutOfScope;
            judged.status == Status::OutOfScope && !is_known
        });
        let shares = out.map(|(at, _)| all.question(assessment.subject.questionnaire.questions[at].id.as_ref()));
        let shares = shares.fold(whole(0), |sum, question| sum + &question.share);
        prop_assert_eq!(rational(&assessment.scope.by_claim), shares.clone());
        let is_too_much = shares > whole(u64::from(case.world.policy.scope_by_claim)) && assessment.overall.is_some();
        prop_assert_eq!(assessment.is_too_much_left_out(), is_too_much);
        prop_assert_eq!(assessment.is_provisional(), is_too_much || assessment.is_too_little_known());
        prop_assert_eq!(assessment.scope.unverified_gates.is_empty(), assessment.scope.by_claim.is_zero());
        seen.set(seen.get() + u32::from(shares > whole(0)));
        Ok(())
    });
    assert!(seen.get() > config().cases / 20, "{} worlds left something out", seen.get());
}

/// P30: asking less clears no flag of the questionnaire, and one that nothing but that keeps from being ruled out bounds
/// nothing.
#[test]
fn p30_asking_less_clears_no_flag() {
    let seen = std::cell::Cell::new(0);
    check_worlds(Shape::default(), |mut case| {
        (case.world.sent, case.world.waivers) = (None, Vec::new());
        let all = facts(&case.world);
        let part = part(&mut case.dice, &case.world);
        let mut less = case.world.clone();
        less.sent = Some(part.clone());
        let found = facts(&less);
        for question in &found.questions {
            let is_sent = part.contains(&question.id);
            prop_assert_eq!(question.status == Status::NotAsked, !is_sent, "{:?}", question);
            prop_assert!(is_sent || question.share == whole(0));
        }
        let own = |flag: &&FlagFacts| !flag.name.starts_with("category:");
        for (before, after) in all.flags.iter().filter(own).zip(found.flags.iter().filter(own)) {
            prop_assert_eq!(&before.name, &after.name);
            prop_assert!(before.state == FlagState::Clear || after.state != FlagState::Clear, "{before:?} {after:?}");
            prop_assert!(after.ruled_out_by <= before.ruled_out_by);
            seen.set(seen.get() + u32::from(after.state == FlagState::NotAsked));
        }
        Ok(())
    });
    assert!(seen.get() > config().cases / 20, "{} flags were not asked about", seen.get());
}

/// P26: that we overrule an answer proves nothing by itself; that we say the same as the vendor overrules nothing.
#[test]
fn p26_overruling_alone_leaves_a_claim() {
    check_worlds(Shape::default(), |mut case| {
        let as_of = case.world.as_of;
        let id = case.dice.pick(&case.world.ids());
        let question = case.world.question_mut(&id);
        let answer = case.dice.pick(&question.possible(as_of));
        let is_theirs = answer == question.given.answer;
        question.observation = Default::default();
        let without = facts(&case.world);
        case.world.question_mut(&id).observation.overruled = Some(answer);
        let found = facts(&case.world);
        let [without, found] = [&without, &found].map(|facts| facts.question(&id));
        match is_theirs {
            true => prop_assert_eq!((found.assurance, found.status), (without.assurance, without.status)),
            false => prop_assert!(found.assurance.is_none_or(|assurance| assurance == Assurance::Claimed)),
        }
        Ok(())
    });
}

/// P28: no verification counts longer than its end, its kind's months or those of the policy, in that order, counted
/// from the day on which we saw it, else from the day of the review.
#[test]
fn p28_what_we_verified_ends() {
    let policy = Policy { verified_months: 3, ..Policy::default() };
    let day = |text: &str| Date::parse(text).unwrap();
    let asked = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: S\nevidence: \
                 [{id: short, ask: K, valid_months: 1}, {id: ever, ask: K, valid_months: never}, {id: plain, ask: K}]\n\
                 categories: [{id: a, title: A, questions: [{id: q, ask: Q?, importance: low, answer: yes-no}]}]\n";
    let questionnaire = accepted(reading::questionnaire(&Source::new("q.yaml", asked)));
    let answers = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: small@1.0.0\nanswers: {a.q: yes}\n";
    let answers = accepted(reading::answers(&Source::new("v.yaml", answers), &questionnaire));
    let last = |item: &str| {
        let review = format!(
            "format: duly/review@1\nvendor: V\nreviewer: R\nreviewed: 2026-01-31\nanswers: {{a.q: {{saw: yes, \
             verified: [{{title: T{item}}}]}}}}\n"
        );
        let review = accepted(read_review(&Source::new("v.review.yaml", review), &questionnaire, &answers));
        let is_verified = |as_of: &Date| {
            let subject = Subject {
                questionnaire: &questionnaire,
                answers: &answers,
                review: Some(&review),
                papers: Papers::NONE,
                policy: &policy,
                as_of: *as_of,
            };
            let backing = assess(subject).unwrap().questions.iter().next().unwrap().backing.unwrap();
            backing.assurance == Assurance::Verified
        };
        (0..400).map(|days| day("2026-02-15").plus_days(days)).take_while(is_verified).last().map(|day| day.to_string())
    };
    assert_eq!(last(""), Some("2026-04-30".to_owned()), "three months after the review, clamped to the month's end");
    assert_eq!(last(", issued: 2026-02-10"), Some("2026-05-10".to_owned()));
    assert_eq!(last(", kind: plain, issued: 2026-02-10"), Some("2026-05-10".to_owned()));
    assert_eq!(last(", kind: short, issued: 2026-02-10"), Some("2026-03-10".to_owned()));
    assert_eq!(last(", kind: short, issued: 2026-02-10, valid_until: 2026-06-01"), Some("2026-06-01".to_owned()));
    assert_eq!(last(", kind: ever, issued: 2026-02-10"), Some("2027-03-21".to_owned()), "as long as this looks");
    assert_eq!(last(", kind: ever, issued: 2026-02-10, valid_until: 2026-02-20"), Some("2026-02-20".to_owned()));
}
