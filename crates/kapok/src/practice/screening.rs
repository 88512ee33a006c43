//! What the rules found, and the prescriber's decision.

pub(super) mod asked;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use journey::clearance::{self, Command, Decision, FlagAnswer, FlagSays, Judgement};
use journey::health_history::FactId;
use journey::history;
use journey::practice::SignedProtocol;
use journey::{Case, ClientId, Refusal};
use pages::components::live::{Live, changed};
use pages::practice::medical::Typed;
use pages::practice::screening::{Screening, Since, Standing, Under, decision_from_name};
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;
use store::Done;

use super::medical::{self, Fields, intent, names, one_of, said};
use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// The screening of today.
pub(super) async fn get(
    visit: Visit,
    Path(client): Path<String>,
    Query(seen): Query<Seen>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let record = visit.read(client, Kind::Clearance).await?;
    if live(&visit, client, &record).seen == seen.seen {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(drawn(&visit, client, Forms::default()).await?.into_response())
}

/// What a reader's page was drawn from.
#[derive(Deserialize)]
pub(super) struct Seen {
    #[serde(default)]
    seen: String,
}

/// What the page is drawn from: every fact of the history and of the decisions, and the day.
fn live(visit: &Visit, client: ClientId, record: &Case) -> Live {
    let (history, clearance) = (&record.history, &record.clearance);
    let met: usize = clearance.decisions.iter().map(|one| one.met.len() + one.raised_since.len()).sum();
    let tasks = record.tasks.all.iter().filter(|task| task.is_open()).count();
    let counts = [
        history.facts.len(),
        history.corrections.len(),
        history.read.len(),
        clearance.decisions.len(),
        met,
        tasks,
        record.tasks.all.len(),
        asked::count(record),
    ];
    let decided = clearance.decisions.iter().map(|one| (one.at, one.by));
    let came = history.came.values().map(|came| (came.at, came.by));
    let last = decided.chain(came).chain(asked::acts(record)).max_by_key(|(at, _)| *at);
    let frame = visit.frame();
    let names = names(visit);
    let says = last.map(|(at, by)| changed(&frame, &names.of(frame.messages(), by), at));
    let counts: Vec<String> = counts.iter().map(usize::to_string).collect();
    Live {
        path: Route::Of(client.to_string(), Place::Screening).path(),
        seen: format!("{}.{}.{}", history.revision, visit.practice().date_at(visit.now), counts.join(".")),
        changed: says.unwrap_or_default(),
    }
}

/// What was typed into the page's form, by what it was typed for, with why one of them came back.
#[derive(Default)]
struct Forms {
    decides: Typed,
    reads: Typed,
    asks: Typed,
}

impl Forms {
    /// All that was typed, to stand on the page again.
    fn kept(fields: Fields) -> Self {
        let typed = Typed { fields, ..Typed::default() };
        Self { decides: typed.clone(), reads: typed.clone(), asks: typed }
    }

    /// Whether nothing was typed: then there is nothing that could be swapped away.
    fn are_new(&self) -> bool {
        [&self.decides, &self.reads, &self.asks].iter().all(|typed| typed.fields.is_empty())
    }
}

/// Whether a field holds what is still to be sent: part of a decision, a mark, or a question.
fn is_unsent(name: &str, value: &str) -> bool {
    let decides = ["decision", "reason", "conditions", "valid_until", "to_client", "read-words"];
    let beside = ["says-", "reason-", "ask-words-"].iter().any(|prefix| name.starts_with(prefix));
    !value.trim().is_empty() && (decides.contains(&name) || beside || is_mark(name))
}

/// Answers an act of the page's form that is not the decision: on to the page, or, where more was
/// typed than it took, the page with the rest of it.
async fn went_on(
    visit: &Visit,
    client: ClientId,
    fields: Fields,
    taken: impl Fn(&str) -> bool,
    done: Result<Done, Failure>,
    refused: impl FnOnce(&mut Forms, Refusal),
) -> Result<Response, Failure> {
    match done {
        Ok(_) => {
            let rest: Fields = fields.into_iter().filter(|(name, _)| !taken(name)).collect();
            if rest.iter().any(|(name, value)| is_unsent(name, value)) {
                return Ok(drawn(visit, client, Forms::kept(rest)).await?.into_response());
            }
            Ok(Redirect::to(&Route::Of(client.to_string(), Place::Screening).path()).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let mut forms = Forms::kept(fields);
            refused(&mut forms, refusal);
            let page = drawn(visit, client, forms).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(failure) => Err(failure),
    }
}

async fn drawn(visit: &Visit, client: ClientId, forms: Forms) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::Clearance).await?;
    let subject = subject(visit, client).await?;
    let today = visit.practice().date_at(visit.now);
    let may = |action| visit.may(client, action, Kind::Clearance);
    let of_history = |action| visit.may(client, action, Kind::HealthHistory);
    let signed = visit.practice().protocol_in_force(visit.now);
    let opened_at = page_opened_at(&forms.decides);
    let since = match opened_at {
        Some(at) => since(&record, at),
        None => record.clearance.latest().map(|decided| since(&record, decided.at)).unwrap_or_default(),
    };
    let context = Screening {
        live: forms.are_new().then(|| live(visit, client, &record)),
        subject,
        names: names(visit),
        under: signed.map(|signed| under(&record, signed, today)),
        standing: standing(&record, today),
        decisions: record.clearance.decisions.clone(),
        history: record.history.clone(),
        since: Since { on_this_page: opened_at.is_some(), ..since },
        seen: clearance::seen(&record),
        opened_at: visit.now,
        asked: asked::asked(visit, client, &record),
        asks: asked::asks(visit, client, &record, forms.asks),
        reads: of_history(Action::Sign).then_some(forms.reads),
        writes: of_history(Action::Create),
        form: (signed.is_some() && may(Action::Sign)).then_some(forms.decides),
        meets: may(Action::Amend),
        command: chance::command().to_string(),
    };
    Ok(shown(pages::practice::screening::page(&visit.frame(), &context)))
}

/// When the page was opened whose decision came too late, if one did.
fn page_opened_at(decides: &Typed) -> Option<Timestamp> {
    let late = decides.refusal == Some(Refusal::ScreeningChanged);
    late.then(|| decides.get("opened_at").parse().unwrap_or(Timestamp::UNIX_EPOCH))
}

/// What has come after an instant.
fn since(record: &Case, at: Timestamp) -> Since {
    let raised = record.clearance.latest().map(|decided| decided.raised_since.clone());
    let told = clearance::told_after(record, at).into_iter().map(|task| (task.kind, task.happened_at));
    Since {
        facts: clearance::facts_after(record, at),
        raised: raised.into_iter().flatten().collect(),
        told: told.collect(),
        on_this_page: false,
    }
}

fn under(record: &Case, signed: &SignedProtocol, today: Date) -> Under {
    let days = Span::new().try_days(signed.protocol.work_up.clearance_days_max.value).unwrap_or_default();
    Under {
        number: signed.number,
        clearance_until_max: today.saturating_add(days),
        found: clearance::screened(record, &signed.protocol, today),
    }
}

fn standing(record: &Case, today: Date) -> Standing {
    let (clearance, revision) = (&record.clearance, record.history.revision);
    let Some(latest) = clearance.latest() else { return Standing::Undecided };
    let until = latest.judgement.valid_until.unwrap_or(today);
    match latest.judgement.decision {
        Decision::Deferred => Standing::Deferred,
        Decision::NotCleared => Standing::NotCleared,
        Decision::Cleared | Decision::ClearedWithConditions => {
            if clearance.cleared_on(today, revision).is_some() {
                Standing::Cleared(until)
            } else if clearance.reopened(revision) {
                Standing::Reopened
            } else {
                Standing::Ended(until)
            }
        }
    }
}

/// Decides; the prescriber's name stands under it.
pub(super) async fn decide(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let decision = decision_from_name(said(&fields, "decision")).ok_or(Failure::Unreadable)?;
    let answers = match answers(&fields) {
        Ok(answers) => answers,
        Err(refusal) => return decided(&visit, client, fields, Err(Failure::Refused(refusal))).await,
    };
    let judgement = Judgement {
        decision,
        reason: said(&fields, "reason").to_owned(),
        answers,
        conditions: said(&fields, "conditions").lines().map(str::to_owned).collect(),
        valid_until: medical::day(&fields, "valid_until"),
        to_client: form::filled(Some(said(&fields, "to_client").to_owned())),
    };
    // A form that says nothing has seen nothing.
    let seen = Some(said(&fields, "seen").parse().unwrap_or_default());
    let decide = Command::Decide { judgement: Box::new(judgement), seen };
    let command = journey::Command::Clearance(decide);
    let done = visit.act(client, intent(&fields), command).await;
    decided(&visit, client, fields, done).await
}

/// What was decided goes on to the page; what was refused comes back with all that was typed.
async fn decided(
    visit: &Visit,
    client: ClientId,
    fields: Fields,
    done: Result<Done, Failure>,
) -> Result<Response, Failure> {
    // What was begun beside the decision, a question or a mark, is not taken with it.
    let taken = |name: &str| !(name.starts_with("ask-") || is_mark(name) || name == "read-words");
    went_on(visit, client, fields, taken, done, |forms, refusal| forms.decides.refusal = Some(refusal)).await
}

/// What is said to each finding; words without a choice are asked about, never dropped.
fn answers(fields: &Fields) -> Result<Vec<FlagAnswer>, Refusal> {
    let reasons = fields.iter().filter_map(|(name, words)| Some((name.strip_prefix("reason-")?, words)));
    let mut answers = Vec::new();
    for (rule, words) in reasons {
        let says = match said(fields, &format!("says-{rule}")) {
            "may-go-ahead" => FlagSays::MayGoAhead,
            "stands" => FlagSays::Stands,
            _ if words.trim().is_empty() => continue,
            _ => return Err(Refusal::FlagUnanswered { rule: rule.to_owned() }),
        };
        let (rule, reason) = (rule.to_owned(), words.trim().to_owned());
        answers.push(FlagAnswer { rule, says, reason, shown: Vec::new() });
    }
    Ok(answers)
}

/// Records that a condition of the latest decision is met.
pub(super) async fn meet(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let number = medical::number(&fields, "number").ok_or(Failure::Unreadable)?;
    let command = journey::Command::Clearance(Command::MeetCondition { number });
    let done = visit.act(client, one_of(&fields, number), command).await;
    let refused = |forms: &mut Forms, refusal| forms.decides.refusal = Some(refusal);
    went_on(&visit, client, fields, |name| name == "number", done, refused).await
}

/// Signs that a person read what no rule understands, and found it without bearing.
pub(super) async fn read(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let marked = fields.iter().filter(|(name, _)| is_mark(name));
    let facts = marked.flat_map(|(_, ids)| ids.split('\t')).map(|id| FactId(id.to_owned())).collect();
    let words = form::filled(Some(said(&fields, "read-words").to_owned()));
    let command = history::Command::ReadNoBearing { facts, words };
    let intent = form::command_in(fields.get("command").map(String::as_str), "read");
    let done = visit.act(client, intent, journey::Command::History(command)).await;
    let taken = |name: &str| is_mark(name) || name == "read-words";
    let refused = |forms: &mut Forms, refusal| forms.reads.refusal = Some(refusal);
    went_on(&visit, client, fields, taken, done, refused).await
}

/// Whether a field is the mark beside one group of facts: `read-` and its place.
fn is_mark(name: &str) -> bool {
    name.strip_prefix("read-").is_some_and(|place| place.parse::<u16>().is_ok())
}
