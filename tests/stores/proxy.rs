//! A way to the server on which saves get lost.

use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use starmark::state::Redis;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::server::{Server, store};

pub(crate) struct Proxy {
    port: u16,
    next: Next,
}

/// What is to be lost with the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Request,
    Answer,
}

/// The next loss, if there is to be one.
type Next = Arc<Mutex<Option<Loss>>>;

struct Loss {
    part: Part,
    happened: oneshot::Sender<()>,
    end: oneshot::Receiver<()>,
}

/// A loss as the test sees it: it has happened, and the connection ends when this is dropped.
pub(crate) struct Lost {
    happened: oneshot::Receiver<()>,
    _end: oneshot::Sender<()>,
}

impl Lost {
    pub(crate) async fn happened(&mut self) {
        (&mut self.happened).await.expect("a save");
    }
}

impl Proxy {
    pub(crate) async fn start(server: &Server) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await;
        let listener = listener.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (next, server) = (Next::default(), server.port());
        tokio::spawn(accept(listener, server, Arc::clone(&next)));
        Self { port, next }
    }

    /// A store whose way this is.
    pub(crate) fn store(&self) -> Redis {
        store(self.port)
    }

    /// Loses this part of the next save.
    pub(crate) fn lose(&self, part: Part) -> Lost {
        let (happened, seen) = oneshot::channel();
        let (go, end) = oneshot::channel();
        *self.next.lock().expect("a lock") = Some(Loss {
            part,
            happened,
            end,
        });
        Lost {
            happened: seen,
            _end: go,
        }
    }
}

async fn accept(listener: TcpListener, port: u16, next: Next) {
    while let Ok((client, _)) = listener.accept().await {
        let server = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await;
        tokio::spawn(carry(client, server.expect("a server"), Arc::clone(&next)));
    }
}

/// Carries bytes until an end or a loss.
async fn carry(mut client: TcpStream, mut server: TcpStream, next: Next) -> std::io::Result<()> {
    let (mut request, mut answer) = ([0; 4096], [0; 4096]);
    loop {
        tokio::select! {
            length = client.read(&mut request) => match length? {
                0 => return Ok(()),
                length => {
                    let request = &request[..length];
                    if let Some(loss) = loss(request, &next) {
                        return lose(loss, request, server).await;
                    }
                    server.write_all(request).await?;
                }
            },
            length = server.read(&mut answer) => match length? {
                0 => return Ok(()),
                length => client.write_all(&answer[..length]).await?,
            },
        }
    }
}

/// The loss of this request, if it is a save and one is to be lost.
fn loss(request: &[u8], next: &Next) -> Option<Loss> {
    let is_save = request.windows(4).any(|part| part == b"EVAL");
    let mut next = next.lock().expect("a lock");
    if is_save { next.take() } else { None }
}

async fn lose(loss: Loss, request: &[u8], mut server: TcpStream) -> std::io::Result<()> {
    if loss.part == Part::Answer {
        server.write_all(request).await?;
        let length = server.read(&mut [0; 4096]).await?;
        assert_ne!(length, 0, "an answer");
    }
    // The test may not look.
    let _ = loss.happened.send(());
    let _ = loss.end.await;
    Ok(())
}
