//! Which browser a request comes from, and who has signed in there.
//!
//! A cookie says so, signed with a key of the server, so that nobody can make one up: `HttpOnly`, so that no script
//! reads it, and `SameSite=Lax`, so that other sites cannot act with it.
//! <https://datatracker.ietf.org/doc/html/rfc6265>

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cookie::{Cookie, CookieJar, SameSite};
use http::{HeaderMap, HeaderValue, header};

use crate::random;

/// How long a session lasts after it was last used.
pub(super) const AGE: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// A session that is in use gets a new cookie once a day.
const RENEWAL: u64 = 24 * 60 * 60;

/// The session of a request: a browser, and the user who has signed in there.
///
/// It is an extractor where [`States`](super::States) is a layer. A browser that asks for a page has no session before a
/// handler wants one.
///
/// The cookie itself says who the user is, so no store is asked, and all processes with the same [`SessionKey`] know. It
/// ends 30 days after its last use; to sign out a user everywhere at once, use another key.
#[derive(Clone)]
pub struct Session(Arc<Mutex<Claims>>);

/// What the cookie says.
#[derive(Debug, Clone, Default)]
struct Claims {
    id: Option<String>,
    user: Option<String>,
    /// When the cookie was made, in seconds.
    issued: u64,
    /// Whether the browser has to be told.
    is_new: bool,
}

impl Claims {
    fn begin(user: Option<String>) -> Self {
        Self {
            id: Some(random::digits()),
            user,
            issued: now(),
            is_new: true,
        }
    }
}

impl Session {
    /// The id of the session: a secret that the browser and the server share. If there is no session yet, it begins.
    pub fn id(&self) -> String {
        let mut claims = self.claims();
        if claims.id.is_none() {
            *claims = Claims::begin(None);
        }
        claims.id.clone().unwrap_or_default()
    }

    /// The user who has signed in, by the name that [`sign_in`](Self::sign_in) was given.
    pub fn user(&self) -> Option<String> {
        self.claims().user.clone()
    }

    /// Begins a session of this user, once you know that it is them.
    ///
    /// It is a new session: who knew the id of the old one, knows nothing of this one, and what was kept for the old
    /// one stays behind. The browser learns it with the response, so answer with a new page or a redirect.
    pub fn sign_in(&self, user: impl Into<String>) {
        *self.claims() = Claims::begin(Some(user.into()));
    }

    /// Ends the session; a new one of nobody begins.
    ///
    /// Streams that pages of the session have open go on until their pages are closed: answer with another page.
    pub fn sign_out(&self) {
        *self.claims() = Claims::begin(None);
    }

    fn claims(&self) -> MutexGuard<'_, Claims> {
        // Nothing in here panics between two changes.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The id is a secret.
impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("user", &self.user())
            .finish_non_exhaustive()
    }
}

/// The key that signs the cookies of sessions.
///
/// All processes of an application need the same, and so does the next one after a deploy: keep it where passwords are
/// kept.
///
/// ```
/// use starmark::state::SessionKey;
///
/// let secret = "6f1d6d1f6c3b4a6c8e0f3a9a4e1b7c52"; // From the environment.
/// let key = SessionKey::new(secret)?;
/// assert!(SessionKey::new("short").is_err());
/// # Ok::<(), starmark::state::WeakKey>(())
/// ```
#[derive(Clone)]
pub struct SessionKey(cookie::Key);

impl SessionKey {
    /// The key of a secret: 32 bytes or more that nobody can guess.
    ///
    /// # Errors
    ///
    /// If there are fewer bytes.
    pub fn new(secret: impl AsRef<[u8]>) -> Result<Self, WeakKey> {
        match secret.as_ref() {
            secret if secret.len() < 32 => Err(WeakKey(secret.len())),
            secret => Ok(Self(cookie::Key::derive_from(secret))),
        }
    }

    /// A key for as long as the process runs: all sessions end with it.
    pub fn random() -> Self {
        Self(cookie::Key::derive_from(&random::bytes::<32>()))
    }
}

/// The key is a secret.
impl fmt::Debug for SessionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionKey").finish_non_exhaustive()
    }
}

/// A secret of so few bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeakKey(usize);

impl fmt::Display for WeakKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the secret of sessions has {} bytes, and needs 32 that nobody can guess, such as those of `openssl rand -hex 32`",
            self.0
        )
    }
}

impl std::error::Error for WeakKey {}

/// How sessions become cookies.
#[derive(Debug, Clone)]
pub(super) struct Cookies {
    pub(super) key: SessionKey,
    pub(super) is_secure: bool,
}

impl Cookies {
    /// The prefix makes the browser refuse cookies of other hosts and of connections without TLS.
    const fn name(&self) -> &'static str {
        if self.is_secure {
            "__Host-session"
        } else {
            "session"
        }
    }

    /// The session of a request; without a cookie of ours, one that has not begun.
    pub(super) fn read(&self, headers: &HeaderMap) -> Session {
        let cookies = headers.get_all(header::COOKIE).into_iter();
        let texts = cookies.filter_map(|value| value.to_str().ok());
        let mut ours = texts
            .flat_map(|text| Cookie::split_parse_encoded(text.to_owned()))
            .filter_map(Result::ok)
            .filter(|cookie| cookie.name() == self.name());
        let claims = ours.find_map(|cookie| self.verify(cookie));
        Session(Arc::new(Mutex::new(claims.unwrap_or_default())))
    }

    fn verify(&self, cookie: Cookie<'static>) -> Option<Claims> {
        let jar = CookieJar::new();
        let cookie = jar.signed(&self.key.0).verify(cookie)?;
        let (id, issued, user): (String, u64, Option<String>) =
            serde_json::from_str(cookie.value()).ok()?;
        let age = now().checked_sub(issued)?;
        (age <= AGE.as_secs()).then(|| Claims {
            id: Some(id),
            user,
            issued: if age > RENEWAL { now() } else { issued },
            is_new: age > RENEWAL,
        })
    }

    /// What the browser has to be told of the session, if anything.
    pub(super) fn write(&self, session: &Session) -> Option<HeaderValue> {
        let claims = session.claims();
        let id = claims.id.as_ref().filter(|_| claims.is_new)?;
        let value = serde_json::to_string(&(id, claims.issued, &claims.user)).ok()?;
        let cookie = Cookie::build((self.name(), value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.is_secure)
            .max_age(cookie::time::Duration::try_from(AGE).ok()?);
        let mut jar = CookieJar::new();
        jar.signed_mut(&self.key.0).add(cookie.build());
        let signed = jar.get(self.name())?.encoded().to_string();
        HeaderValue::try_from(signed).ok()
    }
}

fn now() -> u64 {
    let time = SystemTime::now().duration_since(UNIX_EPOCH);
    time.unwrap_or_default().as_secs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookies() -> Cookies {
        Cookies {
            key: SessionKey::random(),
            is_secure: false,
        }
    }

    /// What a browser sends back.
    fn returned(cookies: &Cookies, session: &Session) -> HeaderMap {
        let set = cookies.write(session).expect("a new session");
        let text = set.to_str().expect("visible ASCII");
        let (pair, _) = text.split_once(';').expect("attributes");
        HeaderMap::from_iter([(header::COOKIE, pair.parse().expect("a header"))])
    }

    #[test]
    fn a_session_comes_back() {
        let cookies = cookies();
        let session = cookies.read(&HeaderMap::new());
        assert!(cookies.write(&session).is_none());
        session.sign_in("ada; \"ü\"");
        let headers = returned(&cookies, &session);
        let again = cookies.read(&headers);
        assert_eq!((again.id(), again.user()), (session.id(), session.user()));
        assert!(cookies.write(&again).is_none());
        let set = cookies.write(&session).expect("a new session");
        let set = set.to_str().expect("visible ASCII");
        assert!(
            set.contains("; HttpOnly; SameSite=Lax; Path=/; Max-Age=2592000"),
            "{set}"
        );
    }

    #[test]
    fn a_forged_cookie_is_none() {
        let cookies = cookies();
        let session = cookies.read(&HeaderMap::new());
        session.sign_in("ada");
        let headers = returned(&cookies, &session);
        let text = headers[header::COOKIE].to_str().expect("visible ASCII");
        let (_, value) = text.split_once('=').expect("a value");
        for place in 0..value.len() {
            let mut forged = value.to_owned().into_bytes();
            forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
            let forged = String::from_utf8(forged).expect("ASCII");
            let headers = HeaderMap::from_iter([(
                header::COOKIE,
                format!("session={forged}").parse().expect("a header"),
            )]);
            assert_eq!(cookies.read(&headers).user(), None, "{forged}");
        }
        // Another server's, and without a signature.
        assert_eq!(self::cookies().read(&headers).user(), None);
        let bare = HeaderMap::from_iter([(
            header::COOKIE,
            HeaderValue::from_static("session=[%22a%22,1,%22ada%22]; session=x; session="),
        )]);
        assert_eq!(cookies.read(&bare).user(), None);
        // After a forged one, the right one still counts.
        let both = format!("session=forged; {text}").parse().expect("a header");
        let both = HeaderMap::from_iter([(header::COOKIE, both)]);
        assert_eq!(cookies.read(&both).user().as_deref(), Some("ada"));
    }

    #[test]
    fn who_signs_in_gets_another_session() {
        let session = cookies().read(&HeaderMap::new());
        let before = session.id();
        session.sign_in("ada");
        let signed_in = session.id();
        session.sign_out();
        assert!(before != signed_in && signed_in != session.id());
        assert_eq!(session.user(), None);
    }

    #[test]
    fn a_session_ends() {
        let cookies = cookies();
        let ages = [
            (0, true, false),
            (RENEWAL + 10, true, true),
            (AGE.as_secs() + 10, false, false),
        ];
        for (age, is_there, is_renewed) in ages {
            let session = Session(Arc::new(Mutex::new(Claims {
                issued: now() - age,
                ..Claims::begin(Some("ada".to_owned()))
            })));
            let again = cookies.read(&returned(&cookies, &session));
            assert_eq!(again.user().is_some(), is_there, "{age}");
            assert_eq!(cookies.write(&again).is_some(), is_renewed, "{age}");
        }
    }
}
