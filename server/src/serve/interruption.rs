//! How the server is told to stop: SIGTERM from whatever started it, or Ctrl-C from a person.

use std::io;

/// From this call on, such a signal no longer ends the process; the future resolves at the first one.
///
/// # Errors
/// When the system does not let us listen for signals.
#[cfg(unix)]
pub(super) fn listen() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupted, mut terminated) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// From this call on, such a signal no longer ends the process; the future resolves at the first one.
///
/// # Errors
/// When the system does not let us listen for signals.
#[cfg(windows)]
pub(super) fn listen() -> io::Result<impl Future<Output = ()>> {
    let mut interrupted = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupted.recv().await;
    })
}
