//! Who is silent: the tables where nothing has happened for three minutes, and the people who have placed nothing. For
//! the person who facilitates alone, without a ranking.

use super::Crew;
use crate::components::label;
use crate::live::LiveBoard;
use board::{Act, ActorId, Document, Intent, LotId, Millis, Op, Role};
use leptos::prelude::*;

/// A table that does nothing for so long may be stuck, in milliseconds.
const STUCK: u64 = 3 * 60 * 1000;

/// For how many minutes a table has done nothing, if that is long, and if there is something it could do.
pub fn stuck(crew: Crew, live: LiveBoard) -> Memo<Option<u64>> {
    let last = live.read(move |document| (may_act(document), last(live, document)));
    Memo::new(move |_| {
        let (may, last) = last.get();
        let silent = crew.now().get().0.saturating_sub(last?.0);
        (may && silent >= STUCK).then_some(silent / 60_000)
    })
}

fn may_act(document: &Document) -> bool {
    let opens = [Act::Place, Act::Link, Act::Title, Act::Act].iter().any(|&act| document.phase.allows(act));
    opens && !document.paused && !document.lots.is_empty()
}

/// When somebody at the table last did something; when the step began, if nobody has since.
fn last(live: LiveBoard, document: &Document) -> Option<Millis> {
    let me = live.me().actor;
    let facilitates = live.seats().with(|seats| {
        seats.iter().filter(|seat| seat.role == Role::Facilitator).map(|seat| seat.actor).collect::<Vec<ActorId>>()
    });
    let plays = |actor: &ActorId| *actor != me && !facilitates.contains(actor);
    let acts = document.parts.iter().filter(|(actor, _)| plays(actor)).map(|(_, part)| part.last);
    acts.chain(document.since()).max()
}

/// The people of a table who have placed nothing, each with what can be done for them.
pub fn people(live: LiveBoard) -> impl IntoView {
    let words = live.words().facilitate();
    let silent = live.read(move |document| {
        let seats = live.seats().get();
        let dealt = !document.lots.is_empty();
        let nothing = |actor: ActorId| document.parts.get(&actor).is_none_or(|part| part.placed == 0);
        let silent = seats.into_iter().filter(|seat| dealt && seat.role == Role::Participant && nothing(seat.actor));
        silent.map(|seat| (seat.actor, document.hand(seat.actor).count())).collect::<Vec<_>>()
    });
    let pile: Memo<Option<LotId>> =
        live.read(|document| document.lots.iter().find(|(_, lot)| lot.left > 0).map(|(&lot, _)| lot));
    let person = move |(actor, held): (ActorId, usize)| {
        let name = label::name(live, actor);
        let give = move |_| match pile.get_untracked() {
            Some(lot) => live.submit(Intent::Turn { lot, to: Some(actor) }),
            None => live.submit(Intent::CatchUp { actor }),
        };
        let gone = live.seats().with(|seats| seats.iter().any(|seat| seat.actor == actor && !seat.here));
        let leave = move |_| live.act(Op::Leave { actor });
        let (give_name, leave_name) = (words.give_to(&name), words.leave_of(&name));
        view! {
            <li>
                <span>{name}</span>
                " "
                {(held == 0 || pile.get().is_some()).then(|| view! { <button type="button" class="small" aria-label=give_name on:click=give>{words.give}</button> })}
                {(gone && held > 0).then(|| view! { <button type="button" class="small" aria-label=leave_name on:click=leave>{words.leave}</button> })}
            </li>
        }
    };
    move || {
        let silent = silent.get();
        (!silent.is_empty()).then(|| {
            view! {
                <div class="silent">
                    <h3>{words.silent}</h3>
                    <ul>{silent.into_iter().map(person).collect_view()}</ul>
                </div>
            }
        })
    }
}
