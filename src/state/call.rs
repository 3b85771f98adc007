//! One request of a page, from the address to the answer.

use std::marker::PhantomData;
use std::pin::Pin;

use http::{Method, Response};
use serde_json::{Map, Value};

use super::change::Snapshot;
use super::current::{TRIES, wait};
use super::element::FOLLOWS;
use super::follow::Follow;
use super::locks::Turn;
use super::scope::Owner;
use super::states::owner;
use super::{Alert, Current, Events, Scope, Session, State, StateError, States, Storage};
use crate::live::View;
use crate::reply::{Body, IntoHttp};
use crate::route::{Parameter, Reader};
use crate::signals::{FromSignals, ReadSignalsError};
use crate::sse::{self, NoContent, Sse};

/// A request under `/state/`, read as far as all types of states have in common.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: Method,
    /// What follows the name of the state, decoded.
    pub(super) segments: Vec<String>,
    pub(super) query: Option<String>,
    pub(super) session: Session,
    pub(super) signals: Map<String, Value>,
}

/// What an event comes to.
#[doc(hidden)]
pub type Answered = Result<Response<Body>, StateError>;

/// Any type of states.
pub(super) trait Any: Send + Sync {
    fn answer(
        &self,
        states: States,
        request: Request,
    ) -> Pin<Box<dyn Future<Output = Answered> + Send>>;
}

/// The states of one type.
pub(super) struct Of<T>(pub(super) PhantomData<fn() -> T>);

impl<T: Events> Any for Of<T> {
    fn answer(
        &self,
        states: States,
        request: Request,
    ) -> Pin<Box<dyn Future<Output = Answered> + Send>> {
        Box::pin(async move { Call::<T>::new(states, request)?.answer().await })
    }
}

/// What a page asks of a state; the code of [`events`](crate::events) reads the arguments of an event from it.
#[doc(hidden)]
#[derive(Debug)]
pub struct Call<T> {
    states: States,
    owner: Owner,
    event: Option<String>,
    request: Request,
    of: PhantomData<fn() -> T>,
}

impl<T: Events> Call<T> {
    fn new(states: States, mut request: Request) -> Result<Self, StateError> {
        let mut segments = std::mem::take(&mut request.segments).into_iter();
        let owner = match T::SCOPE {
            Scope::Record => Owner::Record(segments.next().ok_or(StateError::Unknown)?),
            _ => owner::<T>(&request.session)?,
        };
        let event = segments.next();
        if segments.next().is_some() {
            return Err(StateError::Unknown);
        }
        Ok(Self {
            states,
            owner,
            event,
            request,
            of: PhantomData,
        })
    }

    async fn answer(self) -> Answered {
        match (&self.request.method, &self.event) {
            (&Method::POST, Some(_)) => T::call(self).await,
            (&Method::POST, None) => self.adopt().await,
            (&Method::GET, None) => self.read().await,
            _ => Err(StateError::Method),
        }
    }

    /// Takes over what the page has.
    async fn adopt(self) -> Answered {
        let client = self.signals::<T>()?;
        let mut current = self.current().await?;
        current.update(|state| state.adopt(client.clone())).await?;
        Ok(NoContent.into_http())
    }

    /// The signals, once or from now on.
    async fn read(self) -> Answered {
        let once: Option<bool> = self.optional("once")?;
        let since: Option<u64> = self.optional("since")?;
        // Before the state is read, so that no change falls between the two.
        let topic = self.owner.key::<T>().topic().clone();
        let notices = self.states.relay().subscribe(topic);
        let current = self.current().await?;
        if once == Some(true) {
            return Ok(current.snapshot()?.whole()?.into_http());
        }
        Ok(Sse::new(Follow::new(notices, current, since)?).into_http())
    }

    /// The name of the event.
    pub fn event(&self) -> &str {
        self.event.as_deref().unwrap_or_default()
    }

    /// There is no such event.
    ///
    /// # Errors
    ///
    /// Always.
    pub fn unknown(&self) -> Answered {
        Err(StateError::Unknown)
    }

    /// An argument.
    ///
    /// # Errors
    ///
    /// If it is missing, or no `P`.
    pub fn parameter<P: Parameter>(&self, name: &'static str) -> Result<P, StateError> {
        Ok(self.reader().parameter(name)?)
    }

    /// An argument that can be left out.
    ///
    /// # Errors
    ///
    /// If it is no `P`.
    pub fn optional<P: Parameter>(&self, name: &'static str) -> Result<P, StateError> {
        Ok(self.reader().optional(name)?)
    }

    fn reader(&self) -> Reader<'_> {
        Reader::new([], self.request.query.as_deref())
    }

    /// The signals of the page.
    ///
    /// # Errors
    ///
    /// If they are not what `S` takes.
    pub fn signals<S: FromSignals>(&self) -> Result<S, StateError> {
        let signals = S::from_signals(self.request.signals.clone());
        Ok(signals.map_err(ReadSignalsError::shape)?)
    }

    /// What the application has given.
    ///
    /// # Errors
    ///
    /// If it has not.
    pub fn app<A: Clone + Send + Sync + 'static>(&self) -> Result<A, StateError> {
        self.states.given()
    }

    /// The session of the page.
    pub const fn session(&self) -> &Session {
        &self.request.session
    }

    /// The state as it is.
    ///
    /// # Errors
    ///
    /// If the store does not work.
    pub async fn current(&self) -> Result<Current<T>, StateError> {
        Current::load(&self.states, self.owner.clone()).await
    }

    /// The state for an event that changes it, which may be repeated.
    ///
    /// # Errors
    ///
    /// If the store does not work.
    pub async fn begin(&self) -> Result<Attempt<T>, StateError> {
        let (value, kept) = match T::STORAGE {
            // The page has it.
            Storage::LocalStorage | Storage::SessionStorage => (self.signals::<T>()?, None),
            Storage::Server => {
                let turn = self.turn().await;
                let current = self.current().await?;
                ((*current).clone(), Some((current, turn)))
            }
        };
        let before = Snapshot::of(&value, None)?;
        Ok(Attempt {
            value,
            kept,
            before,
            tries: 0,
            is_followed: self.is_followed(),
        })
    }

    /// Whether the page follows this very state.
    fn is_followed(&self) -> bool {
        let states = self.request.signals.get(FOLLOWS);
        let which = states.and_then(|states| states.get(T::NAME));
        T::STORAGE == Storage::Server && which == Some(&self.owner.which())
    }

    async fn turn(&self) -> Turn {
        let key = self.owner.key::<T>();
        self.states.locks().turn(&key).await
    }
}

/// A state within an event.
#[doc(hidden)]
#[derive(Debug)]
pub struct Attempt<T> {
    /// What the event changes.
    pub value: T,
    /// On the server: the state as it was, and the right to change it.
    kept: Option<(Current<T>, Turn)>,
    before: Snapshot,
    tries: u32,
    is_followed: bool,
}

impl<T> Attempt<T> {
    /// Saves the state and answers; without an answer, the event has to run again.
    ///
    /// # Errors
    ///
    /// If the store does not work, or others were faster too often.
    pub async fn end(&mut self, view: Viewed) -> Result<Option<Response<Body>>, StateError>
    where
        T: State,
    {
        let events = match view {
            Ok(events) => events,
            // The client reads the body of a 200 only.
            Err(message) => return Ok(Some(Alert::say(message).into_http())),
        };
        let after = Snapshot::of(&self.value, None)?;
        if let Some((current, _)) = &mut self.kept
            && !current.save(self.value.clone()).await?
        {
            self.again().await?;
            return Ok(None);
        }
        // A page that follows the state is told by its stream only: two ways have no order, and the later value of one
        // could be overtaken by the earlier of the other.
        let changes = after.since(&self.before).filter(|_| !self.is_followed);
        let changes = changes.map(Into::into);
        let events: sse::Events = changes.into_iter().chain(events).collect();
        Ok(Some(if events.is_empty() {
            NoContent.into_http()
        } else {
            events.into_http()
        }))
    }

    /// Somebody else was faster: what they did is the state now.
    async fn again(&mut self) -> Result<(), StateError>
    where
        T: State,
    {
        self.tries += 1;
        if self.tries == TRIES {
            return Err(StateError::Conflict);
        }
        wait(self.tries).await;
        if let Some((current, _)) = &mut self.kept {
            current.reload().await?;
            self.value = (**current).clone();
            self.before = current.snapshot()?;
        }
        Ok(())
    }
}

/// What an event returned, as events, or as what the page shall say.
type Viewed = Result<sse::Events, String>;

#[doc(hidden)]
pub fn into_events(view: impl View) -> Viewed {
    view.into_events()
}

/// What an event that answers itself returns.
#[doc(hidden)]
pub fn reply(reply: impl IntoHttp) -> Answered {
    Ok(reply.into_http())
}
