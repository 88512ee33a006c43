//! The one place of the binary that draws randomness: ids, tokens, salts.

use jiff::Timestamp;
use journey::{AppointmentId, ClientId, CommandId, DispensingId, LinkId, SessionId, StaffId};
use sha2::{Digest, Sha256};

/// Draws 16 random bytes.
///
/// # Panics
/// When the operating system has no randomness to give: nothing safe can be done then.
fn sixteen() -> [u8; 16] {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    bytes
}

/// An id out of a hash.
fn first_half(hash: &[u8; 32]) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash[..16]);
    bytes
}

/// The SHA-256 of a document, as the record keeps it.
pub fn document_sha256(document: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(document))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A pseudonym for a new client.
pub fn client() -> ClientId {
    ClientId::from_bytes(sixteen())
}

/// The pseudonym of whoever sends this intent from this browser: a form sent twice is one person.
pub fn client_of(intent: CommandId, browser_secret: &str) -> ClientId {
    let hash = Sha256::new()
        .chain_update(b"kapok/client/1")
        .chain_update(intent.to_bytes())
        .chain_update(browser_secret)
        .finalize();
    ClientId::from_bytes(first_half(&hash.into()))
}

/// The intent of one form of a page that drew one id for several: sent twice it is one intent still.
pub fn command_of(page: CommandId, form: &str) -> CommandId {
    let hash = Sha256::new()
        .chain_update(b"kapok/form-command/1")
        .chain_update(page.to_bytes())
        .chain_update(form)
        .finalize();
    CommandId::from_bytes(first_half(&hash.into()))
}

/// The intent of one step on a synthetic person's way: the same way has the same intents.
pub(crate) fn command_of_step(client: ClientId, from: Timestamp, ordinal: usize) -> CommandId {
    let hash = Sha256::new()
        .chain_update(b"kapok/step/1")
        .chain_update(client.to_bytes())
        .chain_update(from.as_microsecond().to_be_bytes())
        .chain_update(ordinal.to_be_bytes())
        .finalize();
    CommandId::from_bytes(first_half(&hash.into()))
}

/// An id for a new person of the practice.
pub fn staff() -> StaffId {
    StaffId::from_bytes(sixteen())
}

/// The id of the session that this intent opens: a form sent twice opens one.
pub fn session_of(intent: CommandId) -> SessionId {
    let hash = Sha256::new().chain_update(b"kapok/session/1").chain_update(intent.to_bytes()).finalize();
    SessionId::from_bytes(first_half(&hash.into()))
}

/// The id of the appointment that this intent books: a form sent twice books one.
pub fn appointment_of(intent: CommandId) -> AppointmentId {
    let hash = Sha256::new().chain_update(b"kapok/appointment/1").chain_update(intent.to_bytes()).finalize();
    AppointmentId::from_bytes(first_half(&hash.into()))
}

/// The id of the dispensing that this intent does: a form sent twice dispenses once.
pub fn dispensing_of(intent: CommandId) -> DispensingId {
    let hash = Sha256::new().chain_update(b"kapok/dispensing/1").chain_update(intent.to_bytes()).finalize();
    DispensingId::from_bytes(first_half(&hash.into()))
}

/// An id for an intent that the server itself forms.
pub fn command() -> CommandId {
    CommandId::from_bytes(sixteen())
}

/// What is kept of a link: found by its id, so that whoever ends the link ends this too.
pub fn link_hash(link: LinkId) -> [u8; 32] {
    Sha256::new().chain_update(b"kapok/link/2").chain_update(link.to_bytes()).finalize().into()
}

/// A secret that a browser or a link carries; only its hash is kept.
#[derive(Clone)]
pub struct Token([u8; 16]);

impl Token {
    /// Draws 128 random bits (ASVS V7.2.3).
    pub fn draw() -> Self {
        Self(sixteen())
    }

    /// Reads 32 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let lawful = text.len() == 32 && text.bytes().all(|b| b.is_ascii_hexdigit());
        lawful.then(|| u128::from_str_radix(text, 16).ok()).flatten().map(|bits| Self(bits.to_be_bytes()))
    }

    /// The 32 digits that the browser or the link carries.
    pub fn text(&self) -> String {
        format!("{:032x}", u128::from_be_bytes(self.0))
    }

    /// What is kept in place of the token.
    pub fn hash(&self) -> [u8; 32] {
        self.derived(b"kapok/token/1")
    }

    /// The id of the link that carries this secret: a hash, so that the record can name the link
    /// and nobody who reads the record can open it.
    pub fn link_id(&self) -> LinkId {
        LinkId::from_bytes(first_half(&self.derived(b"kapok/link/1")))
    }

    /// The token that forms carry beside this one's cookie (CSRF).
    pub fn form_token(&self) -> String {
        hex(&first_half(&self.derived(b"kapok/form/1")))
    }

    /// As [`Token::form_token`], for a form that somebody who is signed in writes in: it names them
    /// to nobody, and only they, in the same role, can send it later.
    pub fn form_token_of(&self, staff: StaffId, role: u8) -> String {
        let theirs = Sha256::new()
            .chain_update(self.derived(b"kapok/form-of/1"))
            .chain_update(staff.to_bytes())
            .chain_update([role])
            .finalize();
        format!("{}.{}", self.form_token(), hex(&first_half(&theirs.into())))
    }

    fn derived(&self, purpose: &[u8]) -> [u8; 32] {
        Sha256::new().chain_update(purpose).chain_update(self.0).finalize().into()
    }
}
