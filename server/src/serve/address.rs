//! Where to listen, and at which address people reach it.

use crate::config;
use anyhow::{Context, Result};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

/// The address to bind: every interface with `--lan`.
#[must_use]
pub fn to_listen(wish: &config::Serve) -> SocketAddr {
    if wish.lan { SocketAddr::new(Ipv4Addr::UNSPECIFIED.into(), wish.listen.port()) } else { wish.listen }
}

/// The origin that people type, without a slash at its end.
///
/// # Errors
/// When this machine has no address on a local network and none was given.
pub fn public(wish: &config::Serve, bound: SocketAddr) -> Result<String> {
    if let Some(url) = &wish.reached.public_url {
        return Ok(url.clone());
    }
    if !bound.ip().is_unspecified() {
        return Ok(format!("http://{bound}"));
    }
    let ip = on_the_network()
        .context("cette machine n’a pas d’adresse sur un réseau local : donnez-en une avec --public-url")?;
    Ok(format!("http://{}", SocketAddr::new(ip, bound.port())))
}

/// The address from which this machine would speak to another: nothing is sent to find out.
fn on_the_network() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address reserved for documentation: the system only looks up which interface leads there.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
}
