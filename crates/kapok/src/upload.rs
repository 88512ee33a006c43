//! A form that carries a file: its token first, then its small fields, then the file.

use std::collections::BTreeMap;

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;

use crate::app::App;
use crate::door::Visit;
use crate::failure::Failure;

/// Bytes that a file may have.
pub const UPLOAD_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Bytes that are read off the wire at all: so much is needed to tell a browser, in words, that its
/// file is too large, and no more.
pub const WIRE_BYTES_MAX: usize = 8 * UPLOAD_BYTES_MAX;
/// Bytes that a field beside the file may have.
const FIELD_BYTES_MAX: usize = 4 * 1024;
/// Fields that the form may have, token and file included.
const FIELDS_MAX: usize = 8;

/// A form with a file, from one of our pages and from somebody signed in.
#[derive(Debug, Default)]
pub struct Upload {
    /// The small fields by their names.
    pub fields: BTreeMap<String, String>,
    /// The file.
    pub file: Uploaded,
}

/// What came as the file.
#[derive(Debug, Default)]
pub enum Uploaded {
    /// None was chosen.
    #[default]
    None,
    /// It is larger than is kept.
    TooLarge,
    /// The file.
    File {
        /// Its name, as the browser told it; without folders.
        name: String,
        /// What it holds.
        bytes: Vec<u8>,
    },
}

impl FromRequest<App> for Upload {
    type Rejection = Failure;

    /// Nothing of the file is read before the token and the sign-in have been seen.
    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let visit = request.extensions().get::<Visit>().cloned().ok_or(Failure::Forged)?;
        visit.signed_in()?;
        let mut form = Multipart::from_request(request, app).await.map_err(|_| Failure::Unreadable)?;
        let token = form.next_field().await.map_err(|_| Failure::Unreadable)?.ok_or(Failure::Forged)?;
        if token.name() != Some("csrf") || !visit.sent(&text(token).await?) {
            return Err(Failure::Forged);
        }
        let mut upload = Self::default();
        for _ in 1..FIELDS_MAX {
            let Some(field) = form.next_field().await.map_err(|_| Failure::Unreadable)? else {
                return Ok(upload);
            };
            if field.file_name().is_some() {
                upload.file = file(field).await?;
                if matches!(upload.file, Uploaded::TooLarge) {
                    return Ok(upload);
                }
            } else if let Some(name) = field.name().map(str::to_owned) {
                upload.fields.insert(name, text(field).await?);
            }
        }
        Err(Failure::Unreadable)
    }
}

async fn text(field: Field<'_>) -> Result<String, Failure> {
    match bytes(field, FIELD_BYTES_MAX).await? {
        Some(bytes) => String::from_utf8(bytes).map_err(|_| Failure::Unreadable),
        None => Err(Failure::Unreadable),
    }
}

async fn file(field: Field<'_>) -> Result<Uploaded, Failure> {
    let told = field.file_name().unwrap_or_default();
    let name = told.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let Some(bytes) = bytes(field, UPLOAD_BYTES_MAX).await? else {
        return Ok(Uploaded::TooLarge);
    };
    // A browser sends a file without name or content where none was chosen.
    let chosen = !name.is_empty() || !bytes.is_empty();
    Ok(if chosen { Uploaded::File { name, bytes } } else { Uploaded::None })
}

/// What a field holds; nothing when it is larger, though all of it was read if that was possible.
async fn bytes(mut field: Field<'_>, bytes_max: usize) -> Result<Option<Vec<u8>>, Failure> {
    let mut kept = Some(Vec::new());
    loop {
        let chunk = match field.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => return Ok(kept),
            Err(error) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => return Ok(None),
            Err(_) => return Err(Failure::Unreadable),
        };
        kept = kept.filter(|kept: &Vec<u8>| kept.len() + chunk.len() <= bytes_max);
        if let Some(kept) = &mut kept {
            kept.extend_from_slice(&chunk);
        }
    }
}
