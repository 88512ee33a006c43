//! Psychotherapy notes lie apart: their author's grant opens them, and no other grant does.

use journey::{Command, Event, StaffId, psychotherapy_note};
use permit::{Action, Kind, Relation, Resource, to_act, to_open};

use super::support::{Desk, Scratch, THERAPIST, client, command, invite};
use crate::verify::verify;
use crate::{Ask, Intent};

const COLLEAGUE: StaffId = StaffId::from_bytes([0x77; 16]);

async fn invited(scratch: &Scratch) -> Desk {
    let desk = scratch.create();
    desk.found().await;
    desk.enquire(command(1), client(1), "Anna Example").await.expect("received");
    desk.amend(command(2), client(1), invite()).await.expect("invited");
    desk
}

fn write(words: &str) -> Ask {
    let words = words.to_owned();
    Ask::Client(Command::PsychotherapyNote(psychotherapy_note::Command::Write { words }))
}

/// Writes as somebody of the care team.
async fn writes(desk: &Desk, number: u32, staff: StaffId, words: &str) {
    let notes = Resource::notes(desk.practice(), client(1), staff);
    let permit = to_act(desk.therapist(staff), Action::Create, notes, Relation::Assigned);
    let intent = Intent::now(command(number), write(words));
    desk.store.act(permit.expect("one's own"), intent, desk.now).await.expect("written");
}

/// What the author's own grant opens.
async fn opened(desk: &Desk, staff: StaffId) -> Vec<String> {
    let notes = Resource::notes(desk.practice(), client(1), staff);
    let grant = to_open(desk.therapist(staff), notes, Relation::Assigned).expect("one's own");
    let case = desk.store.read(grant, desk.now).await.expect("opened").case;
    assert_eq!(case.contact.details, None, "a grant for notes opens nothing else");
    let all = case.notes.iter().flat_map(|notes| notes.all.iter());
    all.map(|note| note.words.clone()).collect()
}

#[tokio::test]
async fn notes_are_opened_by_their_author_alone() {
    let scratch = Scratch::new();
    let desk = invited(&scratch).await;
    assert!(opened(&desk, THERAPIST).await.is_empty(), "no key was made yet, and nothing is there");
    writes(&desk, 10, THERAPIST, "She spoke of the garden.").await;
    writes(&desk, 11, COLLEAGUE, "He asked me to hold it.").await;
    writes(&desk, 12, THERAPIST, "And of her brother.").await;
    let mine = ["She spoke of the garden.", "And of her brother."];
    assert_eq!(opened(&desk, THERAPIST).await, mine);
    assert_eq!(opened(&desk, COLLEAGUE).await, ["He asked me to hold it."]);

    desk.store.close();
    let desk = scratch.open();
    assert_eq!(opened(&desk, THERAPIST).await, mine, "the same after a restart");
    desk.store.close();
    let verified = verify(&scratch.data(), Some(&scratch.root_key()), &[]).expect("every seal holds");
    assert!(verified.opened >= 6);
}

#[tokio::test]
async fn no_grant_of_the_record_brings_a_note_along() {
    let scratch = Scratch::new();
    let desk = invited(&scratch).await;
    writes(&desk, 10, THERAPIST, "She spoke of the garden.").await;
    writes(&desk, 11, COLLEAGUE, "He asked me to hold it.").await;
    for kind in [Kind::Identity, Kind::HealthHistory, Kind::SessionChart, Kind::ProgressNote] {
        let read = desk.store.read(desk.grant(client(1), kind), desk.now).await.expect("opened");
        assert_eq!(read.case.notes, None, "{kind:?}");
        let facts = desk.store.history(desk.grant(client(1), kind), desk.now).await.expect("facts");
        assert!(!facts.is_empty(), "{kind:?}");
        assert!(!facts.iter().any(|fact| matches!(fact.body, Event::PsychotherapyNote(_))), "{kind:?}");
    }
    let own = desk.store.history(desk.grant(client(1), Kind::PsychotherapyNotes), desk.now).await;
    assert_eq!(own.expect("facts").len(), 1, "the author's grant gives them");
}
