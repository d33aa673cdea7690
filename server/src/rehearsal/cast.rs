//! Who plays in a rehearsal: eight people at two tables, the second slower than the first.

/// How many tables they play at.
pub(super) const TABLES: u8 = 2;

/// Somebody who is simulated.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    /// What the others call them.
    pub first_name: &'static str,
    /// "Simulated", as it agrees with their name.
    simulated: &'static str,
    /// Their table, from 0.
    pub table: usize,
    /// How long they take, in percent of what people usually do.
    pub slowness: u32,
    /// Whether they lose the thread once, with their whole table.
    pub lull: bool,
}

impl Part {
    /// The name at their seat: nobody takes them for a person.
    pub fn name(&self) -> String {
        format!("{} ({})", self.first_name, self.simulated)
    }
}

/// Everybody.
pub(super) const CAST: [Part; 8] = [
    first("Ana", "simulée"),
    first("Bilal", "simulé"),
    first("Chloé", "simulée"),
    first("Driss", "simulé"),
    second("Éva", "simulée"),
    second("Farid", "simulé"),
    second("Gaëlle", "simulée"),
    second("Hugo", "simulé"),
];

const fn first(first_name: &'static str, simulated: &'static str) -> Part {
    Part { first_name, simulated, table: 0, slowness: 100, lull: false }
}

const fn second(first_name: &'static str, simulated: &'static str) -> Part {
    Part { first_name, simulated, table: 1, slowness: 160, lull: true }
}
