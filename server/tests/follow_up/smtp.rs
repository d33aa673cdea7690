//! A mail server that listens on this machine and speaks the protocol (RFC 5321) over a real socket: it keeps what it
//! takes, and does what a test arranged for the next mail.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What happens to a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is not taken now.
    Busy,
    /// It is taken, and the line goes dead before that is said.
    TakenUnsaid,
}

/// A mail as it arrived.
#[derive(Clone, Debug)]
pub struct Arrived {
    pub to: String,
    pub raw: String,
}

impl Arrived {
    /// Its text, decoded by a parser that is not the writer's.
    pub fn text(&self) -> String {
        let parsed = mailparse::parse_mail(self.raw.as_bytes()).expect("it is a mail");
        assert_eq!(parsed.ctype.mimetype, "text/plain");
        assert!(parsed.subparts.is_empty(), "one part of plain text");
        parsed.get_body().expect("its text can be decoded").replace("\r\n", "\n")
    }

    /// A line of its head, decoded.
    pub fn head(&self, name: &str) -> String {
        use mailparse::MailHeaderMap as _;
        let parsed = mailparse::parse_mail(self.raw.as_bytes()).expect("it is a mail");
        parsed.headers.get_first_value(name).unwrap_or_else(|| panic!("it has no {name}"))
    }

    /// The secret in its links.
    pub fn secret(&self) -> String {
        let text = self.text();
        let (_, after) = text.split_once("/suivi/").expect("it has a link");
        after.chars().take_while(char::is_ascii_alphanumeric).collect()
    }
}

#[derive(Clone)]
pub struct Post {
    pub address: String,
    arrived: Arc<Mutex<Vec<Arrived>>>,
    fates: Arc<Mutex<VecDeque<Fate>>>,
}

impl Post {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("smtp://{}", listener.local_addr().expect("an address"));
        let post = Self { address, arrived: Arc::default(), fates: Arc::default() };
        let open = post.clone();
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let post = open.clone();
                tokio::spawn(async move { post.talk(socket).await });
            }
        });
        post
    }

    /// What happens to the next mail.
    pub fn arrange(&self, fate: Fate) {
        self.fates.lock().expect("nobody broke it").push_back(fate);
    }

    /// What arrived since this was asked last.
    pub fn collect(&self) -> Vec<Arrived> {
        std::mem::take(&mut *self.arrived.lock().expect("nobody broke it"))
    }

    async fn talk(&self, socket: TcpStream) -> Option<()> {
        let (read, mut write) = socket.into_split();
        let mut lines = BufReader::new(read).lines();
        let (mut to, mut fate) = (String::new(), None);
        write.write_all(b"220 poste\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let word = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            let says: &[u8] = match word.as_str() {
                "EHLO" => b"250-poste\r\n250 8BITMIME\r\n",
                "MAIL" => {
                    fate = self.fates.lock().expect("nobody broke it").pop_front();
                    if fate == Some(Fate::Busy) { b"451 later\r\n" } else { b"250 ok\r\n" }
                }
                "RCPT" => {
                    to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                    b"250 ok\r\n"
                }
                "DATA" => {
                    write.write_all(b"354 go\r\n").await.ok()?;
                    let mut raw = String::new();
                    loop {
                        let line = lines.next_line().await.ok()??;
                        if line == "." {
                            break;
                        }
                        raw += line.strip_prefix('.').unwrap_or(&line);
                        raw += "\r\n";
                    }
                    self.arrived.lock().expect("nobody broke it").push(Arrived { to: to.clone(), raw });
                    if fate == Some(Fate::TakenUnsaid) {
                        return None;
                    }
                    b"250 taken\r\n"
                }
                "NOOP" | "RSET" => b"250 ok\r\n",
                "QUIT" => {
                    write.write_all(b"221 bye\r\n").await.ok()?;
                    return None;
                }
                _ => b"502 no\r\n",
            };
            write.write_all(says).await.ok()?;
        }
        None
    }
}
