//! Questions and answers over a plain socket: what a server really sends.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use starmark_browser::Server;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(20);

/// The headers that the client sends with a body.
pub const CLIENT: &str = "content-type: application/json\r\ndatastar-request: true\r\n";

/// An open connection.
#[derive(Debug)]
pub struct Connection(pub TcpStream);

impl Connection {
    /// Connects, and sends a request.
    ///
    /// # Panics
    ///
    /// If nobody listens.
    pub fn open(server: &Server, request: &[u8]) -> Self {
        let socket = TcpStream::connect((Ipv4Addr::LOCALHOST, server.port()));
        let mut socket = socket.expect("a connection");
        socket
            .set_read_timeout(Some(PATIENCE))
            .expect("a socket has time limits");
        // A server may refuse a request before it has all of it.
        let _ = socket.write_all(request);
        Self(socket)
    }

    /// Waits until `text` has arrived.
    ///
    /// # Panics
    ///
    /// If the connection ends before.
    pub fn wait_for(&mut self, text: &str) {
        let mut received = Vec::new();
        while !String::from_utf8_lossy(&received).contains(text) {
            self.receive(&mut received).expect("more");
        }
    }

    /// Everything until there is an answer, whether the connection ends or not.
    ///
    /// # Panics
    ///
    /// If the connection ends before.
    pub fn answer(&mut self) -> Answer {
        let mut received = Vec::new();
        loop {
            let more = self.receive(&mut received);
            if received.windows(4).any(|four| four == b"\r\n\r\n") {
                let answer = Answer::parse(&received);
                if answer.complete || more.is_err() {
                    return answer;
                }
            }
            more.expect("an answer");
        }
    }

    fn receive(&mut self, received: &mut Vec<u8>) -> io::Result<()> {
        let mut chunk = [0; 4096];
        let size = self.0.read(&mut chunk)?;
        received.extend_from_slice(&chunk[..size]);
        if size == 0 {
            let received = String::from_utf8_lossy(received);
            return Err(io::Error::other(format!("an end after {received:?}")));
        }
        Ok(())
    }

    /// Everything until the connection ends, in whichever way.
    ///
    /// # Panics
    ///
    /// If it does not end.
    pub fn rest(&mut self) -> Vec<u8> {
        let mut received = Vec::new();
        let mut chunk = [0; 16 << 10];
        loop {
            match self.0.read(&mut chunk) {
                Ok(0) => return received,
                Ok(size) => received.extend_from_slice(&chunk[..size]),
                Err(error) if error.kind() == ErrorKind::ConnectionReset => return received,
                Err(error) => panic!(
                    "no end of {:?}: {error}",
                    String::from_utf8_lossy(&received)
                ),
            }
        }
    }
}

/// An answer, read to the end of its connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// Names in lower case, and values.
    pub headers: Vec<(String, String)>,
    /// The body as a client sees it.
    pub body: String,
    /// Whether the body came to its end, or was cut off.
    pub complete: bool,
}

impl Answer {
    /// Reads what a connection has brought.
    ///
    /// # Panics
    ///
    /// If that is no answer.
    pub fn parse(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no head: {:?}", String::from_utf8_lossy(bytes)));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1));
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers: Vec<_> = headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let mut answer = Self {
            status: status.and_then(|status| status.parse().ok()).expect(&head),
            headers,
            body: String::new(),
            complete: false,
        };
        answer.read_body(&bytes[end + 4..]);
        answer
    }

    /// The value of a header that is there at most once.
    ///
    /// # Panics
    ///
    /// If it is there twice.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|header| header.0 == name);
        let value = values.next().map(|header| header.1.as_str());
        assert_eq!(values.next(), None, "{name} is there twice");
        value
    }

    fn read_body(&mut self, bytes: &[u8]) {
        let (body, complete) = if self.header("transfer-encoding") == Some("chunked") {
            join(bytes)
        } else {
            let length = self.header("content-length");
            let length = length.and_then(|length| length.parse().ok());
            (
                bytes.to_vec(),
                length.is_none_or(|length: usize| length == bytes.len()),
            )
        };
        self.body = String::from_utf8(body).expect("text");
        self.complete = complete;
    }
}

/// Puts chunks together, and tells whether the last one says that it is the last.
/// <https://www.rfc-editor.org/rfc/rfc9112#section-7.1>
fn join(mut chunks: &[u8]) -> (Vec<u8>, bool) {
    let mut body = Vec::new();
    while let Some(end) = chunks.windows(2).position(|two| two == b"\r\n") {
        let size = str::from_utf8(&chunks[..end]).expect("a size");
        let size = usize::from_str_radix(size.trim(), 16).expect("a size");
        let chunk = &chunks[end + 2..];
        if size == 0 {
            return (body, chunk == b"\r\n");
        }
        let Some((data, rest)) = chunk.split_at_checked(size) else {
            body.extend_from_slice(chunk);
            break;
        };
        body.extend_from_slice(data);
        chunks = rest.strip_prefix(b"\r\n").unwrap_or_default();
    }
    (body, false)
}

/// A request whose connection ends with the answer; each of `headers` ends with CRLF.
pub fn request(method: &str, path: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// Sends a request and reads the answer to its end.
pub fn ask(server: &Server, request: &[u8]) -> Answer {
    Answer::parse(&Connection::open(server, request).rest())
}

/// Asks for a path.
pub fn get(server: &Server, path: &str) -> Answer {
    ask(server, &request("GET", path, "", b""))
}
