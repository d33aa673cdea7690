//! `coulisses serve`: open the store, keep the rooms, answer until told to stop.

mod address;
mod demo;
mod interruption;

use crate::backend::Machine;
use crate::config;
use crate::rehearsal::{self, Manner};
use crate::rooms::Rooms;
use crate::store::{Organisers, Sessions, Sqlite, Store, Workshop};
use crate::{decks, invitation, reminders, router, secret, shelf};
use anyhow::{Context, Result};
use app::live::sockets::Sockets;
use app::routes::Route;
use axum::serve::ListenerExt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tower_sessions::ExpiredDeletion;

/// How long everything gets to end, from the signal on.
const GRACE: Duration = Duration::from_secs(9);
/// How often expired sessions and quiet addresses are forgotten, and what was kept long enough is erased.
const SWEEP: Duration = Duration::from_secs(3600);

/// Serves until interrupted.
///
/// # Errors
/// When the store cannot be opened or the address cannot be listened on.
pub async fn serve(wish: config::Serve) -> Result<()> {
    // Listened for before anything is printed: whoever reads that we are ready may tell us to stop.
    let told = interruption::listen()?;
    crate::live_ahead(wish.ahead);
    let store = Sqlite::open(&wish.folder.data).await?;
    decks::keep_embedded(&store).await?;
    let listener = TcpListener::bind(address::to_listen(&wish)).await.with_context(|| {
        format!("impossible d’écouter {} : choisissez une autre adresse avec --listen", address::to_listen(&wish))
    })?;
    let public_url = address::public(&wish, listener.local_addr()?)?;
    let rooms = Rooms::new(Arc::new(store.clone()));
    let set_up_secret = if store.nobody_yet().await? { Some(secret::draw()) } else { None };
    let machine = Machine::new(Arc::new(store.clone()), rooms.clone(), public_url.clone(), set_up_secret.as_deref());
    let mail = wish.mail.way_out().map_err(anyhow::Error::msg)?;
    let machine = machine.on_wifi(wish.wifi.clone()).run_by(wish.organisation.clone().into()).mailing(mail.is_some());
    let machine = Arc::new(machine);
    let sockets = Sockets::default();
    let router = router::router(machine.clone(), Sessions::of(&store), sockets.clone(), &public_url)?;

    let rehearsal = greet(&store, &wish, &public_url, set_up_secret.as_deref()).await?;
    let _playing = match rehearsal {
        Some(workshop) => {
            Some(rehearsal::play(Arc::new(store.clone()), rooms.clone(), &workshop, Manner::human()).await?)
        }
        None => None,
    };
    tokio::spawn(reminders::Postman::new(Arc::new(store.clone()), mail, public_url.clone()).work());
    tokio::spawn(sweep(machine, Sessions::of(&store)));
    tokio::spawn(shelf::catch_up(Arc::new(store.clone())));
    let (stop, stopping) = watch::channel(false);
    // An entry is a few bytes and must not wait until the one before it is acknowledged.
    let listener = listener.tap_io(|socket| {
        if let Err(error) = socket.set_nodelay(true) {
            tracing::debug!(%error, "a connection may be slow");
        }
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let serving =
        axum::serve(listener, service).with_graceful_shutdown(told_to_stop(told, rooms, sockets.clone(), stop));
    let ended = async {
        serving.await?;
        sockets.none_open().await;
        anyhow::Ok(())
    };
    tokio::select! {
        ended = ended => ended?,
        () = last_moment(stopping) => tracing::warn!(open = sockets.open(), "some connections were cut"),
    }
    store.close().await;
    Ok(())
}

/// Resolves some seconds after the server was told to stop: a connection that never ends must not keep it.
async fn last_moment(mut stopping: watch::Receiver<bool>) {
    if stopping.wait_for(|stop| *stop).await.is_ok() {
        tokio::time::sleep(GRACE).await;
    } else {
        std::future::pending::<()>().await;
    }
}

/// Prints what a person needs to begin. Returns the rehearsal of a demonstration.
async fn greet(
    store: &impl Store,
    wish: &config::Serve,
    public_url: &str,
    set_up: Option<&str>,
) -> Result<Option<Workshop>> {
    println!("Coulisses  {public_url}");
    if let Some(secret) = set_up {
        println!("\nPremière installation, une seule fois :\n  {public_url}{}", Route::SetUp(secret.to_owned()));
    }
    let rehearsal = if wish.demo { Some(demo::open(store, public_url).await?) } else { None };
    if wish.lan {
        println!("\nSur le réseau local : {public_url}");
        print!("{}", invitation::for_terminal(public_url).unwrap_or_default());
        println!();
    }
    Ok(rehearsal)
}

/// Resolves when told to stop, once every socket has been told to come back later.
async fn told_to_stop(told: impl Future<Output = ()>, rooms: Rooms, sockets: Sockets, stop: watch::Sender<bool>) {
    told.await;
    tracing::info!("stopping");
    stop.send_replace(true);
    rooms.close().await;
    sockets.close_all();
}

async fn sweep(machine: Arc<Machine>, sessions: impl ExpiredDeletion) {
    let mut hours = tokio::time::interval(SWEEP);
    loop {
        hours.tick().await;
        machine.forget();
        machine.keep_terms(crate::now()).await;
        if let Err(error) = sessions.delete_expired().await {
            tracing::warn!(%error, "expired sessions could not be deleted");
        }
    }
}
