//! What a client may have at stake: the factors of inherent risk.

use super::layer::Readings;
use super::layout::Placed;
use crate::questionnaire::ids::{ById, FactorId, FactorOptionId};
use crate::questionnaire::level::Level;
use crate::questionnaire::model::{Factor, FactorOption};
use crate::questionnaire::names::Unique;
use crate::questionnaire::text::{self, Translations};
use crate::source::Node;
use crate::source::fields::Reading;

pub(super) fn factors(
    items: &[Placed<&Node<'_>>],
    languages: &[String],
    broken: &mut Vec<String>,
    readings: &mut Readings<'_>,
) -> ById<FactorId, Factor> {
    let mut ids = Unique::default();
    let mut factors = ById::default();
    for Placed { file, part: item } in items {
        let reading = &mut readings[*file];
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let ask = fields.required("ask", reading).and_then(|node| text::read(node, languages, reading));
        let list = fields.required("options", reading);
        let options = list.map_or_else(ById::default, |list| factor_options(list, languages, reading));
        fields.finish(reading);
        match id.zip(ask) {
            Some((id, ask)) => {
                factors.push(Factor { id, ask, options });
            }
            None => broken.extend(item.get("id").and_then(Node::text).map(|id| format!("inherent_risk.{id}"))),
        }
    }
    factors
}

fn factor_options(
    list: &Node<'_>,
    languages: &[String],
    reading: &mut Reading<'_>,
) -> ById<FactorOptionId, FactorOption> {
    let mut ids = Unique::default();
    let mut options = ById::default();
    for item in reading.filled_list(list, "options") {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let label = text::optional(&mut fields, "label", languages, reading);
        let tier = fields.required("tier", reading).and_then(|node| reading.word(node));
        fields.finish(reading);
        let Some(id) = id else { continue };
        let label = label.unwrap_or_else(|| Translations::same(&id));
        options.push(FactorOption { id, label, tier: tier.unwrap_or(Level::Critical) });
    }
    options
}
