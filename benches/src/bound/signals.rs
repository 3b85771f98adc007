//! The form by hand.

use super::writer::{INTEGER, Learned, Writer};
use crate::workloads::signals::{Form, FormSignals, Person};

static LEARNED: Learned = Learned::new();

pub(crate) fn signals(form: &Form) -> String {
    let mut out = Writer::new(&LEARNED);
    write_signals(&form.signals, &mut out);
    out.room(768);
    out.put(b"'><form data-on:submit__prevent=\"@post('/people')\"><label>Name<input type=\"text\" data-bind=\"name\" required></label><label>Address<input type=\"email\" data-bind=\"email\"></label><label>Role<select data-bind=\"role\">");
    for role in &form.roles {
        out.room(640 + 6 * (role.key.len() + role.title.len()));
        out.put(b"<option value=\"");
        out.text(role.key);
        out.put(b"\">");
        out.text(role.title);
        out.put(b"</option>");
    }
    out.room(640);
    out.put(b"</select></label><p class=\"error\" data-show=\"$email == ''\">An address is needed.</p><output data-text=\"$name + ', ' + $role\"></output><button type=\"submit\" data-attr:disabled=\"$busy\">Add</button></form><input type=\"search\" data-bind=\"query\" data-on:input__debounce.200ms=\"@get('/people')\"><ul class=\"people\">");
    for person in &form.people {
        write_person(person, &mut out);
    }
    out.room(128 + INTEGER);
    out.put(b"</ul><p data-show=\"$open\">Page <span data-text=\"$page\">");
    out.integer(form.signals.page);
    out.put(b"</span></p></section>");
    out.finish()
}

#[inline(always)]
fn write_signals(signals: &FormSignals, out: &mut Writer) {
    let texts = signals.query.len() + signals.name.len() + signals.email.len() + signals.role.len();
    out.room(320 + 2 * INTEGER + 6 * 6 * texts);
    out.put(b"<section id=\"people\" data-signals='{\"query\":\"");
    out.json(&signals.query);
    out.put(b"\",\"name\":\"");
    out.json(&signals.name);
    out.put(b"\",\"email\":\"");
    out.json(&signals.email);
    out.put(b"\",\"role\":\"");
    out.json(&signals.role);
    out.put(b"\",\"page\":");
    out.integer(signals.page);
    out.put(b",\"selected\":");
    out.integer(signals.selected);
    out.put(b",\"open\":");
    write_bool(signals.open, out);
    out.put(b",\"busy\":");
    write_bool(signals.busy, out);
    out.put(b"}");
}

#[inline(always)]
fn write_bool(value: bool, out: &mut Writer) {
    if value {
        out.put(b"true");
    } else {
        out.put(b"false");
    }
}

#[inline(always)]
fn write_person(person: &Person, out: &mut Writer) {
    out.room(384 + 5 * INTEGER + 6 * (person.name.len() + person.email.len()));
    out.put(b"<li id=\"person-");
    out.integer(person.id);
    out.put(b"\" data-class:selected=\"$selected === ");
    out.integer(person.id);
    out.put(b"\" data-on:click=\"$selected = ");
    out.integer(person.id);
    out.put(b"\"><strong>");
    out.text(&person.name);
    out.put(b"</strong><span class=\"email\">");
    out.text(&person.email);
    out.put(b"</span><span data-show=\"$selected === ");
    out.integer(person.id);
    out.put(b"\" data-text=\"$query\"></span><button type=\"button\" data-on:click__stop=\"@delete('/people/");
    out.integer(person.id);
    out.put(b"')\">Remove</button></li>");
}
