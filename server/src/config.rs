//! The command line, and the same by environment variables. Wrong values are told in words, with exit code 2.

use crate::mail::Mail;
use crate::typed;
use board::deck::Format;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "coulisses",
    version,
    about = "Coulisses : l’atelier collaboratif du numérique culturel. Un programme, un dossier de données.",
    max_term_width = 100
)]
pub struct Config {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What there is to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve until interrupted.
    #[command(about = "Servir les ateliers du dossier de données, jusqu’à l’interruption", long_about = None)]
    Serve(Serve),
    /// Workshops without a page.
    #[command(subcommand, about = "Créer des ateliers en ligne de commande", long_about = None)]
    Workshop(Workshop),
    /// Check a deck.
    #[command(about = "Vérifier un jeu de cartes : chaque problème, avec son fichier et sa ligne", long_about = None)]
    CheckDeck {
        /// Its folder.
        #[arg(value_name = "DOSSIER", help = "Le dossier qui contient deck.toml et fr.toml")]
        path: PathBuf,
    },
    /// Decks that are kept.
    #[command(subcommand, about = "Importer des jeux de cartes en ligne de commande", long_about = None)]
    Deck(Deck),
    /// Copy the store.
    #[command(about = "Copier tout ce qui est conservé dans un fichier, même pendant que le serveur tourne", long_about = None)]
    Backup {
        /// Where to.
        #[arg(value_name = "FICHIER", help = "Le fichier à écrire : il ne doit pas exister")]
        file: PathBuf,
        /// What from.
        #[command(flatten)]
        folder: Folder,
    },
    /// Put a copy back.
    #[command(about = "Remettre une sauvegarde en place ; ce qui s’y trouvait est gardé à côté", long_about = None)]
    Restore {
        /// What from.
        #[arg(value_name = "FICHIER", help = "Un fichier écrit par « coulisses backup »")]
        file: PathBuf,
        /// Where to.
        #[command(flatten)]
        folder: Folder,
    },
}

/// Where everything is kept.
#[derive(Clone, Debug, Args)]
pub struct Folder {
    /// The data folder.
    #[arg(
        long,
        env = "COULISSES_DATA",
        value_name = "DOSSIER",
        default_value = "coulisses-data",
        help = "Le dossier de données ; il est créé s’il manque"
    )]
    pub data: PathBuf,
}

/// Where people reach the server.
#[derive(Clone, Debug, Args)]
pub struct Reached {
    /// An origin, when it is not the address listened on.
    #[arg(
        long,
        env = "COULISSES_PUBLIC_URL",
        value_name = "ADRESSE",
        value_parser = origin,
        help = "L’adresse que l’on tape, comme https://atelier.exemple.fr, si ce n’est pas celle de --listen"
    )]
    pub public_url: Option<String>,
}

/// `coulisses serve`.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Where to listen.
    #[arg(
        long,
        env = "COULISSES_LISTEN",
        value_name = "IP:PORT",
        default_value = "127.0.0.1:3000",
        help = "L’adresse et le port à écouter"
    )]
    pub listen: SocketAddr,
    /// Listen on every interface.
    #[arg(long, env = "COULISSES_LAN", help = "Écouter tout le réseau local, et afficher l’adresse et son code QR")]
    pub lan: bool,
    /// The name of the local wifi.
    #[arg(
        long,
        env = "COULISSES_WIFI",
        value_name = "NOM",
        value_parser = wifi,
        help = "Le nom du wifi à rejoindre, que l’écran de la salle affichera"
    )]
    pub wifi: Option<String>,
    /// Open a demonstration workshop.
    #[arg(
        long,
        env = "COULISSES_DEMO",
        help = "Ouvrir un atelier de démonstration et une répétition avec des personnes simulées, et afficher leurs adresses"
    )]
    pub demo: bool,
    /// Live some days later.
    #[arg(
        long,
        env = "COULISSES_AHEAD",
        value_name = "JOURS",
        default_value_t = 0,
        help = "Vivre tant de jours plus tard, pour essayer sur une copie ce qui arrive avec le temps"
    )]
    pub ahead: u16,
    /// Where everything is kept.
    #[command(flatten)]
    pub folder: Folder,
    /// Where people reach it.
    #[command(flatten)]
    pub reached: Reached,
    /// Who runs it.
    #[command(flatten)]
    pub organisation: Organisation,
    /// How it sends mail.
    #[command(flatten)]
    pub mail: MailWay,
}

/// How mail leaves: nothing is sent while it is not said.
#[derive(Clone, Debug, Default, Args)]
pub struct MailWay {
    /// The mail server.
    #[arg(
        long,
        env = "COULISSES_SMTP",
        hide_env_values = true,
        value_name = "ADRESSE",
        requires = "mail_from",
        help = "Le serveur d’envoi des rappels par courriel, comme smtps://nom:secret@courriel.exemple.fr"
    )]
    pub smtp: Option<String>,
    /// Whom mail is from.
    #[arg(
        long,
        env = "COULISSES_MAIL_FROM",
        value_name = "ADRESSE",
        requires = "smtp",
        help = "De qui viennent les rappels, comme « Coulisses <suivi@exemple.fr> »"
    )]
    pub mail_from: Option<String>,
}

impl MailWay {
    /// The way out that this describes, if it describes one.
    ///
    /// # Errors
    /// With a sentence for the person who set it.
    pub fn way_out(&self) -> Result<Option<Mail>, String> {
        self.smtp.as_ref().zip(self.mail_from.as_ref()).map(|(server, from)| Mail::new(server, from)).transpose()
    }
}

impl Config {
    /// Reads a command line.
    ///
    /// # Errors
    /// With what is wrong in words, and exit code 2.
    pub fn read(words: impl IntoIterator<Item = impl Into<OsString> + Clone>) -> Result<Self, clap::Error> {
        let config = Self::try_parse_from(words)?;
        if let Command::Serve(serve) = &config.command {
            // Not by the parser of its value, which would repeat the password.
            serve.mail.way_out().map_err(|said| Self::command().error(ErrorKind::ValueValidation, said))?;
        }
        Ok(config)
    }
}

/// Who runs the server: what the accessibility, eco-design and privacy pages say of them.
#[derive(Clone, Debug, Default, Args)]
pub struct Organisation {
    /// What it is called.
    #[arg(long, env = "COULISSES_OPERATOR", value_name = "NOM", value_parser = said, help = "L’organisation responsable, telle que les pages publiées la nomment")]
    pub operator: Option<String>,
    /// Where to write to it.
    #[arg(long, env = "COULISSES_CONTACT", value_name = "ADRESSE", value_parser = said, help = "Où lui écrire : un courriel, une page ou une adresse postale")]
    pub contact: Option<String>,
    /// Its data protection officer.
    #[arg(long, env = "COULISSES_DPO", value_name = "ADRESSE", value_parser = said, help = "Où joindre sa protection des données")]
    pub dpo: Option<String>,
    /// Its legal basis.
    #[arg(long, env = "COULISSES_LEGAL_BASIS", value_name = "TEXTE", value_parser = said, help = "La base légale, comme « mission d’intérêt public »")]
    pub legal_basis: Option<String>,
    /// For how long it keeps things.
    #[arg(long, env = "COULISSES_RETENTION", value_name = "TEXTE", value_parser = said, help = "Combien de temps elle garde les plateaux et les sauvegardes")]
    pub retention: Option<String>,
}

impl From<Organisation> for app::api::Operator {
    fn from(told: Organisation) -> Self {
        let Organisation { operator, contact, dpo, legal_basis, retention } = told;
        Self { name: operator, contact, dpo, basis: legal_basis, retention }
    }
}

/// `coulisses workshop …`.
#[derive(Debug, Subcommand)]
pub enum Workshop {
    /// Create one.
    #[command(about = "Créer un atelier, afficher son code et ses liens", long_about = None)]
    Create(Create),
}

/// `coulisses deck …`.
#[derive(Debug, Subcommand)]
pub enum Deck {
    /// Keep one.
    #[command(about = "Vérifier un jeu de cartes et le garder : les nouveaux ateliers pourront le jouer", long_about = None)]
    Import {
        /// Its folder or its archive.
        #[arg(value_name = "DOSSIER", help = "Le dossier du jeu, ou son archive .zip")]
        path: PathBuf,
        /// Where to.
        #[command(flatten)]
        folder: Folder,
    },
}

/// `coulisses workshop create`.
#[derive(Debug, Args)]
pub struct Create {
    /// Its title.
    #[arg(long, env = "COULISSES_TITLE", value_name = "TITRE", value_parser = title, help = "Son titre")]
    pub title: String,
    /// How long it lasts.
    #[arg(
        long,
        env = "COULISSES_FORMAT",
        value_name = "MINUTES",
        value_parser = format,
        default_value = "180",
        help = "Sa durée en minutes : 180, 90 ou 45"
    )]
    pub format: Format,
    /// How many tables it has.
    #[arg(
        long,
        env = "COULISSES_TABLES",
        value_name = "NOMBRE",
        value_parser = clap::value_parser!(u8).range(1..=12),
        default_value_t = 1,
        help = "Son nombre de tables, de 1 à 12"
    )]
    pub tables: u8,
    /// Print JSON.
    #[arg(long, env = "COULISSES_JSON", help = "Répondre en JSON, pour d’autres programmes")]
    pub json: bool,
    /// Where everything is kept.
    #[command(flatten)]
    pub folder: Folder,
    /// Where people reach the server.
    #[command(flatten)]
    pub reached: Reached,
}

fn title(text: &str) -> Result<String, String> {
    typed::title(text).map_err(|_| format!("un titre compte de 1 à {} signes", board::MAX_TITLE))
}

/// What a network may be called: 32 bytes is what its frames have room for.
fn wifi(text: &str) -> Result<String, String> {
    let name = text.trim();
    let sound = (1..=32).contains(&name.len()) && !name.chars().any(char::is_control);
    if sound { Ok(name.to_owned()) } else { Err("un nom de wifi compte de 1 à 32 octets".to_owned()) }
}

/// A text for a page that everybody may read: one line, as long as a short paragraph.
fn said(text: &str) -> Result<String, String> {
    let text = text.trim();
    let sound = (1..=300).contains(&text.chars().count()) && !text.chars().any(char::is_control);
    if sound { Ok(text.to_owned()) } else { Err("un texte de 1 à 300 signes, sur une ligne".to_owned()) }
}

fn format(text: &str) -> Result<Format, String> {
    let minutes = text.parse().ok();
    minutes.and_then(Format::of_minutes).ok_or_else(|| "un atelier dure 180, 90 ou 45 minutes".to_owned())
}

/// An origin: a scheme and a host, perhaps a port, and nothing after.
fn origin(text: &str) -> Result<String, String> {
    let expected =
        || format!("« {text} » n’est pas une adresse comme https://atelier.exemple.fr ou http://192.168.1.20:3000");
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
        Config::read(words.split_whitespace())
    }

    #[test]
    fn the_command_line_is_sound() {
        Config::command().debug_assert();
    }

    #[test]
    fn wrong_values_end_with_2_and_say_what_is_expected() {
        for (words, said) in [
            ("coulisses serve --listen here", "--listen"),
            ("coulisses serve --public-url atelier", "https://atelier.exemple.fr"),
            ("coulisses serve --public-url https://a.fr/x", "https://atelier.exemple.fr"),
            ("coulisses serve --wifi abcdefghijklmnopqrstuvwxyz0123456789", "32"),
            ("coulisses serve --operator=", "300 signes"),
            ("coulisses serve --smtp smtp://127.0.0.1:25", "--mail-from"),
            ("coulisses serve --mail-from suivi@exemple.fr", "--smtp"),
            ("coulisses serve --smtp courriel --mail-from suivi@exemple.fr", "smtps://"),
            ("coulisses serve --smtp smtp://127.0.0.1:25 --mail-from nous", "--mail-from"),
            ("coulisses workshop create --title A --format 60", "180, 90 ou 45"),
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
