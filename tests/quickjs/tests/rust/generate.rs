//! Random expressions of Rust, by the type that they have, over what `js!` supports.

use std::fmt::Write as _;

use proptest::prelude::Rng as _;
use proptest::test_runner::TestRng;

/// Writes expressions; each has the same meaning over signals and over plain values.
pub(crate) struct Generator {
    random: TestRng,
    text: String,
}

/// How deep expressions nest.
const DEPTHS: [u32; 6] = [1, 1, 2, 2, 2, 3];

impl Generator {
    pub(crate) fn new(random: TestRng) -> Self {
        Self {
            random,
            text: String::new(),
        }
    }

    /// An expression of any type.
    pub(crate) fn expression(&mut self) -> String {
        self.text.clear();
        let depth = DEPTHS[self.pick(6) as usize];
        match self.pick(5) {
            0 => self.integer(depth),
            1 => self.float(depth),
            2 => self.string(depth),
            _ => self.condition(depth),
        }
        std::mem::take(&mut self.text)
    }

    fn pick(&mut self, count: u32) -> u32 {
        self.random.next_u32() % count
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Text with holes: `i`, `f`, `b`, `s` and `l` between `‹›` are expressions of that type, one level down.
    fn fill(&mut self, template: &str, depth: u32) {
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('‹') {
            self.push(before);
            let (hole, after) = after.split_once('›').expect("a hole is closed");
            match hole {
                "i" => self.integer(depth - 1),
                "f" => self.float(depth - 1),
                "b" => self.condition(depth - 1),
                "s" => self.string(depth - 1),
                "i0" => self.integer(0),
                "n" => {
                    let number = self.pick(9);
                    let _ = write!(self.text, "{number}");
                }
                _ => panic!("no hole `{hole}`"),
            }
            rest = after;
        }
        self.push(rest);
    }

    fn one_of(&mut self, templates: &[&str], depth: u32) {
        let count = u32::try_from(templates.len()).expect("few templates");
        let template = templates[self.pick(count) as usize];
        self.fill(template, depth);
    }

    fn integer(&mut self, depth: u32) {
        const LEAVES: &[&str] = &["s.a", "s.b", "‹n›_i64", "s.nums[1]", "s.ui.depth"];
        const OPERATIONS: &[&str] = &[
            "(‹i› + ‹i›)",
            "(‹i› - ‹i›)",
            "‹i0› * ‹i0›",
            "(‹i› + ‹i› * ‹n›)",
            "‹i› / (‹i0›.abs() + 1)",
            "(‹i› % (‹i0›.abs() + 2))",
            "-(‹i›)",
            "(‹i›).abs()",
            "(‹i›).signum()",
            "(‹i›).min(‹i›)",
            "(‹i›).max(‹i›)",
            "(‹i›).clamp(-5, 5)",
            "(‹i›).rem_euclid(‹i0›.abs() + 3)",
            "(if ‹b› { ‹i› } else { ‹i› })",
            "(‹b› as i64)",
            "s.opt.unwrap_or(‹i›)",
            "s.none.unwrap_or(‹i›)",
        ];
        self.one_of(if depth == 0 { LEAVES } else { OPERATIONS }, depth);
    }

    fn float(&mut self, depth: u32) {
        const LEAVES: &[&str] = &["s.x", "s.y", "2.5_f64", "0.75_f64", "‹n›.0_f64"];
        const OPERATIONS: &[&str] = &[
            "(‹f› + ‹f›)",
            "(‹f› - ‹f›)",
            "(‹f› * ‹f›)",
            "‹f› / (‹f›.abs() + 1.0)",
            "(‹f› % (‹f›.abs() + 0.5))",
            "-(‹f›)",
            "(‹f›).abs()",
            "(‹f›).floor()",
            "(‹f›).ceil()",
            "(‹f›).trunc()",
            "(‹f›).round()",
            "(‹f›).abs().sqrt()",
            "(‹f›).clamp(-2.0, 2.0)",
            "((‹i›) as f64)",
            "((‹f› * 100.0) as i32 as f64)",
            "(if ‹b› { ‹f› } else { ‹f› })",
        ];
        self.one_of(if depth == 0 { LEAVES } else { OPERATIONS }, depth);
    }

    fn condition(&mut self, depth: u32) {
        const LEAVES: &[&str] = &["s.p", "s.q", "true", "s.ui.open"];
        const OPERATIONS: &[&str] = &[
            "(‹b› && ‹b›)",
            "(‹b› || ‹b›)",
            "(‹b› || ‹b› && ‹b›)",
            "!(‹b›)",
            "((‹i›) < ‹i›)",
            "((‹i›) >= ‹i›)",
            "((‹f›) <= ‹f›)",
            "((‹f›) > ‹f›)",
            "(‹i› == ‹i›)",
            "(‹i› != ‹i›)",
            "(‹s› == ‹s›)",
            "(‹s› != ‹s›)",
            "(‹b› == ‹b›)",
            "(‹s›).is_empty()",
            "(‹s›).contains(‹s›.as_str())",
            "(‹s›).starts_with(‹s›.as_str())",
            "(‹s›).ends_with(‹s›.as_str())",
            "s.list.contains(&‹s›)",
            "s.list.is_empty()",
            "s.nums.iter().any(|n| *n > ‹i›)",
            "s.nums.iter().all(|n| *n + ‹i0› < ‹i›)",
            "s.opt.is_some()",
            "s.none.is_none()",
            "(‹f›).is_finite()",
            "((‹s›).len() > ‹n›)",
            "((‹s›).chars().count() == ‹n›)",
            "(s.nums.iter().filter(|n| **n != ‹i›).count() < ‹n›)",
            "(s.list.len() != ‹n›)",
            "(if ‹b› { ‹b› } else { ‹b› })",
        ];
        self.one_of(if depth == 0 { LEAVES } else { OPERATIONS }, depth);
    }

    fn string(&mut self, depth: u32) {
        const LEAVES: &[&str] = &[
            "s.s.clone()",
            "s.t.clone()",
            "s.list[0].clone()",
            "\"it's; $a /b/ @get('/x') ${c}\".to_owned()",
            "\"\\\\ \\\"</script>\\u{2028}é😀\".to_owned()",
            "\"\".to_owned()",
        ];
        const OPERATIONS: &[&str] = &[
            "(‹s› + &‹s›)",
            "(‹s› + \"; 'x'\")",
            "(‹s›).trim().to_owned()",
            "(‹s›).trim_start().to_string()",
            "(‹s›).trim_end().to_owned()",
            "(‹s›).to_uppercase()",
            "(‹s›).to_lowercase()",
            "(‹s›).replace(\"a\", ‹s›.as_str())",
            "(‹s›).repeat(‹n›)",
            "(‹i›).to_string()",
            "(‹b›).to_string()",
            "format!(\"{} of {}\", ‹i›, ‹s›)",
            "format!(\"{}{}\", ‹s›, ‹b›)",
            "s.list.join(‹s›.as_str())",
            "(if ‹b› { ‹s› } else { ‹s› })",
        ];
        self.one_of(if depth == 0 { LEAVES } else { OPERATIONS }, depth);
    }
}
