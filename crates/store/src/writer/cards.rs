//! Cards and due entries: drawn from a fold, in the transaction of the facts that changed it.

use journey::ClientId;
use journey::card::{self, Due};

use super::{Group, Problem, Writer};
use crate::fault::Cause;
use crate::fold::Folded;
use crate::index::Card;
use crate::queue::Answer;
use crate::seals::{CardHalf, CardPlace};
use crate::sqlite;
use crate::sqlite::card::CardRow;

/// What a case shows in lists and queues.
#[derive(Debug, PartialEq)]
pub(super) struct Drawing {
    seq: u64,
    card: Card,
    due: Vec<Due>,
}

impl Drawing {
    pub(super) fn of(folded: &Folded) -> Self {
        let card = Card { identity: card::identity(&folded.case), place: card::place(&folded.case) };
        Self { seq: folded.seq, card, due: card::due(&folded.case) }
    }
}

impl Writer {
    /// Draws a client's card and due entries where they are not those of `before`.
    pub(super) fn draw(
        &mut self,
        group: &mut Group,
        client: ClientId,
        folded: &mut Folded,
        before: Option<&Drawing>,
    ) -> Result<(), Problem> {
        // A card shows the session that is open, whichever was acted on last.
        let shown = folded.case.open_session();
        self.chart(client, folded, shown)?;
        let drawing = Drawing::of(folded);
        if before == Some(&drawing) {
            return Ok(());
        }
        let not_begun = || Cause::unreadable("a journey", client, "it has not begun");
        let stream_no = self.head_of(journey::Stream::Journey(client))?.ok_or_else(not_begun)?.stream_no;
        let Drawing { seq, card, due } = drawing;
        let place = CardPlace { client, version: card::VERSION, head_seq: seq };
        let row = CardRow {
            client,
            version: place.version,
            head_seq: place.head_seq,
            identity: self.seals.seal_card(&CardHalf::Identity(&card.identity), place)?,
            place: self.seals.seal_card(&CardHalf::Place(&card.place), place)?,
        };
        sqlite::card::put(&self.connection, self.practice_no, stream_no, &row)?;
        if before.is_none_or(|before| before.due != due) {
            sqlite::due::replace(&self.connection, self.practice_no, stream_no, &due)?;
        }
        group.drawn.push((client, card));
        Ok(())
    }

    /// Draws cards anew from the log.
    pub(super) fn redraw(&mut self, group: &mut Group, clients: &[ClientId]) -> Result<Answer, Problem> {
        for client in clients {
            self.folds.take(client);
            let mut folded = self.folded(*client)?;
            self.draw(group, *client, &mut folded, None)?;
            self.folds.put(*client, folded);
        }
        Ok(Answer::Noted)
    }
}
