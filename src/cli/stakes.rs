//! What is at stake, and who says so: asked line by line, or read from the command line.

use anyhow::bail;

use super::console::Console;
use crate::document::grid;
use crate::questionnaire::ids::{FactorId, FactorOptionId};
use crate::questionnaire::model::{Factor, FactorOption};
use crate::questionnaire::names::folded;
use crate::questionnaire::text::{self, Named};
use crate::questionnaire::{ById, Questionnaire};
use crate::source::nearest::nearest;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// What is at stake: one entry per factor, `None` where it is left open.
pub type Stakes = ById<FactorId, Option<FactorOptionId>>;

/// Asks factor by factor. The end of the input leaves the rest open.
pub fn ask(questionnaire: &Questionnaire, lang: Lang, console: &mut Console) -> Stakes {
    let factors = &questionnaire.factors;
    let mut stakes = factors.map(|_, _| None);
    console.say(lang.stakes_intro());
    console.say(lang.stakes_keys());
    for (id, factor) in factors.with_ids() {
        let language = questionnaire.language(lang);
        let ask = factor.ask.said(language);
        console.talk(&format!("\n{}\n", lang.stakes_number(factors.number(id), factors.len(), ask)));
        let row = |(at, option): (FactorOptionId, &FactorOption)| {
            vec![factor.options.number(at).clean(), option.id.clone(), option.label.said(language)]
        };
        console.talk(&grid::listed(factor.options.with_ids().map(row).collect(), 2, console.machine.width()));
        match one(factor, lang, console) {
            Some(stated) => stakes[id] = stated,
            None => break,
        }
    }
    stakes
}

/// The answer for one factor, `Some(None)` for one that is left open; `None` when nothing more comes.
fn one(factor: &Factor, lang: Lang, console: &mut Console) -> Option<Option<FactorOptionId>> {
    loop {
        console.talk("> ");
        let line = console.read_line()?;
        match line.as_str() {
            "" => return Some(None),
            "?" => console.say(lang.stakes_explained()),
            line => match choice(factor, line, lang) {
                Ok(option) => return Some(Some(option)),
                Err(problem) => console.say(problem),
            },
        }
    }
}

/// The option that is named by id, label or number. An id that is a number goes before the number.
fn choice(factor: &Factor, line: &str, lang: Lang) -> Result<FactorOptionId, Clean> {
    let numbered = || factor.options.ids().nth(line.parse::<usize>().ok()?.checked_sub(1)?);
    option(factor, line, lang).or_else(|problem| numbered().ok_or(problem))
}

fn option(factor: &Factor, written: &str, lang: Lang) -> Result<FactorOptionId, Clean> {
    let known: Vec<Named<'_, _>> =
        factor.options.with_ids().map(|(id, option)| (id, option.id.as_str(), &option.label)).collect();
    text::named(written, &known).ok_or_else(|| {
        let ids = known.iter().map(|(_, id, _)| *id);
        let all = || Clean::joined(factor.options.iter().map(|option| &option.id), ", ");
        let labels = known.iter().flat_map(|(_, _, label)| label.all());
        let near = nearest(written, ids.chain(labels));
        let near = near.map_or_else(
            || lang.choose_of(all()),
            |near| lang.perhaps(one_line(near)).and(" ").and(lang.choose_of(all())),
        );
        lang.no_such_stake(one_line(written), &factor.id).and("; ").and(near)
    })
}

/// Asks who signs the review; nobody, if nothing is typed.
pub fn ask_reviewer(lang: Lang, console: &mut Console) -> Option<String> {
    console.talk(&format!("\n{}\n> ", lang.stakes_reviewer()));
    console.read_line().filter(|line| !line.is_empty())
}

/// Reads `data=special,volume=large`. A label may hold commas: what has no `=` belongs to the part before it.
///
/// # Errors
/// A factor or an option is not known, or a factor stands twice.
pub fn read(written: &[String], questionnaire: &Questionnaire, lang: Lang) -> anyhow::Result<Stakes> {
    let factors = &questionnaire.factors;
    if factors.is_empty() {
        bail!("{}", lang.no_factors(questionnaire.reference()));
    }
    let mut stakes = factors.map(|_, _| None);
    for part in parts(written) {
        let Some((name, chosen)) = part.split_once('=') else {
            bail!("{}", lang.factor_without_option(one_line(&part)))
        };
        let Some(at) = factors.find(|factor| folded(&factor.id) == folded(name)) else {
            let near = nearest(name.trim(), factors.iter().map(|factor| factor.id.as_str()));
            let near = near.map(|near| lang.perhaps(one_line(near)).and(" ")).unwrap_or_default();
            let known = near.and(lang.it_asks_for(Clean::joined(factors.iter().map(|factor| &factor.id), ", ")));
            bail!("{}", lang.no_such_factor(one_line(name), known));
        };
        if stakes[at].is_some() {
            bail!("{}", lang.factor_twice(&factors[at].id));
        }
        stakes[at] = Some(option(&factors[at], chosen.trim(), lang).map_err(|problem| {
            anyhow::anyhow!("--inherent: {problem}") //
        })?);
    }
    Ok(stakes)
}

/// What stands between commas, rejoined where a comma belongs to a label.
fn parts(written: &[String]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for text in written {
        for (at, part) in text.split(',').enumerate() {
            match parts.last_mut() {
                Some(last) if at > 0 && !part.contains('=') && !part.trim().is_empty() => last.extend([",", part]),
                _ => parts.push(part.to_owned()),
            }
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot get its value has failed")]
mod tests {
    use std::cell::RefCell;
    use std::io::{Cursor, Write};
    use std::rc::Rc;

    use super::*;
    use crate::cli::console::Machine;
    use crate::questionnaire::built_in;
    use crate::source::Date;

    /// What was said, for a test to look at.
    #[derive(Clone, Default)]
    struct Heard(Rc<RefCell<Vec<u8>>>);

    impl Write for Heard {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.borrow_mut().extend(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    fn console(typed: &str) -> (Console, Heard) {
        let said = Heard::default();
        let console = Console {
            input: Box::new(Cursor::new(typed.to_owned())),
            output: Box::new(Heard::default()),
            errors: Box::new(said.clone()),
            machine: Machine {
                today: Date::default(),
                is_zone_unknown: false,
                folder: std::path::PathBuf::new(),
                environment: |_| None,
                read: Default::default(),
                input_is_terminal: true,
                output_is_terminal: true,
                errors_is_terminal: false,
                terminal_width: None,
                terminal_height: None,
            },
        };
        (console, said)
    }

    /// The numbers of the options that are stated, factor by factor.
    fn numbers(questionnaire: &Questionnaire, stakes: &Stakes) -> Vec<Option<usize>> {
        let factors = questionnaire.factors.with_ids();
        factors.map(|(id, factor)| Some(factor.options.number(stakes[id]?))).collect()
    }

    fn asked(typed: &str, lang: Lang) -> (Vec<Option<usize>>, String) {
        let questionnaire = built_in::find("customer-service").unwrap().read().value.unwrap();
        let (mut console, said) = console(typed);
        let stakes = ask(&questionnaire, lang, &mut console);
        let said = String::from_utf8(said.0.borrow().clone()).unwrap();
        (numbers(&questionnaire, &stakes), said)
    }

    fn read_one(written: &str) -> Result<Vec<Option<usize>>, String> {
        let questionnaire = built_in::find("customer-service").unwrap().read().value.unwrap();
        let stakes = read(&[written.to_owned()], &questionnaire, Lang::En).map_err(|error| error.to_string())?;
        Ok(numbers(&questionnaire, &stakes))
    }

    #[test]
    fn a_factor_is_answered_by_number_id_or_label() {
        let (stakes, _) = asked("4\nLARGE\n\nendast våra och leverantörens\n1\n", Lang::En);
        assert_eq!(stakes[..4], [Some(4), Some(3), None, Some(1)], "the wrong label was refused and asked again");
        let (stakes, said) = asked("Färre än 10 000\n\n\n\n\n\n", Lang::Sv);
        assert_eq!(stakes, [None; 6], "a label of another factor is no answer");
        assert!(said.contains("`Färre än 10 000` är inget alternativ för `data`"), "{said}");
        let (stakes, _) = asked("contact\nFärre än 10 000\n6\n0\n3\n", Lang::En);
        assert_eq!(stakes, [Some(2), Some(1), Some(3), None, None, None], "6 and 0 are no numbers of an option");
    }

    #[test]
    fn enter_and_the_end_of_input_leave_factors_open() {
        assert_eq!(asked("", Lang::En).0, [None; 6]);
        let (stakes, said) = asked("\n2", Lang::En);
        assert_eq!(stakes, [None, Some(2), None, None, None, None]);
        assert!(said.contains("3 of 6") && !said.contains("4 of 6"), "{said}");
    }

    #[test]
    fn a_question_mark_explains_and_asks_again() {
        let (stakes, said) = asked("?\nspecial\n", Lang::En);
        assert_eq!(stakes[0], Some(4));
        assert!(said.contains(Lang::En.stakes_explained().as_str()), "{said}");
    }

    #[test]
    fn a_slip_is_named_with_what_was_meant() {
        let (_, said) = asked("specal\n", Lang::En);
        assert!(said.contains("did you mean `special`?"), "{said}");
        assert!(said.contains("choose one of: general, contact, financial, special"), "{said}");
    }

    #[test]
    fn the_reviewer_may_be_left_open() {
        let typed = |typed: &str| ask_reviewer(Lang::En, &mut console(typed).0);
        assert_eq!(typed("\n"), None);
        assert_eq!(typed(""), None);
        assert_eq!(typed(" Data protection office \n"), Some("Data protection office".to_owned()));
    }

    #[test]
    fn the_command_line_takes_ids_and_labels_in_any_case() {
        let stated = Ok(vec![Some(4), Some(3), None, None, None, None]);
        assert_eq!(read_one("data=special,volume=large"), stated);
        assert_eq!(read_one("DATA = Special , volume=Fler än 100 000,"), stated);
        assert_eq!(read_one("data=contact details, orders and case history").unwrap()[0], Some(2));
        assert_eq!(read_one("volume=10,000 to 100,000,data=contact").unwrap()[..2], [Some(2), Some(2)]);
    }

    #[test]
    fn mistakes_on_the_command_line_are_named() {
        let wrong = |written: &str| read_one(written).unwrap_err();
        assert!(wrong("dat=special").contains("did you mean `data`? it asks for data, volume, access"));
        assert!(wrong("data=specal").contains("did you mean `special`? choose one of: general"));
        assert!(wrong("data=4").contains("`4` is no option of `data`; choose one of: general"));
        assert!(wrong("data=special,data=contact").contains("`data` stands twice"));
        assert!(wrong("data").contains("write factor=option"));
    }
}
