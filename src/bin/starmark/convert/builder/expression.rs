//! Expressions of Rust, laid out as rustfmt does.

/// An expression.
pub(crate) enum Expression {
    /// A literal or a path, which is never broken.
    Atom(String),
    /// `name(argument)`
    Function(Call),
    /// `[one, other]`
    List(Vec<Expression>),
    /// `head.method(argument).method(argument)`
    Chain { head: String, calls: Vec<Call> },
}

/// `name(arguments)`
pub(crate) struct Call {
    name: String,
    arguments: Vec<Expression>,
}

impl Call {
    pub(crate) fn new(name: impl Into<String>, arguments: Vec<Expression>) -> Self {
        Self {
            name: name.into(),
            arguments,
        }
    }

    fn flat(&self) -> String {
        let arguments: Vec<_> = self.arguments.iter().map(Expression::flat).collect();
        format!("{}({})", self.name, arguments.join(", "))
    }

    fn print(&self, width: usize, indent: usize) -> String {
        let flat = self.flat();
        if fits(&flat, width, indent) {
            return flat;
        }
        // One literal gains nothing from a line of its own.
        if let [Expression::Atom(atom)] = &self.arguments[..] {
            return format!("{}({atom})", self.name);
        }
        format!("{}({})", self.name, lines(&self.arguments, width, indent))
    }
}

impl Expression {
    pub(crate) fn call(name: &str, arguments: Vec<Self>) -> Self {
        Self::Function(Call::new(name, arguments))
    }

    fn flat(&self) -> String {
        match self {
            Self::Atom(atom) => atom.clone(),
            Self::Function(call) => call.flat(),
            Self::List(items) => {
                let items: Vec<_> = items.iter().map(Self::flat).collect();
                format!("[{}]", items.join(", "))
            }
            Self::Chain { head, calls } => {
                let calls = calls.iter().map(Call::flat);
                let parts: Vec<String> = std::iter::once(head.clone()).chain(calls).collect();
                parts.join(".")
            }
        }
    }

    /// The expression, whose first line stands at `indent`.
    pub(crate) fn print(&self, width: usize, indent: usize) -> String {
        let flat = self.flat();
        if fits(&flat, width, indent) {
            return flat;
        }
        match self {
            Self::Atom(atom) => atom.clone(),
            Self::Function(call) => match &call.arguments[..] {
                [list @ Self::List(_)] => format!("{}({})", call.name, list.print(width, indent)),
                _ => call.print(width, indent),
            },
            Self::List(items) => format!("[{}]", lines(items, width, indent)),
            Self::Chain { head, calls } => {
                let inner = indent + 4;
                let space = " ".repeat(inner);
                let calls = calls
                    .iter()
                    .map(|call| format!("\n{space}.{}", call.print(width, inner)));
                format!("{head}{}", calls.collect::<String>())
            }
        }
    }
}

fn fits(flat: &str, width: usize, indent: usize) -> bool {
    !flat.contains('\n') && indent + flat.chars().count() + 2 <= width
}

/// Each on a line of its own, with a comma behind it.
fn lines(items: &[Expression], width: usize, indent: usize) -> String {
    let inner = indent + 4;
    let line = |item: &Expression| format!("\n{}{},", " ".repeat(inner), item.print(width, inner));
    let lines: String = items.iter().map(line).collect();
    format!("{lines}\n{}", " ".repeat(indent))
}
