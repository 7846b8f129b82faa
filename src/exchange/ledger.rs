//! The account of what came in: what was read, what became of it, what was lost on the way, what is to be decided.

use crate::words::matters::Matter;
use crate::words::{Clean, Lang};

/// So many examples of a matter are named.
const NAMED: usize = 5;

/// What has become of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stood in the source.
    Read,
    /// It came in.
    Mapped,
    /// It did not come in.
    Lost,
    /// It was meant as an answer and did not come in as one, so that its question is open. It is told as lost.
    Open,
    /// It came in, and somebody has to decide about it.
    Decide,
}

/// The account, by parts and within them in the order in which each matter came up first.
#[derive(Clone, Debug, Default)]
pub struct Ledger(Vec<Account>);

#[derive(Clone, Debug)]
struct Account {
    part: Fate,
    matter: &'static Matter,
    count: usize,
    named: Vec<Clean>,
}

impl Ledger {
    /// One thing, by what it is known as.
    pub fn note(&mut self, part: Fate, matter: &'static Matter, of: Clean) {
        let account = self.account(part, matter);
        account.count += 1;
        if account.named.len() < NAMED && !of.is_empty() {
            account.named.push(of);
        }
    }

    /// Several things, of which none is named.
    pub fn count(&mut self, part: Fate, matter: &'static Matter, count: usize) {
        if count > 0 {
            self.account(part, matter).count += count;
        }
    }

    /// Something that holds for all of it.
    pub fn remark(&mut self, part: Fate, matter: &'static Matter) {
        self.account(part, matter);
    }

    /// What another account has.
    pub fn append(&mut self, other: Ledger) {
        for Account { part, matter, count, named } in other.0 {
            let account = self.account(part, matter);
            account.count += count;
            account.named.extend(named);
            account.named.truncate(NAMED);
        }
    }

    fn account(&mut self, part: Fate, matter: &'static Matter) -> &mut Account {
        let known = self.0.iter().position(|known| known.part == part && known.matter.id == matter.id);
        let at = known.unwrap_or_else(|| {
            self.0.push(Account { part, matter, count: 0, named: Vec::new() });
            self.0.len() - 1
        });
        &mut self.0[at]
    }

    /// How often a matter came up.
    #[cfg(test)]
    pub(super) fn of(&self, part: Fate, matter: &'static Matter) -> usize {
        let of = self.0.iter().filter(|known| known.part == part && known.matter.id == matter.id);
        of.map(|known| known.count).sum()
    }

    /// Whether an answer did not come in as one, which somebody has to look at.
    pub fn leaves_open(&self) -> bool {
        self.0.iter().any(|account| account.part == Fate::Open)
    }

    /// The account in words: what was read on one line and what came of it on another, what was lost and what is to be
    /// decided a line each.
    pub fn lines(&self, lang: Lang) -> Vec<Clean> {
        // what is only counted comes before what is named, too
        let of = |part| {
            let as_told = |part| if part == Fate::Open { Fate::Lost } else { part };
            let of_part = self.0.iter().filter(move |known| as_told(known.part) == part);
            let (named, counted): (Vec<_>, Vec<_>) = of_part.partition(|known| !known.named.is_empty());
            counted.into_iter().chain(named).map(move |known| known.said(lang))
        };
        let together = |part, say: fn(Lang, Clean) -> Clean| {
            let said = Clean::joined(of(part), ", ");
            (!said.is_empty()).then(|| say(lang, said))
        };
        let whole = [together(Fate::Read, Lang::ledger_read), together(Fate::Mapped, Lang::ledger_mapped)];
        let lost = of(Fate::Lost).map(|said| lang.ledger_lost(said));
        let decide = of(Fate::Decide).map(|said| lang.ledger_decide(said));
        whole.into_iter().flatten().chain(lost).chain(decide).collect()
    }
}

impl Account {
    fn said(&self, lang: Lang) -> Clean {
        if self.count == 0 {
            return self.matter.said(lang);
        }
        let line = lang.ledger_line(self.matter.said(lang), self.count);
        if self.named.is_empty() {
            return line;
        }
        let named = Clean::joined(self.named.iter(), ", ");
        lang.ledger_examples(line, if self.count > self.named.len() { lang.ledger_more(named) } else { named })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::shown;
    use crate::words::matters::draft;

    #[test]
    fn an_account_counts_all_and_names_the_first() {
        let mut ledger = Ledger::default();
        (0..7).for_each(|at| ledger.note(Fate::Lost, &draft::LABELS, shown(at)));
        ledger.count(Fate::Read, &draft::QUESTIONS, 46);
        ledger.count(Fate::Read, &draft::CATEGORIES, 8);
        ledger.count(Fate::Lost, &draft::FLAGS, 0);
        let lines = ledger.lines(Lang::En);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert_eq!(&*lines[0], "read: questions: 46, categories: 8");
        assert!(lines[1].ends_with(": 7 (0, 1, 2, 3, 4, ...)"), "{lines:?}");
        assert_eq!(ledger.of(Fate::Lost, &draft::LABELS), 7);
    }
}
