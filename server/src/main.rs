//! The command line of `coulisses`.

use anyhow::Result;
use server::config::{Command, Config, Deck, Workshop};
use server::{commands, serve};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

fn main() -> ExitCode {
    let config = Config::read(std::env::args_os()).unwrap_or_else(|wrong| wrong.exit());
    let filter = EnvFilter::try_from_env("COULISSES_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

#[tokio::main]
async fn run(config: Config) -> Result<()> {
    match config.command {
        Command::Serve(wish) => serve::serve(wish).await,
        Command::Workshop(Workshop::Create(wish)) => commands::create(wish).await,
        Command::CheckDeck { path } => commands::check_deck(&path),
        Command::Deck(Deck::Import { path, folder }) => commands::import_deck(&path, &folder).await,
        Command::Backup { file, folder } => commands::backup(&file, &folder).await,
        Command::Restore { file, folder } => commands::restore(&file, &folder).await,
    }
}
