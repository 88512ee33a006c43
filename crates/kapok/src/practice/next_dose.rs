//! What each dose did, beside the decision about the next one.

use axum::extract::Path;
use axum::response::Html;
use journey::medicine_session::trace;
use journey::protocol::{Line, Protocol};
use pages::practice::next_dose::{Lines, NextDose};
use permit::{Action, Kind};

use super::subject::subject;
use super::{medical, prescription};
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// The trace, and the forms of one who decides.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = medical::client(&client)?;
    let record = visit.read(client, Kind::Prescription).await?;
    let subject = subject(&visit, client).await?;
    let rows = trace::trace(&record, visit.now);
    let protocol = visit.practice().protocol_in_force(visit.now).map(|signed| &signed.protocol);
    let unsigned = rows.last().is_some_and(|row| row.follow_up.is_none() && row.summary.is_some());
    let signs = unsigned && visit.may(client, Action::Sign, Kind::Clearance);
    let context = NextDose {
        rows,
        lines: protocol.and_then(lines),
        rules: trace::rules(&record, visit.practice(), visit.now),
        look_back: signs.then(medical::fresh),
        prescription: prescription::context(&visit, client, &record, subject.clone(), None),
        course: record
            .reviews
            .latest()
            .map(|signed| (signed.review.decision, signed.review.pace.clone(), signed.at)),
        sees_answers: visit.may(client, Action::Read, Kind::Scale),
        subject,
    };
    Ok(shown(pages::practice::next_dose::page(&visit.frame(), &context)))
}

/// Where systolic pressure is concerning, and where the room acts.
fn lines(protocol: &Protocol) -> Option<Lines> {
    let bands = &protocol.bands.systolic_mmhg;
    let from = |line: Line| match line {
        Line::Above(limit) => Some(limit + 1),
        Line::AtOrAbove(limit) => Some(limit),
        Line::Below(_) | Line::AtOrBelow(_) => None,
    };
    let warn = bands.warn.high.as_ref().and_then(|line| from(line.value))?;
    let act = bands.act.high.as_ref().and_then(|line| from(line.value))?;
    Some(Lines { warn, act })
}
