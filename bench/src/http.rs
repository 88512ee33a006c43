//! One kept connection with its cookies, as a browser holds one.

use anyhow::{Context, bail, ensure};
use std::net::SocketAddr;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use crate::Result;

/// A connection that is kept.
pub(crate) struct Browser {
    stream: BufReader<TcpStream>,
    host: String,
    cookies: Vec<(String, String)>,
    asks: Vec<u8>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) text: String,
}

impl Browser {
    pub(crate) async fn connect(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let stream = BufReader::with_capacity(64 * 1024, stream);
        Ok(Self { stream, host: address.to_string(), cookies: Vec::new(), asks: Vec::new() })
    }

    /// Another connection of the same browser.
    pub(crate) async fn again(&self) -> Result<Self> {
        let again = Self::connect(self.host.parse()?).await?;
        Ok(Self { cookies: self.cookies.clone(), ..again })
    }

    /// Signs in by the form, as a person does.
    pub(crate) async fn sign_in(&mut self, email: &str, password: &str) -> Result<()> {
        let csrf = self.get("/sign-in").await?.field("csrf")?;
        let form = serde_urlencoded::to_string([("csrf", &*csrf), ("email", email), ("password", password)])?;
        let answer =
            self.send("POST", "/sign-in", &[("content-type", "application/x-www-form-urlencoded")], &form);
        ensure!(answer.await?.status == 303, "the sign-in was refused");
        Ok(())
    }

    pub(crate) async fn get(&mut self, path: &str) -> Result<Answer> {
        self.send("GET", path, &[], "").await
    }

    pub(crate) async fn post_json(
        &mut self,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Answer> {
        let all = [&[("content-type", "application/json")], headers].concat();
        self.send("POST", path, &all, body).await
    }

    async fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Result<Answer> {
        let host = &self.host;
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\ncookie: {}\r\n", cookies.join("; "));
        if method != "GET" {
            head += &format!("origin: http://{host}\r\nsec-fetch-site: same-origin\r\n");
            head += &format!("content-length: {}\r\n", body.len());
        }
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        self.asks.clear();
        self.asks.extend_from_slice(head.as_bytes());
        self.asks.extend_from_slice(b"\r\n");
        self.asks.extend_from_slice(body.as_bytes());
        self.stream.write_all(&self.asks).await?;
        self.answer().await
    }

    async fn answer(&mut self) -> Result<Answer> {
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        let status = line.split(' ').nth(1).context("an answer begins with its status")?.parse()?;
        let mut bytes = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line).await?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            match name.to_lowercase().as_str() {
                "content-length" => bytes = value.parse()?,
                "set-cookie" => self.keep(value),
                "transfer-encoding" => bail!("the answer comes in pieces"),
                _ => {}
            }
        }
        let mut body = vec![0; bytes];
        self.stream.read_exact(&mut body).await?;
        Ok(Answer { status, text: String::from_utf8(body)? })
    }

    fn keep(&mut self, set_cookie: &str) {
        let pair = set_cookie.split(';').next().and_then(|pair| pair.split_once('='));
        if let Some((name, value)) = pair {
            self.cookies.retain(|(known, _)| known != name);
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }
}

impl Answer {
    /// The value of the first hidden field of this name.
    pub(crate) fn field(&self, name: &str) -> Result<String> {
        let marked = format!("name=\"{name}\" value=\"");
        let rest = self.text.split(&marked).nth(1);
        let value = rest.and_then(|rest| rest.split('"').next());
        Ok(value.with_context(|| format!("status {}: no field {name}", self.status))?.to_owned())
    }
}
