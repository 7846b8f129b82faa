//! `duly review`: our side of a vendor's answers, as a dialogue.

use anyhow::ensure;

use super::args::ReviewArgs;
use super::console::Console;
use super::exit::{self, Exit};
use super::face::Face;
use super::record;
use super::setting::Setting;
use crate::assessment::assess;
use crate::recording::Dialogue;
use crate::recording::route::Route;
use crate::report::story::Story;
use crate::words::Lang;

/// Runs the command.
pub fn run(args: &ReviewArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    ensure!(!args.inputs.no_review, "{}", lang.review_is_written_here());
    let opened = record::open(&args.file, &args.inputs, &args.show, console)?;
    let Some(mut session) = opened else { return Ok(Exit::Unusable) };
    let face = Face::new(args.dialogue.plain, session.lang, session.setting, console);
    if let Some((review, origin)) = session.case.review.take() {
        session.case.go_on_with_review(review, origin);
    }
    let named = session.case.review.as_ref().map(|(review, _)| review.reviewer.as_str());
    let has_reviewer = named.is_some_and(|name| Lang::ALL.iter().all(|lang| lang.reviewer_to_be_named() != name));
    let assessment = assess(session.case.subject()).map_err(exit::broken(session.lang))?;
    let route = Route::of_review(&Story::new(&assessment, session.lang), record::only(args.dialogue), has_reviewer);
    let file = session.review.known.path.clone();
    session.hold(Dialogue::new(route, console.machine.today), &face, &file, console)
}
