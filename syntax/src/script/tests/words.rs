//! The words of the problems, and the advice in them: tables.

/// Sources, and what is wrong with them as a value.
pub(super) const VALUES: &[(&str, &str)] = &[
    ("1 +", "nothing stands after `+`"),
    ("$a +* 2", "a value is missing between `+` and `*`"),
    (
        "if ($a) { 1 }",
        "`if` begins a statement, which has no value; write an expression such as `$a ? 1 : 2`",
    ),
    (
        "const a = 1",
        "`const` begins a statement, which has no value; write an expression such as `$a ? 1 : 2`",
    ),
    (
        "if ($a) 1; else 2",
        "`else` begins a statement, which has no value; write an expression such as `$a ? 1 : 2`",
    ),
    (
        "let x",
        "`let` begins a statement, which has no value; write an expression such as `$a ? 1 : 2`",
    ),
    (
        "1; ;",
        "nothing stands after the last `;`, so there is no value; leave the `;` out",
    ),
    (
        "1 // one",
        "the comment `// one` hides the end of the value; write `/* … */`",
    ),
    (
        "$a / 2; $b / 3",
        "the client takes the text between two `/` for a regular expression, so this `;` does not end a statement; use `,` instead, or a factor such as `* 0.5`",
    ),
    (
        "$a / 2 + 'x/y;z'",
        "the client cuts the string `'x/y; z'` at its `;`, because it takes the text between two `/` for a regular expression; write this `;` as `\\x3b`",
    ),
    (
        "'a\\\\'; 'b;c'",
        "the client cuts the string `'b; c'` at its `;`, because it misreads `\\\\'` before it; write `\\\\` as `\\x5c`",
    ),
    (
        "{$a}",
        "a key of an object cannot be the signal `$a`; write `a: $a`, or `[$a]: …` for a key that it holds",
    ),
    (
        "{$a: true}",
        "a key of an object cannot be the signal `$a`; write `a: $a`, or `[$a]: …` for a key that it holds",
    ),
    (
        "[1].map($x => $x)",
        "`$x` cannot stand before `=>`, because a signal cannot be a parameter; write names without `$`",
    ),
    (
        "(a, $b) => 1",
        "`(a, $b)` cannot stand before `=>`, because a signal cannot be a parameter; write names without `$`",
    ),
    (
        "@peek (() => 1)",
        "an action is written `@name(…)`, without a space between `@`, its name and `(`",
    ),
    (
        "@get",
        "an action is written `@name(…)`, without a space between `@`, its name and `(`",
    ),
    (
        "`${ '$n' + $n }`",
        "inside `${…}` the client reads `$n` as a signal or action even in quotes; join strings with `+` instead of a template",
    ),
    (
        "`it's ${$n}, isn't it`",
        "the client takes `'s ${$n}, isn'` for a string, so `$n` does nothing; write the quote in the text as `\\x27`",
    ),
    (
        "`costs $5 ${$n}`",
        "in a template with `${…}` the client reads `$5` as a signal or action; join strings with `+` instead",
    ),
    (
        "/\\$5/.test($a)",
        "the client reads `$5` as a signal or action even in a regular expression; write `[$]` or `[@]`",
    ),
    (
        "$naïve",
        "the name of the signal ends after `$na`; other letters than a–z, digits and `_` need `$['…']`",
    ),
    (
        "await @get('/ok')",
        "`await` works only inside of an `async` function, such as `(async () => { await … })()`",
    ),
    (
        "$n-1",
        "`$n-1` is read as ONE signal called `n-1`; write `$n - 1` to subtract, or `$['n-1']` for a signal of that name",
    ),
    (
        "$a.b-c",
        "`$a.b-c` is read as ONE signal called `a.b-c`; write `$a.b - c` to subtract, or `$a['b-c']` for a signal of that name",
    ),
    (
        "$foo-bar",
        "`$foo-bar` is read as ONE signal called `foo-bar`; write `$foo - bar` to subtract, or `$['foo-bar']` for a signal of that name",
    ),
    (
        "$a.$b",
        "behind a `.` stands a name without `$`, not `$b`; for a name in a signal write `[…]`",
    ),
    (
        "$$x",
        "in `$$x` the client reads the signal `$x`; a name with `$` before other letters does not work",
    ),
    (
        "jq$x",
        "in `jq$x` the client reads the signal `$x`; a name with `$` before other letters does not work",
    ),
    (
        "((z) => { const y = z; return y })(3)",
        "the client cuts a value at every `;`, also inside of brackets; end these statements with line breaks instead, or wrap them as `(() => { … })()`",
    ),
    (
        "setTimeout(() => { $a = 1; $b = 2 }, 100)",
        "the client cuts a value at every `;`, also inside of brackets; end these statements with line breaks instead, or wrap them as `(() => { … })()`",
    ),
    (
        "returned",
        "the client takes `returned` for a `return`, because it begins with these letters; put brackets around it",
    ),
    (" ", "there is no value"),
    (
        "$a = 1\n$b = 2",
        "`1` and `$b` stand side by side; in a value a line break does not end a statement, `;` does",
    ),
    (
        "'it's'",
        "the string `'it'` ends before `s`; write a quote inside of a string as `\\x27`",
    ),
    (
        "'a' 'b'",
        "`'a'` and `'b'` stand side by side, without an operator, `,` or `;` between them",
    ),
    (
        "foo bar",
        "`foo` and `bar` stand side by side, without an operator, `,` or `;` between them",
    ),
    (
        "$a and $b",
        "`$a` and `and` stand side by side; JavaScript writes `&&`",
    ),
    ("'not closed", "the string `'not closed` is not closed"),
    ("`not closed", "the template ``not closed` is not closed"),
    (
        "`a ${$b`",
        "the last back-tick opens a template that nothing closes",
    ),
    (
        "/* not closed",
        "the comment `/* not closed` is not closed with `*/`",
    ),
    (
        "/not closed",
        "the regular expression `/not closed` is not closed",
    ),
    ("/(/", "`(` is not closed in the regular expression `(`"),
    ("/a/q", "a regular expression has no flag `q`"),
    ("(1", "`(` is not closed: `(1`"),
    ("@get('/x'", "`(` is not closed: `@get('/x'`"),
    ("{a: 1", "`{` is not closed: `{a: 1`"),
    ("[1, 2", "`[` is not closed: `[1, 2`"),
    ("(1]", "in `(1]` the bracket `(` is closed by `]`"),
    ("1)", "`)` closes nothing"),
    ("}", "`}` closes nothing"),
    ("f(1,, 2)", "a value is missing between `,` and `,`"),
    (
        "{a = 1}",
        "an object has `:` between a name and its value, not `=`: `a = 1}`",
    ),
    (
        "{a 1}",
        "`a` and `1` stand side by side, without an operator, `,` or `;` between them",
    ),
    (
        "{a: 1 b: 2}",
        "`1` and `b` stand side by side, without an operator, `,` or `;` between them",
    ),
    ("{a: }", "nothing stands after `:`"),
    (
        "$a && $b = 1",
        "`=` cannot assign to `$a && $b`; put brackets around the assignment: `… && ($a = 1)`",
    ),
    (
        "$a + 1 = 2",
        "`=` cannot assign to `$a + 1`; to compare, write `===`",
    ),
    ("5++", "`++` and `--` need a signal or a variable, not `5`"),
    ("$a ? 1", "`?` has no `:` in `$a ? 1`; write `$a ? 1 : 2`"),
    (
        "1 ?? 2 || 3",
        "`??` does not mix with `||` and `&&`; put brackets around one of them",
    ),
    (
        "-1 ** 2",
        "`**` after `-1` is ambiguous; put brackets around one of them",
    ),
    ("‘a’", "`‘` is not a quote of JavaScript; write `'`"),
    ("a — b", "the character `—` means nothing in JavaScript"),
    ("1a", "`1a` begins as a number and goes on as a name"),
    (
        "'\\x4'",
        "the escape at `\\x4'` lacks digits; `\\x` takes two, `\\u` takes four",
    ),
    (
        "(...a)",
        "`(...a)` can only be parameters of a function, with `=>` behind it",
    ),
    ("()", "a value is missing between `(` and `)`"),
    ("$a.", "a name is missing behind `.`"),
    ("super.x", "`super` works only inside of a method"),
    (
        "import x from 'y'",
        "`import` works here only as a call, `import('/module.js')`",
    ),
    ("a\n=> 1", "`=>` cannot follow `a`"),
    (
        "enum",
        "`enum` is a word of JavaScript that cannot stand here",
    ),
    ("new.a", "behind `new.` stands only `target`"),
];

/// Sources, and what is wrong with them as statements.
pub(super) const STATEMENTS: &[(&str, &str)] = &[
    ("if ($a", "`(` is not closed: `($a`"),
    ("if ()", "a value is missing between `(` and `)`"),
    ("if $a", "`(` is missing after `if`"),
    (
        "for (a; b) {}",
        "`for` takes `(let a of list)`, or three parts between `;`: `(let i = 0; i < 3; i++)`",
    ),
    ("for (1 of $b) {}", "`for` cannot assign to `1`"),
    ("while ($a)", "nothing stands after `)`"),
    ("do f()", "`while (…)` is missing after `do`, behind `)`"),
    (
        "try { f() }",
        "`try { … }` needs `catch { … }` or `finally { … }` behind it",
    ),
    (
        "throw",
        "`throw` needs a value on the same line, such as `new Error('…')`",
    ),
    ("break", "`break` works only inside of a loop"),
    ("break a", "`break a` finds no label `a:`"),
    ("continue", "`continue` works only inside of a loop"),
    ("const a", "`const` needs a value: write `=` after `a`"),
    ("let a = 1; let a = 2", "`a` is declared twice"),
    (
        "const el = 1",
        "`el` is there already; give this variable another name",
    ),
    (
        "let $x = 1",
        "`$x` is a signal, not a name that can be declared here; write it without `$`",
    ),
    (
        "const {$a} = el",
        "`$a` is a signal, not a name that can be declared here; write it without `$`",
    ),
    (
        "function f($a) {}",
        "`$a` is a signal, not a name that can be declared here; write it without `$`",
    ),
    (
        "class $a {}",
        "`$a` is a signal, not a name that can be declared here; write it without `$`",
    ),
    (
        "function () {}",
        "a statement that begins with `function` needs a name; put brackets around the function",
    ),
    (
        "class {}",
        "a statement that begins with `class` needs a name; put brackets around the class",
    ),
    (
        "if ($a) const b = 1",
        "`const` needs a block around it, `{ … }`",
    ),
    (
        "{a: 1, b: 2}",
        "`{` begins a block of statements here, not an object; put it into brackets: `({ … })`",
    ),
    (
        "$a = 1 $b = 2",
        "`1` and `$b` stand side by side, without an operator, `,` or `;` between them",
    ),
    ("var if = 1", "a name is missing before `if`"),
    (
        "switch ($a) { f() }",
        "in a `switch` stands `case …:` or `default:` before `f`",
    ),
    (
        "await @get('/ok')",
        "`await` works only inside of an `async` function, such as `(async () => { await … })()`",
    ),
    (
        "await (1)",
        "`await` works only inside of an `async` function, such as `(async () => { await … })()`",
    ),
    ("'use", "the string `'use` is not closed"),
];

/// Sources, and what to write instead: the advice of the messages.
pub(super) const ADVICE: &[(&str, &str)] = &[
    ("$n-1", "$n - 1"),
    ("$n-1", "$['n-1']"),
    ("$a.b-c", "$a['b-c']"),
    ("$naïve", "$['naïve']"),
    ("if ($a) { 1 }", "$a ? 1 : 2"),
    ("$a / 2; $b / 3", "$a / 2, $b / 3"),
    ("$a / 2; $b / 3", "$a * 0.5; $b / 3"),
    ("$a / 2 + 'x/y;z'", r"$a / 2 + 'x/y\x3bz'"),
    (r"'a\\'; 'b;c'", r"'a\x5c'; 'b;c'"),
    ("{$a}", "{a: $a}"),
    ("{$a: 1}", "{[$a]: 1}"),
    ("$a && $b = 1", "$a && ($b = 1)"),
    ("'it's'", r"'it\x27s'"),
    ("`it's ${$n}, isn't it`", r"`it\x27s ${$n}, isn\x27t it`"),
    ("`costs $5 ${$n}`", "'costs $5 ' + $n"),
    ("`${ '$n' + $n }`", "'$n' + $n"),
    (r"/\$5/.test($a)", "/[$]5/.test($a)"),
    ("returned", "(returned)"),
    ("1 // one", "1 /* one */"),
    ("await @get('/x')", "(async () => { await @get('/x') })()"),
    (
        "((z) => { const y = z; return y })(3)",
        "((z) => { const y = z\n return y })(3)",
    ),
    (
        "f(() => { $a = 1; $b = 2 })",
        "f(() => { $a = 1\n $b = 2 })",
    ),
    (
        "for (const x of [1]) f(x)",
        "(() => { for (const x of [1]) f(x) })()",
    ),
];
