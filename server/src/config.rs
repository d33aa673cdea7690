//! The command line, and the same by environment variables. Wrong values are told in words, with exit code 2.

use board::deck::Format;
use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Coulisses: l’atelier collaboratif du numérique culturel. One binary, one data folder.
#[derive(Debug, Parser)]
#[command(name = "coulisses", version, about, max_term_width = 100)]
pub struct Config {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What there is to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve workshops from the data folder, until interrupted
    Serve(Serve),
    /// Create workshops from the command line
    #[command(subcommand)]
    Workshop(Workshop),
    /// Check a deck's folder and name every problem with its file and line
    CheckDeck {
        /// The folder that holds deck.toml and fr.toml
        path: PathBuf,
    },
    /// Copy everything that is kept into one file, also while the server runs
    Backup {
        /// The file to write: it must not exist yet
        file: PathBuf,
        #[command(flatten)]
        folder: Folder,
    },
    /// Put a backup back; what was there before is kept beside it
    Restore {
        /// A file that `backup` wrote
        file: PathBuf,
        #[command(flatten)]
        folder: Folder,
    },
}

/// Where everything is kept.
#[derive(Clone, Debug, Args)]
pub struct Folder {
    /// The data folder; created if there is none
    #[arg(long, env = "COULISSES_DATA", value_name = "FOLDER", default_value = "coulisses-data")]
    pub data: PathBuf,
}

/// Where people reach the server.
#[derive(Clone, Debug, Args)]
pub struct Reached {
    /// The address people type, such as https://atelier.exemple.fr, when it is not the one listened on
    #[arg(long, env = "COULISSES_PUBLIC_URL", value_name = "URL", value_parser = origin)]
    pub public_url: Option<String>,
}

/// `coulisses serve`.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// The address and port to listen on
    #[arg(long, env = "COULISSES_LISTEN", value_name = "ADDRESS:PORT", default_value = "127.0.0.1:3000")]
    pub listen: SocketAddr,
    /// Listen for everybody on the local network, and print the address with its QR code
    #[arg(long, env = "COULISSES_LAN")]
    pub lan: bool,
    /// Open a demonstration workshop and print its addresses
    #[arg(long, env = "COULISSES_DEMO")]
    pub demo: bool,
    #[command(flatten)]
    pub folder: Folder,
    #[command(flatten)]
    pub reached: Reached,
}

/// `coulisses workshop …`.
#[derive(Debug, Subcommand)]
pub enum Workshop {
    /// Create a workshop and print its code and links
    Create(Create),
}

/// `coulisses workshop create`.
#[derive(Debug, Args)]
pub struct Create {
    /// Its title
    #[arg(long)]
    pub title: String,
    /// How long it lasts, in minutes: 180, 90 or 45
    #[arg(long, value_parser = format, default_value = "180")]
    pub format: Format,
    /// How many tables it has: 1 to 12
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=12), default_value_t = 1)]
    pub tables: u8,
    /// Print JSON, for other programs
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub folder: Folder,
    #[command(flatten)]
    pub reached: Reached,
}

fn format(text: &str) -> Result<Format, String> {
    let minutes = text.parse().ok();
    minutes.and_then(Format::of_minutes).ok_or_else(|| "a workshop lasts 180, 90 or 45 minutes".to_owned())
}

/// An origin: a scheme and a host, perhaps a port, and nothing after.
fn origin(text: &str) -> Result<String, String> {
    let expected = || format!("«{text}» is not an address such as https://atelier.exemple.fr or http://192.168.1.20:3000");
    let trimmed = text.trim_end_matches('/').to_ascii_lowercase();
    let uri: http::Uri = trimmed.parse().map_err(|_| expected())?;
    let scheme = matches!(uri.scheme_str(), Some("http" | "https"));
    let bare = uri.authority().is_some_and(|host| !host.as_str().contains('@')) && matches!(uri.path(), "" | "/");
    if scheme && bare && uri.query().is_none() { Ok(trimmed) } else { Err(expected()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Config, clap::Error> {
        Config::try_parse_from(words.split_whitespace())
    }

    #[test]
    fn the_command_line_is_sound() {
        use clap::CommandFactory;
        Config::command().debug_assert();
    }

    #[test]
    fn wrong_values_end_with_2_and_say_what_is_expected() {
        for (words, said) in [
            ("coulisses serve --listen here", "--listen"),
            ("coulisses serve --public-url atelier", "https://atelier.exemple.fr"),
            ("coulisses serve --public-url https://a.fr/x", "https://atelier.exemple.fr"),
            ("coulisses workshop create --title A --format 60", "180, 90 or 45"),
            ("coulisses workshop create --title A --tables 13", "1..=12"),
            ("coulisses workshop create", "--title"),
            ("coulisses play", "play"),
        ] {
            let error = read(words).expect_err(words);
            assert_eq!(error.exit_code(), 2, "{words}");
            assert!(error.to_string().contains(said), "{words}: {error}");
        }
    }

    #[test]
    fn a_public_address_is_kept_as_browsers_write_it() {
        let config = read("coulisses serve --public-url HTTPS://Atelier.Exemple.fr/").expect("an address");
        let Command::Serve(serve) = config.command else { panic!("serve") };
        assert_eq!(serve.reached.public_url.as_deref(), Some("https://atelier.exemple.fr"));
    }
}
