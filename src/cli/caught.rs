//! A panic is a mistake of the program: here it becomes the [`Broken`] that is told like every other one.

use std::cell::{Cell, RefCell};
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::Once;

use crate::words::Broken;

thread_local! {
    /// Whether a panic of this thread is told by whoever catches it.
    static IS_TOLD: Cell<bool> = const { Cell::new(false) };
    /// What the last one that is told said, and where.
    static SAID: RefCell<String> = const { RefCell::new(String::new()) };
}

/// What work gives, or the panic that ended it.
///
/// # Errors
/// The work panicked.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Broken> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = panic::take_hook();
        panic::set_hook(Box::new(move |panic| if IS_TOLD.get() { note(panic) } else { others(panic) }));
    });
    let was_told = IS_TOLD.replace(true);
    // whoever gets a `Broken` shows nothing of what the work was at
    let outcome = panic::catch_unwind(AssertUnwindSafe(work));
    IS_TOLD.set(was_told);
    outcome.map_err(|_| Broken::new(SAID.take()))
}

fn note(panic: &PanicHookInfo<'_>) {
    let said = panic.payload();
    let formatted = || said.downcast_ref::<String>().map(String::as_str);
    let what = said.downcast_ref::<&str>().copied().or_else(formatted).unwrap_or("a panic");
    let place = panic.location().map(|place| format!(" ({}:{})", place.file(), place.line()));
    SAID.set(what.to_owned() + &place.unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_as_what_should_not_happen_and_where() {
        let broken = caught(|| [1, 2][std::hint::black_box(2)]).unwrap_err().to_string();
        let said = "this should not happen: index out of bounds: the len is 2 but the index is 2 (src/cli/caught.rs:";
        assert!(broken.replace('\\', "/").starts_with(said), "{broken}");
        assert!(broken.contains("; no result was written; please report it"), "{broken}");
    }

    #[test]
    fn one_that_was_caught_within_leaves_the_next_to_be_told() {
        let outer = caught(|| {
            assert!(caught(|| panic!("two and two made five")).is_err());
            panic!("a {}", "second one")
        });
        let Err::<(), _>(broken) = outer else { panic!("it is caught") };
        assert!(broken.to_string().contains(": a second one ("), "{broken}");
        assert_eq!(caught(|| 4), Ok(4));
    }
}
