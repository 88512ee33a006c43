//! Tokens hold until they end, and every one of a person can be ended at once.

use super::support::{NINE, Scratch, at};
use crate::{Token, TokenKind};

fn token(number: u8, subject: u8) -> Token {
    Token {
        hash: [number; 32],
        kind: TokenKind::SignIn,
        subject: [subject; 16],
        purpose: 7,
        reference: Some([3; 16]),
        issued_at: at(NINE),
        seen_at: at(NINE),
        until: at(NINE + 900),
        ended_at: None,
    }
}

#[tokio::test]
async fn tokens_are_found_touched_and_ended() {
    let scratch = Scratch::new();
    let store = scratch.create().store;
    assert_eq!(store.find_token(&[1; 32]).await, Ok(None));
    for (number, subject) in [(1, 1), (2, 1), (3, 2)] {
        store.put_token(token(number, subject)).await.expect("kept");
    }
    assert_eq!(store.find_token(&[1; 32]).await, Ok(Some(token(1, 1))));
    store.put_token(token(1, 2)).await.expect_err("a hash is taken once");

    assert_eq!(store.touch_token([1; 32], at(NINE + 60), at(NINE + 960)).await, Ok(true));
    let touched = Token { seen_at: at(NINE + 60), until: at(NINE + 960), ..token(1, 1) };
    assert_eq!(store.find_token(&[1; 32]).await, Ok(Some(touched)));

    assert_eq!(store.end_token([1; 32], at(NINE + 70)).await, Ok(true));
    assert_eq!(store.end_token([1; 32], at(NINE + 80)).await, Ok(false), "it ended before");
    assert_eq!(store.touch_token([1; 32], at(NINE + 90), at(NINE + 990)).await, Ok(false));
    assert_eq!(store.end_tokens_of([1; 16], at(NINE + 100)).await, Ok(1), "one was left of two");
    store.close();
    let store = scratch.open().store;
    let ended = |found: Option<Token>| found.expect("kept").ended_at;
    assert_eq!(ended(store.find_token(&[1; 32]).await.expect("found")), Some(at(NINE + 70)));
    assert_eq!(ended(store.find_token(&[2; 32]).await.expect("found")), Some(at(NINE + 100)));
    assert_eq!(ended(store.find_token(&[3; 32]).await.expect("found")), None, "another person's goes on");
}

#[tokio::test]
async fn tokens_that_are_over_are_forgotten_and_no_others() {
    let scratch = Scratch::new();
    let store = scratch.create().store;
    for number in 1..=3 {
        store.put_token(token(number, number)).await.expect("kept");
    }
    store.touch_token([3; 32], at(NINE), at(NINE + 7_200)).await.expect("it holds longer");
    store.end_token([1; 32], at(NINE + 60)).await.expect("ended");
    assert_eq!(store.purge_tokens(at(NINE + 60)).await, Ok(1), "the one that was ended");
    assert_eq!(store.find_token(&[1; 32]).await, Ok(None));
    assert_eq!(store.purge_tokens(token(2, 2).until).await, Ok(1), "the one whose time is up");
    assert_eq!(store.find_token(&[2; 32]).await, Ok(None));
    assert!(store.find_token(&[3; 32]).await.is_ok_and(|found| found.is_some()), "the third goes on");
}
