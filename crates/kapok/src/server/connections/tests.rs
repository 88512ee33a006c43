//! Who sends a letter a second is cut off, and who sends as browsers do is not. The clock stands still
//! but for those who wait, so that nobody waits for it.

use std::time::Duration;

use axum::Router;
use axum::routing::post;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::time::Instant;

use super::connection;

/// A connection to a house with one form, being served; and our end of it.
fn connected() -> DuplexStream {
    let (ours, theirs) = tokio::io::duplex(64 * 1024);
    let router = Router::new().route("/form", post(|body: String| async move { body }));
    let connection = connection(theirs, router);
    tokio::spawn(async move { drop(connection.await) });
    ours
}

/// Sends a letter each second until the other side hangs up; how long it put up with that.
async fn dribbled(mut ours: DuplexStream, text: &str) -> Option<Duration> {
    let began = Instant::now();
    for letter in text.bytes() {
        tokio::time::sleep(Duration::from_secs(1)).await;
        if ours.write_all(&[letter]).await.is_err() {
            return Some(began.elapsed());
        }
    }
    None
}

#[tokio::test(start_paused = true)]
async fn whoever_sends_the_head_by_letters_is_cut_off() {
    let head = format!("POST /form HTTP/1.1\r\nhost: kapok\r\nx-long: {}", "a".repeat(600));
    let put_up = dribbled(connected(), &head).await.expect("cut off");
    assert!(put_up <= Duration::from_secs(30), "{put_up:?}");
}

#[tokio::test(start_paused = true)]
async fn whoever_says_nothing_is_cut_off() {
    let mut ours = connected();
    let began = Instant::now();
    let mut said = Vec::new();
    ours.read_to_end(&mut said).await.expect("the other side hangs up");
    assert!(began.elapsed() <= Duration::from_secs(30), "{:?}", began.elapsed());
}

#[tokio::test(start_paused = true)]
async fn whoever_sends_as_browsers_do_is_answered_twice() {
    let mut ours = connected();
    for words in ["first", "second"] {
        let request =
            format!("POST /form HTTP/1.1\r\nhost: kapok\r\ncontent-length: {}\r\n\r\n", words.len());
        ours.write_all(request.as_bytes()).await.expect("sent");
        tokio::time::sleep(Duration::from_secs(3)).await;
        ours.write_all(words.as_bytes()).await.expect("sent");
        let mut answer = vec![0; 4096];
        let count = ours.read(&mut answer).await.expect("answered");
        let answer = String::from_utf8_lossy(&answer[..count]).into_owned();
        assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with(words), "{answer}");
    }
}
