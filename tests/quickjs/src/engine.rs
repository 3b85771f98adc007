//! `QuickJS` with the page and the client in it.

use std::fs;
use std::path::Path;

use rquickjs::function::{Args, IntoArgs};
use rquickjs::{
    CatchResultExt, Context, Ctx, FromJs, Function, Module, Object, Persistent, Runtime,
};

use crate::natives;

/// The scripts of the page, each after those that it imports; the client stands before the last one.
macro_rules! scripts {
    ($($name:literal)*) => {
        [$(($name, include_str!(concat!("browser/", $name)))),*]
    };
}

const PAGE: [(&str, &str); 8] = scripts! {
    "report.js" "events.js" "observers.js" "tasks.js" "nodes.js" "elements.js" "network.js" "window.js"
};
const PROBE: [(&str, &str); 1] = scripts! { "probe.js" };

/// Signals nest 64 deep, and the client walks them recursively; a thread of a test has 2 MiB.
const STACK: usize = 1 << 20;

/// A runtime that lives as long as its test.
pub(crate) struct Engine {
    // Dropped before the runtime whose value it is.
    probe: Persistent<Object<'static>>,
    context: Context,
    runtime: Runtime,
}

impl Engine {
    /// Starts the page, then the client.
    pub(crate) fn start() -> Self {
        let runtime = Runtime::new().expect("QuickJS starts");
        runtime.set_max_stack_size(STACK);
        let context = Context::full(&runtime).expect("QuickJS starts");
        let client = fs::read_to_string(client()).expect("the client can be read");
        let probe = context.with(|ctx| {
            let probe = load(&ctx, &client).catch(&ctx);
            let probe = probe.unwrap_or_else(|error| panic!("the page does not start: {error}"));
            Persistent::save(&ctx, probe)
        });
        let engine = Self {
            probe,
            context,
            runtime,
        };
        engine.track_rejections();
        engine.pump();
        engine
    }

    fn track_rejections(&self) {
        let probe = self.probe.clone();
        self.runtime
            .set_host_promise_rejection_tracker(Some(Box::new(
                move |ctx, promise, reason, handled| {
                    let probe = probe.clone().restore(&ctx).expect("of this runtime");
                    let rejection: Function<'_> = probe.get("rejection").expect("exported");
                    let _: () = rejection
                        .call((promise, reason, handled))
                        .expect("takes note only");
                },
            )));
    }

    /// Calls what the probe exports.
    ///
    /// # Panics
    ///
    /// Panics when it throws: what the client throws is caught there, so it is the page that has a bug.
    pub(crate) fn call<R>(&self, name: &str, arguments: impl for<'js> IntoArgs<'js>) -> R
    where
        R: for<'js> FromJs<'js>,
    {
        self.context.with(|ctx| {
            let probe = self.probe.clone().restore(&ctx).expect("of this runtime");
            let result = probe.get(name).and_then(|function: Function<'_>| {
                let mut list = Args::new(ctx.clone(), arguments.num_args());
                arguments.into_args(&mut list)?;
                function.call_arg(list)
            });
            result
                .catch(&ctx)
                .unwrap_or_else(|error| panic!("`{name}` of the page: {error}"))
        })
    }

    /// Runs the microtasks until there are none.
    pub(crate) fn pump(&self) {
        loop {
            match self.runtime.execute_pending_job() {
                Ok(true) => {}
                Ok(false) => return,
                Err(exception) => exception.0.with(|ctx| {
                    let probe = self.probe.clone().restore(&ctx).expect("of this runtime");
                    let report: Function<'_> = probe.get("report").expect("exported");
                    let _: () = report.call((ctx.catch(),)).expect("takes note only");
                }),
            }
        }
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        // It holds a value of the runtime.
        self.runtime.set_host_promise_rejection_tracker(None);
    }
}

fn load<'js>(ctx: &Ctx<'js>, client: &str) -> rquickjs::Result<Object<'js>> {
    natives::define(ctx)?;
    let [modules @ .., (window, window_source)] = PAGE;
    for (name, source) in modules {
        Module::declare(ctx.clone(), name, source)?;
    }
    evaluate(ctx, window, window_source)?;
    evaluate(ctx, "datastar.js", client)?;
    let [(probe, probe_source)] = PROBE;
    evaluate(ctx, probe, probe_source)
}

fn evaluate<'js>(ctx: &Ctx<'js>, name: &str, source: &str) -> rquickjs::Result<Object<'js>> {
    let (module, done) = Module::declare(ctx.clone(), name, source)?.eval()?;
    done.finish::<()>()?;
    module.namespace()
}

/// The genuine client, as `scripts/client` brings it.
fn client() -> std::path::PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = package.join("../../target/datastar/datastar.js");
    assert!(
        path.is_file(),
        "no {}: run scripts/client first",
        path.display()
    );
    path
}
