//! The cookies of a browser, for the one site that a test has. <https://www.rfc-editor.org/rfc/rfc6265#section-5>

use cookie::time::OffsetDateTime;
use cookie::{Cookie, Expiration};

/// Cookies by name and path.
#[derive(Debug, Default)]
pub(super) struct Cookies(Vec<Cookie<'static>>);

impl Cookies {
    /// Takes what a response to a request of this path sets; what cannot be read is no cookie to a browser either.
    pub(super) fn set(&mut self, line: &str, request: &str) {
        let Ok(mut cookie) = Cookie::parse(line.to_owned()) else {
            return;
        };
        if !cookie.path().is_some_and(|path| path.starts_with('/')) {
            cookie.set_path(directory(request).to_owned());
        }
        let is_same = |it: &Cookie<'_>| it.name() == cookie.name() && it.path() == cookie.path();
        self.0.retain(|it| !is_same(it));
        if !is_over(&cookie) {
            self.0.push(cookie);
        }
    }

    /// The header of a request of this path, the longest paths first.
    pub(super) fn header(&self, path: &str) -> Option<String> {
        let mut cookies: Vec<_> = self.0.iter().filter(|it| matches(it, path)).collect();
        cookies.sort_by_key(|it| std::cmp::Reverse(it.path().map(str::len)));
        let pairs: Vec<_> = cookies
            .into_iter()
            .map(|it| it.stripped().to_string())
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    /// The value of a cookie.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|it| it.name() == name);
        found.map(Cookie::value)
    }
}

/// <https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4>
fn directory(path: &str) -> &str {
    match path.rfind('/') {
        None | Some(0) => "/",
        Some(last) => &path[..last],
    }
}

fn matches(cookie: &Cookie<'_>, path: &str) -> bool {
    let scope = cookie.path().unwrap_or("/");
    let rest = path.strip_prefix(scope);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/') || scope.ends_with('/'))
}

fn is_over(cookie: &Cookie<'_>) -> bool {
    match (cookie.max_age(), cookie.expires()) {
        (Some(age), _) => !age.is_positive(),
        (None, Some(Expiration::DateTime(time))) => time <= OffsetDateTime::now_utc(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_go_where_they_belong() {
        let mut cookies = Cookies::default();
        cookies.set("a=1; HttpOnly", "/x/y");
        cookies.set("b=2; Path=/; Secure", "/x/y");
        cookies.set("b=3; Path=/", "/x/y");
        assert_eq!(cookies.header("/x/z").as_deref(), Some("a=1; b=3"));
        assert_eq!(cookies.header("/xy").as_deref(), Some("b=3"));
        cookies.set("b=; Path=/; Max-Age=0", "/");
        cookies.set("a=; Path=/x; Expires=Thu, 01 Jan 1970 00:00:00 GMT", "/");
        assert_eq!(cookies.header("/x"), None);
    }
}
