//! `duly generate`: JSON Schemas for editors.

use super::args::{GenerateArgs, GenerateCommand, SchemaOf};
use super::console::Console;
use super::exit::Exit;
use crate::{answers, policy, questionnaire, report};

/// Runs the command.
pub fn run(args: &GenerateArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let GenerateCommand::Schema { of } = args.what;
    console.print(schema(of))?;
    Ok(Exit::Done)
}

fn schema(of: SchemaOf) -> &'static str {
    match of {
        SchemaOf::Questionnaire => questionnaire::read::SCHEMA,
        SchemaOf::Answers => answers::read::SCHEMA,
        SchemaOf::Review => answers::read_review::SCHEMA,
        SchemaOf::Policy => policy::read::SCHEMA,
        SchemaOf::Assessment => report::json::SCHEMA,
    }
}
