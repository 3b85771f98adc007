//! Vectors as attributes that stand alone: one row each, for whichever element the vector names.

use starmark::data::{
    self, AttributeName, Debounce, Filter, Percent, Throttle, Tick, event, get, ms, secs,
};
use starmark::html::{Global as _, div};
use starmark::{event, property, signal};

attributes! {
    V1 => data::signal(signal!("foo"), 1);
    V4 => data::signal(signal!("userInfo.firstName"), "A");
    V18 => data::signal(signal!("foo"), 2).ifmissing();
    V22 => data::computed(signal!("fullName"), "$a + $b");
    V28 => data::bind(signal!("fooBar"));
    V38 => data::bind(signal!("isOn")).prop("checked").event("change");
    V40 => data::ref_(signal!("myEl"));
    V44 => data::indicator(signal!("_busy"));
    V45 => data::text("$n + 1");
    V56 => data::show("$n > 0");
    V60 => data::attr(div::aria_expanded, "$open ? 'true' : 'false'");
    V62 => data::attr(AttributeName::new("data-obj"), "{a: 1}");
    V64 => data::class("md:w-[10px]", true);
    V65 => data::class("fooBar", true);
    V68 => data::style(property!("--h1-size"), "'2px'");
    V70 => data::style(property!("display"), "$h && 'none'");
    V72 => data::effect("if ($a) { $b = 1 } else { $b = 2 }");
    V117 => data::json_signals(Filter::ALL);
    V118 => data::json_signals(Filter::including("^a")).terse();
    W213 => data::json_signals(Filter::excluding("^a")).terse();
    W214 => data::json_signals(Filter::ALL).terse();
    V120 => data::ignore();
    V121 => data::ignore().only_self();
    V122 => data::ignore_morph();
    W209 => data::preserve_attr("open");
    W91 => data::bind(signal!("text")).prop("value");
    W92 => data::bind(signal!("text")).event("change");
    W93 => data::bind(signal!("ok")).prop("checked");

    // Modifiers of a listener, here on the attribute instead of the event.
    V81 => data::on(event!("MyEvent"), "$d = 1");
    V86 => data::on(event::click(), "$n = 1").prevent().stop().once();
    V88 => data::on(event::wheel(), "$o = 1").passive();
    V89 => data::on(event!("foo"), "$n = 1").window();
    V90 => data::on(event!("foo"), "$n = 1").document();
    V92 => data::on(event::click(), "$n = 1").delay(ms(50));
    V96 => data::on(event::input(), "$n = ($n || 0) + 1").debounce(Debounce::leading(ms(60)));
    V98 => data::on(event::input(), "$n = ($n || 0) + 1").throttle(Throttle::both(ms(60)));
    V124 => data::on(event::click(), get("/r?x=1"));
    W2 => data::on(event::click(), "$n = evt.eventPhase").capture();
    W3 => data::on(event::click(), "$n = ($n || 0) + 1").outside();
    W4 => data::on(event!("myEvent"), "$d = 1").stop();
    W7 => data::on(event::input(), "$n = ($n || 0) + 1").throttle(Throttle::trailing(ms(60)));
    W12 => data::on(event::storage(), "$n = 1").debounce(ms(20));
    W16 => data::on(event::click().stop(), "$n = 1").debounce(ms(20)).viewtransition();

    W37 => data::init("$n = 1").viewtransition();
    W38 => data::init("$n = 1").delay(ms(20)).viewtransition();
    W39 => data::init("$n = 1").delay(secs(1));
    V106 => data::on_intersect("$n = 1").full();
    V108 => data::on_intersect("$n = 1").exit();
    V109 => data::on_intersect("$n = 1").debounce(ms(50)).viewtransition();
    W40 => data::on_intersect("$n = 1").once();
    W41 => data::on_intersect("$n = 1").half();
    W42 => data::on_intersect("$n = 1").threshold(Percent::new(25));
    W43 => data::on_intersect("$n = 1").threshold(Percent::new(0));
    W44 => data::on_intersect("$n = 1").threshold(Percent::new(100));
    W45 => data::on_intersect("$n = 1").delay(ms(20));
    W46 => data::on_intersect("$n = 1").debounce(ms(20));
    W47 => data::on_intersect("$n = 1").debounce(Debounce::both(ms(20)));
    W48 => data::on_intersect("$n = 1").debounce(Debounce::leading(ms(20)));
    W49 => data::on_intersect("$n = 1").throttle(ms(20));
    W50 => data::on_intersect("$n = 1").throttle(Throttle::both(ms(20)));
    W51 => data::on_intersect("$n = 1").throttle(Throttle::trailing(ms(20)));
    W52 => data::on_intersect("$n = 1").viewtransition();
    W53 => data::on_intersect("$n = 1").exit().once().full();
    W54 => data::on_interval("$n = 1").duration(Tick::leading(ms(50)));
    W55 => data::on_interval("$n = 1").duration(Tick::leading(secs(1)));
    W56 => data::on_interval("$n = 1").viewtransition().duration(Tick::leading(secs(1)));
    W57 => data::on_signal_patch("window.seen = patch").delay(ms(20));
    W58 => data::on_signal_patch("window.seen = patch").debounce(Debounce::both(ms(20)));
    W59 => data::on_signal_patch("window.seen = patch").debounce(Debounce::leading(secs(1)));
    W60 => data::on_signal_patch("window.seen = patch").throttle(ms(20));
    W61 => data::on_signal_patch("window.seen = patch").throttle(Throttle::both(ms(20)));
    W62 => data::on_signal_patch("window.seen = patch").throttle(Throttle::trailing(ms(20)));
}
