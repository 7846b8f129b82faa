//! Conditions as VSAQ writes them: `a && !(b || ^c)`, read from left to right without precedence, as VSAQ does.

/// No condition is nested deeper.
const DEPTH: usize = 24;

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Expression {
    /// All of them hold.
    All(Vec<Expression>),
    /// One of them holds.
    Any(Vec<Expression>),
    /// It does not hold.
    Not(Box<Expression>),
    /// Something is chosen: `office_home`, `mfa/yes`, `mfa/no`.
    Chosen(String),
    /// Something is shown: `^warn_x`.
    Shown(String),
    /// Never: `false`.
    Never,
}

/// Reads a condition; `None` if it is none, looks at what somebody wrote, or is too deep.
pub(super) fn read(text: &str) -> Option<Expression> {
    let mut signs = Signs { rest: text };
    let found = signs.group(0)?;
    signs.rest.is_empty().then_some(found)
}

struct Signs<'t> {
    rest: &'t str,
}

impl Signs<'_> {
    /// Up to the end, or to a bracket that closes.
    fn group(&mut self, depth: usize) -> Option<Expression> {
        let mut whole = self.part(depth)?;
        let mut turns = 0;
        loop {
            self.blanks();
            let are_all = match self.rest.get(..2) {
                Some("&&") => true,
                Some("||") => false,
                _ => return Some(whole),
            };
            self.rest = self.rest.get(2..)?;
            let next = self.part(depth)?;
            whole = match (whole, are_all) {
                (Expression::All(parts), true) => Expression::All(and(parts, next)),
                (Expression::Any(parts), false) => Expression::Any(and(parts, next)),
                (whole, true) => Expression::All(vec![whole, next]),
                (whole, false) => Expression::Any(vec![whole, next]),
            };
            turns += usize::from(matches!(&whole, Expression::All(parts) | Expression::Any(parts) if parts.len() == 2));
            if turns + depth > DEPTH {
                return None;
            }
        }
    }

    fn part(&mut self, depth: usize) -> Option<Expression> {
        if depth > DEPTH {
            return None;
        }
        self.blanks();
        if let Some(behind) = self.rest.strip_prefix('!') {
            self.rest = behind;
            return Some(Expression::Not(Box::new(self.part(depth + 1)?)));
        }
        if let Some(behind) = self.rest.strip_prefix('(') {
            self.rest = behind;
            let inside = self.group(depth + 1)?;
            self.blanks();
            self.rest = self.rest.strip_prefix(')')?;
            return Some(inside);
        }
        self.name()
    }

    fn name(&mut self) -> Option<Expression> {
        let end = self.rest.find([' ', '\t', '\n', '(', ')', '!', '&', '|', ',', '"']).unwrap_or(self.rest.len());
        let (name, behind) = self.rest.split_at(end);
        let is_called = behind.trim_start().starts_with('(');
        if name.is_empty() || is_called || name.ends_with("/value") {
            return None;
        }
        self.rest = behind;
        Some(match name.strip_prefix('^') {
            Some(shown) => Expression::Shown(shown.to_owned()),
            None if name == "false" => Expression::Never,
            None => Expression::Chosen(name.to_owned()),
        })
    }

    fn blanks(&mut self) {
        self.rest = self.rest.trim_start();
    }
}

fn and(mut parts: Vec<Expression>, next: Expression) -> Vec<Expression> {
    parts.push(next);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> String {
        read(text).map_or_else(|| "none".to_owned(), |found| of(&found))
    }

    fn of(expression: &Expression) -> String {
        let several = |parts: &[Expression], sign| parts.iter().map(of).collect::<Vec<_>>().join(sign);
        match expression {
            Expression::All(parts) => format!("({})", several(parts, "&")),
            Expression::Any(parts) => format!("({})", several(parts, "|")),
            Expression::Not(part) => format!("!{}", of(part)),
            Expression::Chosen(name) => name.clone(),
            Expression::Shown(name) => format!("^{name}"),
            Expression::Never => "never".to_owned(),
        }
    }

    #[test]
    fn conditions_are_read_from_left_to_right() {
        assert_eq!(said("a"), "a");
        assert_eq!(said(" !a/yes&&b "), "(!a/yes&b)");
        assert_eq!(said("a || b && c || d || e"), "(((a|b)&c)|d|e)");
        assert_eq!(said("!(a||b) && ^tip && !!c"), "(!(a|b)&^tip&!!c)");
        assert_eq!(said("false"), "never");
        for none in ["", "a b", "a &", "a & b", "(a", "a)", "matches(a/value, \"x\")", "a/value", "a &&", "\"a\"", "!"]
        {
            assert_eq!(said(none), "none", "{none}");
        }
    }

    #[test]
    fn what_is_too_deep_is_none() {
        assert_eq!(said(&"!".repeat(100_000)), "none");
        assert_eq!(said(&"(".repeat(100_000)), "none");
        assert_eq!(said(&format!("a{}", " && b || c".repeat(100_000))), "none");
        assert_ne!(said(&format!("a{}", " || b".repeat(1000))), "none", "one list of many is not deep");
    }
}
