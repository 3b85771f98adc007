//! The five fragments by hand, as markup and straight into events.

use super::writer::{EVENT, INTEGER, Learned, Writer};
use crate::workloads::fragments::{Badge, Counter, Fragments, Item, Row, Toast};

static LEARNED: [Learned; 5] = [const { Learned::new() }; 5];

pub(crate) fn fragments(it: &Fragments) -> [String; 5] {
    let [first, second, third, fourth, fifth] = LEARNED.each_ref().map(Writer::new);
    [
        counter(&it.counter, first).finish(),
        toast(&it.toast, second).finish(),
        row(&it.row, third).finish(),
        item(&it.item, fourth).finish(),
        badge(&it.badge, fifth).finish(),
    ]
}

pub(crate) fn fragment_frames(it: &Fragments) -> [String; 5] {
    let [first, second, third, fourth, fifth] = LEARNED.each_ref().map(Writer::event);
    [
        counter(&it.counter, first).finish_event(),
        toast(&it.toast, second).finish_event(),
        row(&it.row, third).finish_event(),
        item(&it.item, fourth).finish_event(),
        badge(&it.badge, fifth).finish_event(),
    ]
}

#[inline(always)]
fn counter(counter: &Counter, mut out: Writer) -> Writer {
    out.room(EVENT + 96 + 2 * INTEGER);
    out.put(b"<span class=\"count\" id=\"count-");
    out.integer(counter.id);
    out.put(b"\" aria-label=\"Open tickets\">");
    out.integer(counter.count);
    out.put(b"</span>");
    out
}

#[inline(always)]
fn toast(toast: &Toast, mut out: Writer) -> Writer {
    out.room(EVENT + 160 + 6 * (toast.level.len() + toast.text.len()));
    out.put(b"<div class=\"toast ");
    out.text(toast.level);
    out.put(b"\" id=\"toast\" role=\"status\"><p>");
    out.text(&toast.text);
    out.put(b"</p><button type=\"button\" data-on:click=\"$toast = false\">Dismiss</button></div>");
    out
}

#[inline(always)]
fn row(row: &Row, mut out: Writer) -> Writer {
    out.room(EVENT + 224 + 4 * INTEGER + 6 * row.name.len());
    out.put(b"<tr id=\"row-");
    out.integer(row.id);
    out.put(b"\"><td>");
    out.text(&row.name);
    out.put(b"</td><td class=\"number\">");
    out.integer(row.amount);
    out.put(b"</td><td class=\"number\">");
    out.integer(row.price);
    out.put(b"</td><td><button type=\"button\" data-on:click=\"@post('/rows/");
    out.integer(row.id);
    out.put(b"/edit')\">Edit</button></td></tr>");
    out
}

#[inline(always)]
fn item(item: &Item, mut out: Writer) -> Writer {
    out.room(EVENT + 192 + 2 * INTEGER + 6 * item.text.len());
    if item.done {
        out.put(b"<li class=\"item done\" id=\"item-");
        out.integer(item.id);
        out.put(b"\"><label><input type=\"checkbox\" checked data-on:change=\"@post('/items/");
    } else {
        out.put(b"<li class=\"item\" id=\"item-");
        out.integer(item.id);
        out.put(b"\"><label><input type=\"checkbox\" data-on:change=\"@post('/items/");
    }
    out.integer(item.id);
    out.put(b"')\">");
    out.text(&item.text);
    out.put(b"</label></li>");
    out
}

#[inline(always)]
fn badge(badge: &Badge, mut out: Writer) -> Writer {
    out.room(EVENT + 80 + INTEGER + 6 * (2 * badge.level.len() + badge.title.len()));
    out.put(b"<span class=\"badge ");
    out.text(badge.level);
    out.put(b"\" id=\"badge-");
    out.integer(badge.id);
    out.put(b"\" title=\"");
    out.text(&badge.title);
    out.put(b"\">");
    out.text(badge.level);
    out.put(b"</span>");
    out
}
