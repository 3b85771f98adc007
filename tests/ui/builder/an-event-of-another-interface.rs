use starmark::data::event::{self, Event, Fired, interface::KeyboardEvent};

fn shortcut(_: Event<Fired<KeyboardEvent>>) {}

fn main() {
    shortcut(event::click());
}
