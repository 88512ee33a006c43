//! Who a resource is: ids, references, and a fingerprint for those without an id.

use journey::health_history::FactId;
use serde_json::Value;

/// What a reference points at, without server or version: `Patient/1`, `urn:uuid:1` and
/// `https://x/fhir/Patient/1/_history/2` all mean `1`.
///
/// None for what cannot be resolved inside a file: contained (`#x`) and conditional
/// (`Patient?identifier=x`) references.
pub(crate) fn local_id(reference: &str) -> Option<&str> {
    if reference.starts_with('#') || reference.contains('?') {
        return None;
    }
    if let Some(uuid) = reference.strip_prefix("urn:uuid:").or(reference.strip_prefix("urn:oid:")) {
        return Some(uuid);
    }
    let unversioned = reference.split("/_history/").next().unwrap_or(reference);
    unversioned.rsplit('/').next().filter(|id| !id.is_empty())
}

/// The resource type a reference names, where it names one.
pub(crate) fn referenced_type(reference: &str) -> Option<&str> {
    let unversioned = reference.split("/_history/").next().unwrap_or(reference);
    unversioned.rsplit('/').nth(1)
}

/// Id of a resource at its source; a fingerprint of its content where it has none.
pub(crate) fn resource_id(full_url: Option<&str>, resource: &Value) -> String {
    let own = resource.get("id").and_then(Value::as_str).filter(|id| !id.is_empty());
    match own.or(full_url.and_then(local_id)) {
        Some(id) => id.to_owned(),
        None => format!("content-{:016x}", fingerprint(resource)),
    }
}

/// The lasting name of the fact that this resource yields.
///
/// The server's address is part of it where the file gives one: two servers may both have a
/// `Condition/1`, and taking one for the other would lose a fact.
pub(crate) fn fact_id(full_url: Option<&str>, resource_type: &str, resource_id: &str) -> FactId {
    let address = full_url.filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let ends_so = |url: &&str| url.ends_with(&format!("{resource_type}/{resource_id}"));
    match address.filter(ends_so) {
        Some(url) => FactId(url.to_owned()),
        None => FactId(format!("{resource_type}/{resource_id}")),
    }
}

/// A fingerprint of the content, whatever the order of its fields (FNV-1a, 64 bits).
fn fingerprint(value: &Value) -> u64 {
    let mut hash = Fnv(0xcbf2_9ce4_8422_2325);
    feed(&mut hash, value);
    hash.0
}

struct Fnv(u64);

impl Fnv {
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        self.0 = (self.0 ^ 0xFF).wrapping_mul(0x0000_0100_0000_01b3);
    }
}

fn feed(hash: &mut Fnv, value: &Value) {
    match value {
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort();
            hash.add(b"{");
            for name in names {
                hash.add(name.as_bytes());
                feed(hash, &fields[name]);
            }
            hash.add(b"}");
        }
        Value::Array(items) => {
            hash.add(b"[");
            items.iter().for_each(|item| feed(hash, item));
            hash.add(b"]");
        }
        scalar => hash.add(scalar.to_string().as_bytes()),
    }
}

#[cfg(test)]
mod tests;
