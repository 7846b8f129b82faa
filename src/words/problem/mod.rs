//! What can be wrong with a file, and how we say so: one row per problem, in both languages.
//!
//! A row gives a stable code, whether it stops a judgement (error) or not (warning), perhaps a [`Hint`] at a step that
//! the help speaks of, the message, the help, and the longer story. A row is called as a function and gives a
//! [`Problem`]; its arguments are clean, and are cut where somebody wrote a book into a name.

pub mod answers;
pub mod archives;
pub mod backs;
pub mod cells;
pub mod chains;
pub mod controls;
pub mod evidence;
pub mod foreign;
pub mod forms;
pub mod mappings;
pub mod policy;
pub mod questionnaire;
pub mod records;
pub mod review;
pub mod slips;
pub mod text;
pub mod trees;
pub mod workbooks;

use std::fmt;
use std::sync::{Arc, OnceLock};

use super::Lang;
use super::clean::{Clean, Trusted, one_line, shown};
use super::hint::{self, Guide, Hint};

/// Whether a problem stops the judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// Doubtful but legal; the judgement goes on.
    Warning,
    /// The file cannot be used as it stands.
    Error,
}

impl Severity {
    /// How programs name it.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// A text in the languages of [`Lang::ALL`], in that order.
pub type Both<T> = [T; 2];

/// A kind of problem: what every instance of it shares.
#[derive(Debug)]
pub struct Code {
    /// Stable kebab-case name; never translated, never reused.
    pub id: &'static str,
    /// Whether it stops the judgement.
    pub severity: Severity,
    /// The longer story: what it means, why it matters, what to do.
    pub about: Both<&'static str>,
}

/// One problem in one place, said in both languages once somebody asks: of a thousand files that are judged together,
/// most problems are counted and never shown.
#[derive(Clone)]
pub struct Problem {
    /// The kind.
    pub code: &'static Code,
    say: Arc<dyn Fn() -> ProblemWords + Send + Sync>,
    said: OnceLock<Box<ProblemWords>>,
    hint: Option<Box<Hint>>,
    /// The help before "did you mean" was put in front of it.
    certain: Option<Box<Both<Clean>>>,
}

/// A problem in words.
#[derive(Clone, Debug)]
struct ProblemWords {
    message: Both<Clean>,
    help: Both<Clean>,
}

impl fmt::Debug for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Problem").field("code", &self.code.id).field("said", self.said()).finish()
    }
}

/// A line that is longer is not worth copying from a message, in characters.
const LONGEST_CURE: usize = 100;

impl Problem {
    /// One of a kind, and how it is put into words.
    fn new(code: &'static Code, hint: Option<Hint>, say: impl Fn() -> ProblemWords + Send + Sync + 'static) -> Problem {
        Problem { code, say: Arc::new(say), said: OnceLock::new(), hint: hint.map(Box::new), certain: None }
    }

    /// What is wrong.
    pub fn message(&self, lang: Lang) -> &Clean {
        in_lang(&self.said().message, lang)
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> &Clean {
        in_lang(&self.said().help, lang)
    }

    fn said(&self) -> &ProblemWords {
        self.said.get_or_init(|| Box::new((self.say)()))
    }

    /// The same in other words.
    fn reworded(self, change: impl FnOnce(ProblemWords) -> ProblemWords) -> Problem {
        let said = change(self.said().clone());
        Problem { said: OnceLock::from(Box::new(said)), ..self }
    }

    /// The step that the help speaks of, where only the face knows how it is taken.
    pub fn hint(&self) -> Option<&Hint> {
        self.hint.as_deref()
    }

    /// What to do about it, and how.
    pub fn guided(&self, guide: &dyn Guide, lang: Lang) -> Clean {
        hint::behind(self.help(lang), self.hint().and_then(|hint| hint.told(guide, lang)))
    }

    /// Puts "did you mean" in front of the help where there is a name close to the one that was written.
    pub fn did_you_mean(self, nearest: Option<&str>) -> Problem {
        let Some(name) = nearest.map(|name| in_help(one_line(name))) else { return self };
        let certain = Some(Box::new(self.said().help.clone()));
        Problem { certain, ..self }.reworded(|ProblemWords { message, help: [en, sv] }| {
            let help = [Lang::En.meant_instead(&name, en), Lang::Sv.meant_instead(name, sv)];
            ProblemWords { message, help }
        })
    }

    /// The same without "did you mean": what goes to somebody else guesses at no name.
    #[must_use]
    pub fn without_guess(&self) -> Problem {
        let said = self.clone();
        match self.certain.as_deref().cloned() {
            Some(help) => said.reworded(|words| ProblemWords { help, ..words }),
            None => said,
        }
    }

    /// Says that answers can be carried over to the version that is accepted.
    pub fn to_be_renewed(mut self) -> Problem {
        self.hint = Some(Box::new(Hint::RenewAnswers));
        self
    }

    /// Says in which line it is, where nobody shows the file.
    pub fn in_line(self, line: usize) -> Problem {
        self.reworded(|ProblemWords { message: [en, sv], help }| {
            let message = [Lang::En.line_and_problem(line, en), Lang::Sv.line_and_problem(line, sv)];
            ProblemWords { message, help }
        })
    }

    /// Puts something else in the place of the help: what helps here and not elsewhere.
    pub fn helped(self, help: impl Fn(Lang) -> Clean) -> Problem {
        self.reworded(|said| ProblemWords { help: Lang::ALL.map(help), ..said })
    }

    /// Says how many blanks a line is to begin with, in the place of the help.
    pub fn to_begin_with(self, blanks: usize) -> Problem {
        self.helped(|lang| lang.begin_with_blanks(blanks))
    }

    /// Puts the line as it is to be written in the place of the help, if it is short enough to be copied.
    pub fn to_be_written(self, line: &Clean) -> Problem {
        if line.chars().count() > LONGEST_CURE {
            return self;
        }
        self.helped(|lang| lang.write_this(line))
    }

    /// Names the first letter that is another one than in what was probably meant: two that look alike would leave
    /// everybody puzzled.
    pub fn but_looks_alike(self, written: &str, meant: &str) -> Problem {
        let is_other = |letter: &char| !letter.is_ascii() && !meant.contains(*letter);
        let Some(letter) = written.chars().find(is_other) else { return self };
        let (sign, code) = (shown(letter), shown(format_args!("U+{:04X}", u32::from(letter))));
        self.reworded(|ProblemWords { message, help: [en, sv] }| {
            let help = [Lang::En.is_another_letter(en, &sign, &code), Lang::Sv.is_another_letter(sv, sign, code)];
            ProblemWords { message, help }
        })
    }
}

impl Code {
    /// The longer story in a language.
    pub fn about(&self, lang: Lang) -> &'static str {
        let [en, sv] = self.about;
        match lang {
            Lang::En => en,
            Lang::Sv => sv,
        }
    }
}

/// Every code there is, by room.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [
        text::CODES,
        slips::CODES,
        archives::CODES,
        backs::CODES,
        workbooks::CODES,
        trees::CODES,
        records::CODES,
        questionnaire::CODES,
        answers::CODES,
        evidence::CODES,
        chains::CODES,
        forms::CODES,
        cells::CODES,
        foreign::CODES,
        mappings::CODES,
        controls::CODES,
        review::CODES,
        policy::CODES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

fn in_lang(both: &Both<Clean>, lang: Lang) -> &Clean {
    let [en, sv] = both;
    match lang {
        Lang::En => en,
        Lang::Sv => sv,
    }
}

/// An argument as it may stand in a message, which is read at a glance: short.
fn in_message(argument: impl Trusted) -> Clean {
    argument.clean().cut(120)
}

/// An argument as it may stand in the help, which may list what there is to choose from.
fn in_help(argument: impl Trusted) -> Clean {
    argument.clean().cut(400)
}

/// The table: each row becomes a constructor, and an entry of `CODES`.
macro_rules! problems {
    ($($(#[$doc:meta])* $severity:ident $id:literal $name:ident($($arg:ident),*)
        $(hint $hint:ident $({ $($part:ident),* })?)?
        en { $en:literal, help $en_help:literal, about $en_about:literal }
        sv { $sv:literal, help $sv_help:literal, about $sv_about:literal })*) => {
        /// The codes of this table, in its order.
        pub const CODES: &[&$crate::words::problem::Code] = &[$(codes::$name),*];

        #[allow(non_upper_case_globals, reason = "a code is named as its constructor is")]
        mod codes {
            use $crate::words::problem::{Code, Severity};
            $(pub const $name: &Code = &Code {
                id: $id, severity: Severity::$severity, about: [$en_about, $sv_about],
            };)*
        }

        $($(#[$doc])*
        #[doc = concat!("The problem `", $id, "`; its longer story is in [`CODES`].")]
        #[allow(unused_variables, reason = "a message or the help may do without")]
        pub fn $name($($arg: impl $crate::words::clean::Trusted),*) -> $crate::words::problem::Problem {
            let hint = [$($crate::words::Hint::$hint $({ $($part: $part.to_string()),* })?)?].into_iter().next();
            $(let $arg = $crate::words::problem::in_help($arg);)*
            $crate::words::problem::Problem::new(codes::$name, hint, move || {
                let help = [
                    $crate::words::phrases::phrases!(@said $en_help, $($arg),*),
                    $crate::words::phrases::phrases!(@said $sv_help, $($arg),*),
                ];
                $(let $arg = $crate::words::problem::in_message(&$arg);)*
                let message = [
                    $crate::words::phrases::phrases!(@said $en, $($arg),*),
                    $crate::words::phrases::phrases!(@said $sv, $($arg),*),
                ];
                $crate::words::problem::ProblemWords { message, help }
            })
        })*
    };
}
use problems;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_kebab_case_and_unique() {
        let mut ids: Vec<&str> = all().map(|code| code.id).collect();
        assert!(ids.len() > 60, "the tables are listed in all()");
        assert!(ids.iter().all(|id| id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')));
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn the_languages_differ_and_end_as_sentences() {
        for code in all() {
            let [en, sv] = code.about;
            assert_ne!(en, sv, "{}", code.id);
            assert!(en.ends_with('.') && sv.ends_with('.'), "{}", code.id);
            assert!(![en, sv].iter().any(|told| told.contains("{{")), "{}: no pattern, shown as it is", code.id);
        }
    }

    #[test]
    fn arguments_are_clean_and_stay_so() {
        let problem = answers::unknown_question(one_line("a\u{1b}[2Jb"), "q");
        assert!(problem.message(Lang::En).contains("a\\u{1b}[2Jb"));
    }

    #[test]
    fn a_letter_that_only_looks_alike_is_named() {
        let problem = answers::unknown_question("\u{430}.mfa", "q").but_looks_alike("\u{430}.mfa", "a.mfa");
        assert!(
            problem.help(Lang::En).ends_with("; `\u{430}` (U+0430) in it is another letter, whatever it looks like")
        );
        let same = answers::unknown_question("a.mfb", "q").but_looks_alike("a.mfb", "a.mfa");
        assert!(!same.help(Lang::En).contains("U+"));
    }

    #[test]
    fn a_message_is_short_whatever_it_repeats() {
        let problem = answers::unknown_option(one_line(&"y".repeat(1 << 20)), "yes, no");
        assert!(problem.message(Lang::Sv).chars().count() < 200, "{}", problem.message(Lang::Sv));
        assert!(problem.help(Lang::En).contains("yes, no"));
    }
}
