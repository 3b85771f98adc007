//! A wire between browser and server that can be cut.

use std::io;
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A wire to a port of this machine.
pub(crate) struct Wire {
    port: u16,
    /// Both ends of each connection; nothing while it is cut.
    ends: Arc<Mutex<Option<Vec<TcpStream>>>>,
}

impl Wire {
    pub(crate) fn to(port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let wire = Self {
            port: listener.local_addr().expect("it is bound").port(),
            ends: Arc::new(Mutex::new(Some(Vec::new()))),
        };
        let ends = Arc::clone(&wire.ends);
        thread::spawn(move || {
            for browser in listener.incoming() {
                // The server may have gone by now, and so may the browser.
                let _ = browser.and_then(|browser| connect(&browser, port, &ends));
            }
        });
        wire
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    pub(crate) fn cut(&self) {
        let ends = self.ends.lock().expect("no panic").take();
        for end in ends.into_iter().flatten() {
            // Fails where the other side was faster.
            let _ = end.shutdown(Shutdown::Both);
        }
    }

    pub(crate) fn mend(&self) {
        *self.ends.lock().expect("no panic") = Some(Vec::new());
    }
}

fn connect(browser: &TcpStream, port: u16, ends: &Mutex<Option<Vec<TcpStream>>>) -> io::Result<()> {
    let mut ends = ends.lock().expect("no panic");
    let Some(ends) = &mut *ends else {
        return Ok(());
    };
    let server = TcpStream::connect(("127.0.0.1", port))?;
    copy(browser.try_clone()?, server.try_clone()?);
    copy(server.try_clone()?, browser.try_clone()?);
    ends.extend([browser.try_clone()?, server]);
    Ok(())
}

fn copy(mut from: TcpStream, mut to: TcpStream) {
    thread::spawn(move || {
        // It ends with the connection, one way or the other.
        let _ = io::copy(&mut from, &mut to);
        let _ = to.shutdown(Shutdown::Write);
    });
}
