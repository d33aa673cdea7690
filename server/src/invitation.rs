//! How people come in: the address with the code, and its QR code, made here.

use app::api::Invitation;
use app::routes::Route;
use qrcode::render::unicode::Dense1x2;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// The invitation to the workshop with this code, on a server that people reach at `public_url`, from this wifi.
#[must_use]
pub fn invitation(public_url: &str, wifi: Option<&str>, code: &str) -> Option<Invitation> {
    let address = format!("{public_url}{}", Route::Join(code.to_owned()));
    let qr = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M).ok()?;
    let side = qr.width();
    let colours = qr.to_colors();
    let mut path = String::new();
    for (y, row) in colours.chunks(side).enumerate() {
        let mut x = 0;
        while x < side {
            let run = row[x..].iter().take_while(|colour| **colour == Color::Dark).count();
            if run > 0 {
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Some(Invitation { address, side: u16::try_from(side).ok()?, path, wifi: wifi.map(str::to_owned) })
}

/// The QR code of an address for a terminal, two rows a line; `None` when the address is too long for one.
#[must_use]
pub fn for_terminal(address: &str) -> Option<String> {
    let qr = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::L).ok()?;
    // Terminals are dark more often than not: the light modules are drawn, and the quiet zone with them.
    let (ink, paper) = (Dense1x2::Light, Dense1x2::Dark);
    Some(qr.render::<Dense1x2>().dark_color(ink).light_color(paper).build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_a_qr_code_has_its_three_corners() {
        let made = invitation("http://192.168.1.20:3000", Some("Foyer"), "ABC234").expect("short enough");
        assert_eq!(made.address, "http://192.168.1.20:3000/rejoindre/ABC234");
        assert_eq!(made.wifi.as_deref(), Some("Foyer"));
        let far = made.side - 7;
        for corner in ["M0 0h7v1h-7z".to_owned(), format!("M{far} 0h7v1h-7z"), format!("M0 {far}h7v1h-7z")] {
            assert!(made.path.contains(&corner), "{corner}");
        }
        let dark: usize = made
            .path
            .split('h')
            .skip(1)
            .step_by(2)
            .filter_map(|run| run.split('v').next()?.parse::<usize>().ok())
            .sum();
        let qr = QrCode::with_error_correction_level(made.address.as_bytes(), EcLevel::M).expect("short enough");
        assert_eq!(dark, qr.to_colors().iter().filter(|colour| **colour == Color::Dark).count());
    }

    #[test]
    fn an_address_too_long_for_a_qr_code_is_no_panic() {
        assert_eq!(invitation(&"x".repeat(5000), None, "ABC234"), None);
        assert_eq!(for_terminal(&"x".repeat(5000)), None);
    }
}
