//! A server of fixed answers, for tests of the client and of the harness itself.
//!
//! Written by hand, because a test of the client must not rest on the code that is under test
//! everywhere else.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

/// One answer: the path, the content type, the body.
type Answer = (&'static str, &'static str, Vec<u8>);

/// One header that an answer has besides: the path, the name, the value.
type Header = (&'static str, &'static str, String);

/// A running site.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
}

impl Site {
    /// Serves these answers, and status 404 everywhere else.
    ///
    /// # Panics
    ///
    /// Panics when no port is free.
    pub fn start(answers: Vec<Answer>) -> Self {
        Self::with_headers(answers, Vec::new())
    }

    /// Serves these answers with these headers.
    ///
    /// # Panics
    ///
    /// Panics when no port is free.
    pub fn with_headers(answers: Vec<Answer>, headers: Vec<Header>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener
            .local_addr()
            .expect("a bound socket has an address");
        let content = Arc::new((answers, headers));
        // Ends with the executable: a listener costs nothing while it waits.
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let content = Arc::clone(&content);
                // A browser may hang up at any time; that is no failure of the site.
                thread::spawn(move || serve(stream, &content.0, &content.1));
            }
        });
        Self { address }
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

fn serve(mut stream: TcpStream, answers: &[Answer], headers: &[Header]) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut length = 0;
    let mut header = String::from("headers");
    while !header.trim_end().is_empty() {
        header.clear();
        reader.read_line(&mut header)?;
        let (name, value) = header.split_once(':').unwrap_or_default();
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().unwrap_or_default();
        }
    }
    // A socket that is closed with a body unread resets the connection, answer and all.
    std::io::copy(&mut reader.take(length), &mut std::io::sink())?;
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    let found = answers.iter().find(|answer| answer.0 == path);
    let (status, kind, body) = found.map_or(("404 Not Found", "text/plain", &[][..]), |answer| {
        ("200 OK", answer.1, &answer.2[..])
    });
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n"
    )?;
    for (_, name, value) in headers.iter().filter(|header| header.0 == path) {
        write!(stream, "{name}: {value}\r\n")?;
    }
    stream.write_all(b"\r\n")?;
    stream.write_all(body)
}
