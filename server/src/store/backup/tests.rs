//! Backups of a live database, and what a restore refuses.

use super::*;
use crate::store::Sqlite;
