//! A stolen folder: nothing that a person said may be found in any file, in any common form.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use journey::contact::Details;
use journey::medicine_session::{self, Act};
use journey::{Command, SessionId, enquiry, message, psychotherapy_note};
use permit::Kind;

use super::support::{Desk, Scratch, THERAPIST, client, command, invite};
use crate::{Ask, Intent, ListQuery, Mutant};

/// What was said of made-up people, and must not be found; also words that only Kapok writes.
const SAID_OF_EACH: [&str; 5] =
    ["Xaverine-Quillfeather", "quillfeather.x", "Wolkenmeer", "jawtremble", "Gartenmauer"];
const WRITTEN_BY_KAPOK: [&str; 5] =
    ["EnquiryReceived", "ConsultationOffered", "name-missing", "care_team", "Thea Rapist-Example"];

fn said_of(number: u32) -> Vec<String> {
    SAID_OF_EACH.iter().map(|word| format!("{word}{number:04}")).collect()
}

/// Plants words in every place that takes some, and leaves the folder as a thief would find it.
async fn plant(desk: &Desk, people: u32) -> Vec<String> {
    desk.found().await;
    let mut planted: Vec<String> = WRITTEN_BY_KAPOK.iter().map(|&word| word.to_owned()).collect();
    for number in 0..people {
        let said = said_of(number);
        let details = Details {
            name: said[0].clone(),
            email: Some(format!("{}@example.org", said[1])),
            phone: None,
            reach: Some(said[2].clone()),
            language: "en".to_owned(),
        };
        let receive = enquiry::Command::Receive { details, brings: Some(said[2].clone()) };
        let intent = Intent::now(command(number), Ask::Client(Command::Enquiry(receive)));
        desk.store.act(desk.public_permit(client(number)), intent, desk.now).await.expect("received");
        desk.amend(command(10_000 + number), client(number), invite()).await.expect("invited");
        let session = SessionId::from_bytes([7; 16]);
        for (place, act) in
            [Act::Open { room: None }, Act::Note { text: said[3].clone() }].into_iter().enumerate()
        {
            let ask = Ask::Client(Command::MedicineSession(medicine_session::Command { session, act }));
            let id = command(20_000 + 10 * number + u32::try_from(place).expect("two"));
            desk.ask(id, client(number), ask).await.expect("charted");
        }
        let words = said[2].clone();
        let ask = Ask::Client(Command::Message(message::Command::Write { words, seen: 0 }));
        desk.ask(command(30_000 + number), client(number), ask).await.expect("written");
        let note = psychotherapy_note::Command::Write { words: said[4].clone() };
        let ask = Ask::Client(Command::PsychotherapyNote(note));
        desk.ask(command(35_000 + number), client(number), ask).await.expect("noted");
        desk.enquire(command(40_000 + number), client(50_000 + number), " ").await.expect_err("no name");
        planted.extend(said);
    }
    desk.list(THERAPIST, ListQuery::default()).await;
    planted
}

/// Every form in which a word may lie about: as it is, UTF-16, hex, base64 at each offset, reversed.
fn forms(word: &str) -> Vec<Vec<u8>> {
    let raw = word.as_bytes().to_vec();
    let hex = raw.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a string takes it");
        hex
    });
    let mut forms = vec![
        word.to_lowercase().into_bytes(),
        word.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        word.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        hex.to_uppercase().into_bytes(),
        hex.into_bytes(),
        raw.iter().rev().copied().collect(),
    ];
    for offset in 0..3 {
        let shifted = [vec![0; offset], raw.clone()].concat();
        let whole = BASE64_STANDARD.encode(shifted);
        // The first and last signs also hold bits of the neighbours.
        let inner = whole.trim_end_matches('=');
        let start = if offset == 0 { 0 } else { offset + 1 };
        forms.push(inner.as_bytes()[start..inner.len() - 1].to_vec());
    }
    forms.push(raw);
    forms
}

/// How often any planted word is found, in any form, in any file; and the bytes that were searched.
fn search(folder: &Path, planted: &[String]) -> (usize, usize) {
    let mut bytes = Vec::new();
    for file in fs::read_dir(folder).expect("the folder") {
        bytes.extend(fs::read(file.expect("a file").path()).expect("its bytes"));
    }
    let forms: Vec<Vec<u8>> = planted.iter().flat_map(|word| forms(word)).collect();
    // Words share their beginnings, so that one pass looks each place up once.
    let mut by_start = std::collections::HashMap::<[u8; 4], Vec<&[u8]>>::new();
    for form in &forms {
        by_start.entry(*form.first_chunk().expect("no word is short")).or_default().push(form);
    }
    let hits = |at: usize| {
        let rest = &bytes[at..];
        let candidates = rest.first_chunk().and_then(|start| by_start.get(start));
        candidates.map_or(0, |forms| forms.iter().filter(|form| rest.starts_with(form)).count())
    };
    ((0..bytes.len()).map(hits).sum(), bytes.len())
}

#[tokio::test]
async fn a_stolen_folder_tells_nothing() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    let planted = plant(&desk, 60).await;
    for number in [0, 17, 59] {
        let read =
            desk.store.read(desk.grant(client(number), Kind::Identity), desk.now).await.expect("opened");
        assert_eq!(read.case.contact.name(), Some(said_of(number)[0].as_str()), "the words are in there");
    }
    assert!(planted.len() >= 240);
    let (live_hits, live_bytes) = search(&scratch.data(), &planted);
    desk.store.close();
    let (hits, bytes) = search(&scratch.data(), &planted);
    assert!(live_bytes > 300_000 && bytes > 100_000, "there was something to search: {live_bytes}, {bytes}");
    assert_eq!((live_hits, hits), (0, 0), "while it is open, journals included, and when it is closed");
}

#[tokio::test]
async fn the_search_finds_what_is_left_open() {
    let scratch = Scratch::new();
    let desk = scratch.create_mutant(Mutant::LeavesOpen);
    let planted = plant(&desk, 20).await;
    let (hits, _) = search(&scratch.data(), &planted);
    assert!(hits >= 20 * SAID_OF_EACH.len(), "the control must be found: {hits}");
}

#[test]
fn the_search_knows_every_form() {
    let scratch = Scratch::new();
    let word = "Xaverine-Quillfeather0001".to_owned();
    let forms = forms(&word);
    assert_eq!(forms.len(), 10);
    for (number, form) in forms.iter().enumerate() {
        let text = [b"before".as_slice(), form, b"after"].concat();
        fs::write(scratch.path().join("file"), text).expect("written");
        let (hits, _) = search(scratch.path(), std::slice::from_ref(&word));
        assert!(hits >= 1, "form {number}");
    }
}
