//! What an id selector selects, written from CSS Syntax. <https://drafts.csswg.org/css-syntax/#consume-name>

/// The id that `selector` selects, if it is one id selector and nothing else.
pub(crate) fn selected_id(selector: &str) -> Option<String> {
    let name: Vec<char> = selector.strip_prefix('#')?.chars().collect();
    if !starts_identifier(&name) {
        return None;
    }
    let (mut id, mut at) = (String::new(), 0);
    while at < name.len() {
        match name[at] {
            '\\' => {
                let (char, len) = escape(&name[at + 1..])?;
                id.push(char);
                at += len + 1;
            }
            char if is_name(char) => {
                id.push(char);
                at += 1;
            }
            _ => return None,
        }
    }
    Some(id)
}

fn is_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '_') || char >= '\u{80}'
}

fn starts_identifier(name: &[char]) -> bool {
    let starts = |char: &char| is_name(*char) && !char.is_ascii_digit() && *char != '-';
    match name {
        ['-', '-' | '\\', ..] | ['\\', ..] => true,
        ['-', second, ..] => starts(second),
        [first, ..] => starts(first),
        [] => false,
    }
}

/// The character that an escape stands for, and how many characters it takes after the backslash.
fn escape(rest: &[char]) -> Option<(char, usize)> {
    let first = *rest.first()?;
    let digits: String = rest
        .iter()
        .take(6)
        .take_while(|char| char.is_ascii_hexdigit())
        .collect();
    if digits.is_empty() {
        return (first != '\n').then_some((first, 1));
    }
    let code = u32::from_str_radix(&digits, 16).ok()?;
    let space = rest
        .get(digits.len())
        .is_some_and(char::is_ascii_whitespace);
    Some((char::from_u32(code)?, digits.len() + usize::from(space)))
}
