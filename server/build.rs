//! The site is embedded by a macro that cargo does not see through: a new site is a new server.

fn main() {
    println!("cargo:rerun-if-env-changed=COULISSES_SITE");
    println!("cargo:rerun-if-env-changed=COULISSES_PKG");
    println!("cargo:rerun-if-changed=migrations");
    // Plain `cargo check` and `cargo test` have no site, and need none.
    let site = std::env::var("COULISSES_SITE").unwrap_or_else(|_| "no-site".to_owned());
    println!("cargo:rustc-env=COULISSES_SITE={site}");
}
