//! Measures the real binary over HTTP beside the ceiling of the same run.
//!
//! The ceiling is the same statements and indexes in the same group commits on the same disk, with
//! no Kapok around them: no rules, no seals, no tree, no HTTP. Only ratios within one run count.
//! Prints one line of `key=value` words for each figure, the machine's load with it.
//!
//! ```text
//! make bench                       all of it
//! bench KAPOK [MEASURE...]         some of: entries pages start
//! ```

mod ceiling;
mod entries;
mod figure;
mod http;
mod pages;
mod practice;
mod scratch;
mod served;
mod start;

use std::path::PathBuf;

use anyhow::{Context, bail};

type Result<T> = anyhow::Result<T>;

fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let kapok = PathBuf::from(arguments.next().context("the first argument is the kapok binary")?);
    let mut asked: Vec<String> = arguments.collect();
    if asked.is_empty() {
        asked = ["entries", "pages", "start"].map(str::to_owned).into();
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    for measure in asked {
        match measure.as_str() {
            "entries" => runtime.block_on(entries::measure(&kapok))?,
            "pages" => runtime.block_on(pages::measure(&kapok))?,
            "start" => runtime.block_on(start::measure(&kapok))?,
            unknown => bail!("{unknown} is none of: entries pages start"),
        }
    }
    Ok(())
}
