//! Work that goes on after the answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use starmark::live::Tasks;
use starmark::reply::IntoHttp as _;
use tokio::time::sleep;

#[tokio::test(start_paused = true)]
async fn work_is_waited_for() {
    let (tasks, done) = (Tasks::new(), Arc::new(AtomicUsize::new(0)));
    for seconds in [1, 5, 60] {
        let done = Arc::clone(&done);
        let answer = tasks.spawn(async move {
            sleep(Duration::from_secs(seconds)).await;
            done.fetch_add(1, Ordering::SeqCst);
        });
        assert_eq!(answer.into_http().status(), 204);
    }
    assert_eq!(done.load(Ordering::SeqCst), 0);
    assert_eq!(tasks.drain(Duration::from_secs(10)).await, 1);
    assert_eq!(done.load(Ordering::SeqCst), 2);
    assert_eq!(tasks.drain(Duration::from_secs(100)).await, 0);
    assert_eq!(done.load(Ordering::SeqCst), 3);
}

#[tokio::test]
async fn a_panic_ends_its_own_work() {
    let tasks = Tasks::new();
    tasks.spawn(async { panic!("boom") });
    tasks.spawn(async {});
    assert_eq!(tasks.drain(Duration::from_secs(10)).await, 0);
}
