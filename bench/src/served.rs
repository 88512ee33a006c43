//! The real binary, serving a practice's folder.

use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::Result;
use crate::http::Browser;
use crate::practice::{EMAIL, PASSWORD};
use crate::scratch::Scratch;

/// A running `kapok serve`.
pub(crate) struct Served {
    child: Child,
    pub(crate) address: SocketAddr,
    /// From the start of the process to the first page on its way.
    pub(crate) first_page: Duration,
}

impl Served {
    /// Starts it and asks for the first page.
    pub(crate) async fn start(kapok: &Path, scratch: &Scratch) -> Result<Self> {
        let began = Instant::now();
        let mut child = Command::new(kapok)
            .arg("serve")
            .args(["--listen", "127.0.0.1:0"])
            .arg("--data")
            .arg(scratch.data())
            .arg("--root-key")
            .arg(scratch.root_key())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        let out = child.stdout.take().context("its output is piped")?;
        let said = BufReader::new(out).lines().next_line().await?.context("it ended before it listened")?;
        let address = said.split("http://").nth(1).and_then(|rest| rest.split('/').next());
        let address = address.with_context(|| format!("it said: {said}"))?.parse()?;
        let page = Browser::connect(address).await?.get("/").await?;
        ensure!(page.status == 200, "the first page was {}", page.status);
        Ok(Self { child, address, first_page: began.elapsed() })
    }

    /// The therapist's browser, signed in.
    pub(crate) async fn therapist(&self) -> Result<Browser> {
        let mut browser = Browser::connect(self.address).await?;
        browser.sign_in(EMAIL, PASSWORD).await?;
        Ok(browser)
    }

    /// Resident memory, in bytes: now, and at its highest.
    pub(crate) fn memory(&self) -> Result<(u64, u64)> {
        let id = self.child.id().context("it runs")?;
        let status = std::fs::read_to_string(format!("/proc/{id}/status"))?;
        let kilobytes = |name: &str| -> Result<u64> {
            let line = status.lines().find(|line| line.starts_with(name)).context("the system tells it")?;
            let digits: String = line.chars().filter(char::is_ascii_digit).collect();
            Ok(digits.parse::<u64>()? * 1024)
        };
        Ok((kilobytes("VmRSS:")?, kilobytes("VmHWM:")?))
    }

    /// Stops it and waits until it is gone.
    pub(crate) async fn stop(mut self) -> Result<()> {
        self.child.kill().await?;
        Ok(())
    }
}
