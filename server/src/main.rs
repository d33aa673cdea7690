//! The command line of `coulisses`.

fn main() {}
