//! A small reader of markup: enough to hold pages to their structure.

use std::collections::{BTreeMap, BTreeSet};

/// Elements that never close.
const VOID: [&str; 6] = ["input", "meta", "link", "br", "hr", "img"];

/// One opening tag with its attributes.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
}

impl Tag {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

/// What is wrong with a document; empty when nothing is.
pub(crate) fn faults(document: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let trees = read(document, &mut faults);
    structure(&trees[0], &mut faults);
    for tags in &trees {
        policy(document, tags, &mut faults);
        references(tags, &mut faults);
        labels(tags, &mut faults);
    }
    if document.contains('⟦') {
        let missing: Vec<&str> =
            document.split('⟦').skip(1).filter_map(|after| after.split('⟧').next()).collect();
        faults.push(format!("messages are missing: {missing:?}"));
    }
    faults
}

/// Reads tags in order and checks that each closes where it should: the page, then what each
/// template holds, which is a tree of its own with ids of its own.
fn read(document: &str, faults: &mut Vec<String>) -> Vec<Vec<Tag>> {
    let (mut trees, mut open) = (vec![Vec::new()], Vec::<String>::new());
    let mut within = vec![0];
    let body = document.trim_start_matches("<!DOCTYPE html>");
    for piece in body.split('<').skip(1) {
        let inside = &piece[..end_of_tag(piece)];
        if let Some(name) = inside.strip_prefix('/') {
            let last = open.pop();
            if last.as_deref() != Some(name) {
                faults.push(format!("</{name}> closes {last:?}"));
            }
            if name == "template" && within.len() > 1 {
                within.pop();
            }
            continue;
        }
        let tag = tag(inside);
        if !VOID.contains(&tag.name.as_str()) {
            open.push(tag.name.clone());
        }
        let template = tag.name == "template";
        trees[within.last().copied().unwrap_or_default()].push(tag);
        if template {
            within.push(trees.len());
            trees.push(Vec::new());
        }
    }
    if !open.is_empty() {
        faults.push(format!("left open: {open:?}"));
    }
    trees
}

fn end_of_tag(piece: &str) -> usize {
    let mut quoted = false;
    for (place, c) in piece.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return place,
            _ => {}
        }
    }
    piece.len()
}

fn tag(inside: &str) -> Tag {
    let name_end = inside.find(' ').unwrap_or(inside.len());
    let (name, mut rest) = (inside[..name_end].to_owned(), inside[name_end..].trim_start());
    let mut attributes = BTreeMap::new();
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').unwrap_or(quoted.len());
            value = quoted[..close].to_owned();
            rest = quoted.get(close + 1..).unwrap_or("");
        }
        attributes.insert(key, value);
        rest = rest.trim_start();
    }
    Tag { name, attributes }
}

fn structure(tags: &[Tag], faults: &mut Vec<String>) {
    for (name, wanted) in [("h1", 1), ("main", 1), ("title", if tags.is_empty() { 0 } else { 1 })] {
        let count = tags.iter().filter(|tag| tag.name == name).count();
        if count != wanted {
            faults.push(format!("{count} <{name}>"));
        }
    }
    let mut level = 0;
    for tag in tags {
        let Some(next) = tag.name.strip_prefix('h').and_then(|digit| digit.parse::<u32>().ok()) else {
            continue;
        };
        if next > level + 1 {
            faults.push(format!("<h{next}> follows <h{level}>"));
        }
        level = next;
    }
}

/// Nothing that the policy forbids: no inline style or script, nothing foreign.
fn policy(document: &str, tags: &[Tag], faults: &mut Vec<String>) {
    for tag in tags {
        let inline = tag.attributes.keys().find(|key| *key == "style" || key.starts_with("on"));
        if let Some(key) = inline {
            faults.push(format!("<{} {key}>", tag.name));
        }
        if tag.name == "style" || (tag.name == "script" && tag.get("src").is_none()) {
            faults.push(format!("inline <{}>", tag.name));
        }
        for key in ["href", "src", "action"] {
            let value = tag.get(key).unwrap_or("/");
            let stays = value.starts_with('/') && !value.starts_with("//");
            if !stays
                && !value.starts_with('#')
                && !value.starts_with("tel:")
                && !value.starts_with("mailto:")
            {
                faults.push(format!("{key}={value} leads elsewhere"));
            }
        }
        if tag.name == "form" && tag.get("method") == Some("post") && !document.contains("name=\"csrf\"") {
            faults.push("a form posts without its token".to_owned());
        }
    }
}

/// Ids are unique, and whatever points at one finds it.
fn references(tags: &[Tag], faults: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.get("id")) {
        if !ids.insert(id) {
            faults.push(format!("id {id} is given twice"));
        }
    }
    for tag in tags {
        let mut wanted: Vec<&str> = Vec::new();
        for key in ["for", "aria-labelledby", "aria-describedby"] {
            wanted.extend(tag.get(key).unwrap_or("").split_whitespace());
        }
        wanted.extend(tag.get("href").and_then(|href| href.strip_prefix('#')));
        for id in wanted.into_iter().filter(|id| !ids.contains(id)) {
            faults.push(format!("nothing has the id {id}"));
        }
    }
}

/// Every control has a label of its own, or stands inside one.
fn labels(tags: &[Tag], faults: &mut Vec<String>) {
    let labelled: BTreeSet<&str> = tags.iter().filter_map(|tag| tag.get("for")).collect();
    for tag in tags.iter().filter(|tag| ["input", "textarea", "select"].contains(&tag.name.as_str())) {
        let hidden = tag.get("type") == Some("hidden");
        let named = tag.get("id").is_some_and(|id| labelled.contains(id)) || tag.get("aria-label").is_some();
        if !hidden && !named {
            faults.push(format!("<{} name={:?}> has no label", tag.name, tag.get("name")));
        }
    }
}
