//! A form that comes by letters holds nobody up.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use hyper::body::Frame;
use tokio::time::{Instant, Sleep};

use crate::house::House;

/// A body of which a letter comes each second.
struct Dribble {
    left: Bytes,
    next: Pin<Box<Sleep>>,
}

impl Dribble {
    fn of(text: String) -> Body {
        Body::new(Self { left: text.into(), next: Box::pin(tokio::time::sleep(Duration::from_secs(1))) })
    }
}

impl hyper::body::Body for Dribble {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.left.is_empty() {
            return Poll::Ready(None);
        }
        std::task::ready!(self.next.as_mut().poll(context));
        let again = Instant::now() + Duration::from_secs(1);
        self.next.as_mut().reset(again);
        let letter = self.left.split_to(1);
        Poll::Ready(Some(Ok(Frame::data(letter))))
    }
}

#[tokio::test]
async fn a_form_that_comes_by_letters_is_answered_in_time_and_not_kept() {
    let house = House::open().await;
    let mut browser = house.stranger();
    let csrf = browser.get("/enquiry").await.field("csrf");
    let before = house.appended();
    // From here on the clock moves only for those who wait.
    tokio::time::pause();
    let began = Instant::now();
    let words = "I%20would%20like%20to%20talk%20to%20somebody%20first.".repeat(4);
    let form = format!("csrf={csrf}&name=Synthetic%20Sam&email=sam%40demo.invalid&brings={words}");
    let answer = browser.post_body("/enquiry", Dribble::of(form)).await;
    let took = began.elapsed();
    tokio::time::resume();
    assert_eq!(answer.status, StatusCode::REQUEST_TIMEOUT, "{}", answer.text);
    assert!(answer.text.contains("what you typed is still there"), "{}", answer.text);
    assert!(took <= Duration::from_secs(31), "{took:?}");
    assert_eq!(house.appended(), before, "nothing was kept");
}
