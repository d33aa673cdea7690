//! The organisation with everything that its pages can show, and with as little as there can be.

use super::*;

fn account(id: i64, login: &str, standing: Standing) -> AccountCard {
    AccountCard { id: OrganiserId(id), login: login.into(), standing, mine: id == 1, last: false }
}

pub fn organisation() -> Page {
    let invitation = |number, name: &str, over| InvitationCard {
        number,
        name: name.into(),
        standing: Standing::Reads,
        expires: Millis(1_798_205_400_000),
        over,
    };
    let made = MadeInvitation { name: MARKUP.into(), address: "https://a.example/invitation/s".into() };
    Page::Organisation(Box::new(OrganisationOpening {
        accounts: vec![account(1, MARKUP, Standing::Organises), account(2, "Noé", Standing::Reads)],
        invitations: vec![invitation(1, MARKUP, false), invitation(2, "Ali", true)],
        made: Some(made),
        kept_for: [30, 365, 30],
        workshops: 12,
    }))
}

/// On the first day.
pub fn organisation_alone() -> Page {
    let accounts = vec![AccountCard { last: true, ..account(1, "Odile", Standing::Organises) }];
    Page::Organisation(Box::new(OrganisationOpening { accounts, kept_for: [30, 365, 30], ..Default::default() }))
}

pub fn register() -> Page {
    let line = |who: Option<&str>, act| RegisterLine {
        at: Millis(1_795_613_400_000),
        who: who.map(str::to_owned),
        act,
        mark: (act == Deed::Shared).then_some(12),
        workshop: (act == Deed::Erased).then_some(3),
    };
    let lines = vec![line(Some(MARKUP), Deed::Shared), line(None, Deed::Erased), line(Some(""), Deed::Saved)];
    Page::Register(RegisterOpening { lines, page: (1, 3) })
}

pub fn erasure() -> Page {
    let workshop = WorkshopId(Uuid::from_u128(7));
    let until = Millis(1_798_205_400_000);
    Page::Erasure(ErasureOpening { workshop, title: MARKUP.into(), saved: 3, until })
}

pub fn invitation() -> Page {
    let (secret, name, standing) = ("s3cret".into(), MARKUP.into(), Standing::Reads);
    Page::Invitation(InvitationOpening { secret, name, standing })
}

/// Until when the workshop of these pages is kept.
pub fn term() -> Term {
    let (until, names) = (Millis(1_798_205_400_000), Some(Millis(1_798_105_400_000)));
    Term { workshop: WorkshopId(Uuid::from_u128(7)), until, names }
}
