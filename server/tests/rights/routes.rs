//! Every address, by name. This file stops compiling when a route is added: name it here, then give it a sample in
//! `stage.rs`, in the same place.

use app::routes::Route;

/// What the row of this one is called: files have a row each.
pub fn row(route: &Route) -> String {
    match route {
        Route::Export(_, file) => file.name().to_owned(),
        Route::DebriefFile(_, paper) => paper.name().to_owned(),
        route => name(route).to_owned(),
    }
}

macro_rules! named {
    ($($route:ident)+) => {
        /// Every route, in the order of the table.
        pub const ALL: &[&str] = &[$(stringify!($route)),+];
        /// The name of this one.
        pub fn name(route: &Route) -> &'static str {
            match route { $(Route::$route { .. } => stringify!($route)),+ }
        }
    };
}

named! {
    Home Join Door Board Plan Actions Gallery Mood Feedback Projector Workshops Cockpit Facilitate Script OwnCards OwnPrint
    Team Returns Debrief DebriefFile RoomDebrief FollowUp Calendar FollowUps Answer Network NetworkFile Library Import Saved
    Replay Compare Overview Shares Share Embed Export Organisation Everything Register Erasure Invitation SignIn SetUp
    Cards Decks DeckCards Flags FlagsFile DeckFile
    Accessibility EcoDesign Privacy Help
}
