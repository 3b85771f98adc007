//! One counter, kept in Redis, of two processes, two browsers, 200 other pages and 50 writers.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use starmark_browser::{Page, Server, eventually, in_browser};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::time::{sleep, timeout};

use super::redis_server::Server as Redis;

const PAGES: usize = 200;
const WRITERS: usize = 50;
/// So many events of each writer are acknowledged.
const EVENTS: u64 = 20;
/// How long Redis is away.
const AWAY: Duration = Duration::from_secs(5);
/// For all of it, on a machine that has other things to do.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a request for an event came to.
enum Outcome {
    Counted,
    /// It may have been counted or not.
    Unknown,
}

/// A process, as pages without a browser use it.
#[derive(Clone, Copy)]
struct Process(u16);

impl Process {
    async fn send(self, request: &str) -> std::io::Result<TcpStream> {
        let mut socket = TcpStream::connect(("127.0.0.1", self.0)).await?;
        socket.write_all(request.as_bytes()).await?;
        Ok(socket)
    }

    /// Follows the counter, again and again, and keeps what it shows.
    async fn follow(self, shown: Arc<Mutex<String>>) {
        loop {
            // A stream ends when its process cannot read the state; then the page comes back.
            let _ = self.follow_once(&shown).await;
            sleep(Duration::from_millis(100)).await;
        }
    }

    async fn follow_once(self, shown: &Mutex<String>) -> std::io::Result<()> {
        let request = "GET /state/Ours HTTP/1.1\r\nhost: x\r\n\r\n";
        let mut socket = self.send(request).await?;
        let (mut text, mut bytes) = (String::new(), [0; 4096]);
        loop {
            let count = socket.read(&mut bytes).await?;
            if count == 0 {
                return Ok(());
            }
            text.push_str(&String::from_utf8_lossy(&bytes[..count]));
            // Only whole events.
            if let Some((events, rest)) = text.rsplit_once("\n\n") {
                if let Some((_, number)) = events.rsplit_once("\"count\":") {
                    let digits = number.chars().take_while(char::is_ascii_digit);
                    *shown.lock().expect("no panic") = digits.collect();
                }
                text = rest.to_owned();
            }
        }
    }

    async fn add(self) -> std::io::Result<Outcome> {
        let request = "POST /state/Ours/add?by=1 HTTP/1.1\r\nhost: x\r\ndatastar-request: true\r\n\
                       content-type: application/json\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}";
        let mut answer = String::new();
        self.send(request)
            .await?
            .read_to_string(&mut answer)
            .await?;
        Ok(match answer.get(9..12) {
            Some("200") => Outcome::Counted,
            Some("503") => Outcome::Unknown,
            _ => panic!("{answer}"),
        })
    }
}

/// Waits until each page shows the same as the others, and what is asked for.
async fn agree(pages: &[Arc<Mutex<String>>], is_right: impl Fn(u64) -> bool) -> u64 {
    let agreed = async {
        loop {
            let shown: Vec<_> = pages
                .iter()
                .map(|page| page.lock().expect("no panic").clone())
                .collect();
            if shown.iter().all(|count| *count == shown[0])
                && let Ok(count) = shown[0].parse()
                && is_right(count)
            {
                return count;
            }
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(PATIENCE, agreed)
        .await
        .expect("all pages show the same")
}

/// Events of all writers; how many were acknowledged, and how many may have been counted besides.
async fn write(processes: [Process; 2]) -> (u64, u64) {
    let unknown = Arc::new(AtomicU64::new(0));
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| {
            let (process, unknown) = (processes[writer % 2], Arc::clone(&unknown));
            tokio::spawn(async move {
                let mut counted = 0;
                while counted < EVENTS {
                    match process.add().await.expect("the process answers") {
                        Outcome::Counted => counted += 1,
                        Outcome::Unknown => {
                            unknown.fetch_add(1, Ordering::SeqCst);
                            sleep(Duration::from_millis(200)).await;
                        }
                    }
                }
                counted
            })
        })
        .collect();
    let mut counted = 0;
    for writer in writers {
        counted += writer.await.expect("no panic");
    }
    (counted, unknown.load(Ordering::SeqCst))
}

fn shows(page: &Page<'_>, count: u64) {
    eventually("the browser shows it", || {
        page.text("#ours .large").as_deref() == Some(count.to_string().as_str())
    });
}

#[test]
fn nobody_is_wrong_whatever_becomes_of_redis() {
    let redis = Redis::start();
    let url = format!("redis://127.0.0.1:{}", redis.port());
    let start = || Server::example_with("counter", &[("REDIS_URL", &url)]);
    let redis = Arc::new(Mutex::new(redis));
    in_browser([start(), start()], |ada, servers| {
        in_browser((), |bob, ()| {
            // While Redis is away, requests fail and streams break.
            ada.allow("Failed to load resource");
            ada.allow("ERR_");
            bob.allow("Failed to load resource");
            bob.allow("ERR_");
            let browsers = [
                ada.open(&servers[0].url("/")),
                bob.open(&servers[1].url("/")),
            ];
            let processes = [Process(servers[0].port()), Process(servers[1].port())];
            let runtime = tokio::runtime::Runtime::new().expect("a runtime");
            let pages: Vec<Arc<Mutex<String>>> = (0..PAGES).map(|_| Arc::default()).collect();
            for (page, shown) in pages.iter().enumerate() {
                runtime.spawn(processes[page % 2].follow(Arc::clone(shown)));
            }
            runtime.block_on(agree(&pages, |count| count == 0));

            // Undisturbed, every event counts once.
            let (counted, unknown) = runtime.block_on(write(processes));
            assert_eq!((counted, unknown), (WRITERS as u64 * EVENTS, 0));
            runtime.block_on(agree(&pages, |count| count == counted));
            for page in &browsers {
                shows(page, counted);
            }

            // Redis is killed in the middle of it.
            let away = Arc::clone(&redis);
            let interruption = std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(300));
                let mut redis = away.lock().expect("no panic");
                redis.kill();
                std::thread::sleep(AWAY);
                redis.restart();
            });
            let (more, unknown) = runtime.block_on(write(processes));
            interruption.join().expect("no panic");
            assert!(unknown > 0, "Redis was not missed");
            let range = counted + more..=counted + more + unknown;
            let count = runtime.block_on(agree(&pages, |count| range.contains(&count)));
            for page in &browsers {
                shows(page, count);
            }
            let answer = redis
                .lock()
                .expect("no panic")
                .ask("HGETALL starmark:Ours/global");
            assert!(
                answer.contains(&format!("{{\"count\":{count}}}")),
                "{answer}"
            );
        });
    });
}
