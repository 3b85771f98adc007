//! Whether the client finds signals and actions where JavaScript has them.

use super::parser::Parser;
use super::rewrite;
use super::token::Region;
use super::wording::{Read, problem, quote};

impl Parser<'_> {
    /// Compares what the client writes anew with the signals and actions of the code.
    pub(super) fn check_places(&self) -> Read<()> {
        let rewrites = rewrite::scan(self.lexer.code);
        for place in &rewrites.places {
            if !self.found.places.contains(place) {
                self.check_region(*place)?;
            }
        }
        let kept = |place: usize| {
            rewrites
                .kept
                .iter()
                .find(|(start, end)| (*start..*end).contains(&place))
        };
        for place in &self.found.places {
            if let Some((start, end)) = kept(*place) {
                let (text, signal) = (&self.lexer.code[*start..*end], self.sigil(*place));
                let escape = match text.chars().next() {
                    Some('"') => "\\x22",
                    Some('`') => "\\x60",
                    _ => "\\x27",
                };
                return problem(format!(
                    "the client takes {} for a string, so {signal} does nothing; write the quote in the text as `{escape}`",
                    quote(text)
                ));
            }
        }
        Ok(())
    }

    fn sigil(&self, place: usize) -> String {
        let rest = &self.lexer.code[place..];
        let length = rewrite::signal(rest).or_else(|| rewrite::action(rest));
        quote(&rest[..length.unwrap_or_default()])
    }

    /// The client writes something anew that is no code.
    fn check_region(&self, place: usize) -> Read<()> {
        let Some((_, (region, end))) = self.lexer.regions.range(..=place).next_back() else {
            return Ok(());
        };
        if place >= *end {
            return Ok(());
        }
        let name = self.sigil(place);
        match region {
            Region::Comment | Region::LineComment => Ok(()),
            Region::Text => problem(format!(
                "inside `${{…}}` the client reads {name} as a signal or action even in quotes; join strings with `+` instead of a template"
            )),
            Region::Template => problem(format!(
                "in a template with `${{…}}` the client reads {name} as a signal or action; join strings with `+` instead"
            )),
            Region::Pattern => problem(format!(
                "the client reads {name} as a signal or action even in a regular expression; write `[$]` or `[@]`"
            )),
        }
    }
}
