//! Conditions over answers: when a question is asked, when a red flag is raised, what contradicts what.

/// A condition. Questions, factors and options are named by their place in the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A choice was answered with one of these options.
    Options {
        /// Place of the question.
        question: usize,
        /// Places of its options.
        options: Vec<usize>,
    },
    /// A question about a date was answered with `never`.
    Never {
        /// Place of the question.
        question: usize,
    },
    /// A number, or the days of a date, lies strictly between two bounds.
    Within {
        /// Place of the question.
        question: usize,
        /// Greater than this.
        above: Option<i64>,
        /// Less than this.
        below: Option<i64>,
    },
    /// A factor of inherent risk has one of these options.
    Factor {
        /// Place of the factor.
        factor: usize,
        /// Places of its options.
        options: Vec<usize>,
    },
}

impl Condition {
    /// The places of all questions that the condition looks at, in the order of the text.
    pub fn questions(&self) -> Vec<usize> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(Condition::questions).collect(),
            Condition::Not(part) => part.questions(),
            Condition::Options { question, .. }
            | Condition::Never { question }
            | Condition::Within { question, .. } => {
                vec![*question]
            }
            Condition::Factor { .. } => Vec::new(),
        }
    }

    /// The places of all factors of inherent risk that the condition looks at, likewise.
    pub fn factors(&self) -> Vec<usize> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(Condition::factors).collect(),
            Condition::Not(part) => part.factors(),
            Condition::Factor { factor, .. } => vec![*factor],
            Condition::Options { .. } | Condition::Never { .. } | Condition::Within { .. } => Vec::new(),
        }
    }
}
