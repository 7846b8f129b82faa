//! What is at stake, as the command line says it.

use anyhow::bail;

use crate::questionnaire::ids::{FactorId, FactorOptionId};
use crate::questionnaire::model::Factor;
use crate::questionnaire::names::folded;
use crate::questionnaire::text::{self, Named};
use crate::questionnaire::{ById, Questionnaire};
use crate::source::nearest::nearest;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// What is at stake: one entry per factor, `None` where it is left open.
pub type Stakes = ById<FactorId, Option<FactorOptionId>>;

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
    use super::*;
    use crate::questionnaire::built_in;

    /// The numbers of the options that are stated, factor by factor.
    fn numbers(questionnaire: &Questionnaire, stakes: &Stakes) -> Vec<Option<usize>> {
        let factors = questionnaire.factors.with_ids();
        factors.map(|(id, factor)| Some(factor.options.number(stakes[id]?))).collect()
    }

    fn read_one(written: &str) -> Result<Vec<Option<usize>>, String> {
        let questionnaire = built_in::find("customer-service").unwrap().read().value.unwrap();
        let stakes = read(&[written.to_owned()], &questionnaire, Lang::En).map_err(|error| error.to_string())?;
        Ok(numbers(&questionnaire, &stakes))
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
