//! The accounts, and the invitations to have one.

use crate::api::{AccountCard, InvitationCard, MAX_INVITED, MadeInvitation, Standing};
use crate::components::{Field, Refusal};
use crate::pages::{Form, Sheet};
use crate::text::{Words, datetime, day, day_of, isolated};
use leptos::prelude::*;

/// Who has an account.
pub fn accounts(words: Words, accounts: &[AccountCard]) -> AnyView {
    let say = words.organisation();
    let one = |account: &AccountCard| {
        let mine = account.mine.then(|| view! { <span class="soft small">{say.mine}</span> });
        let remove = if account.last {
            view! { <span class="soft small">{say.last}</span> }.into_any()
        } else {
            remove(words, account)
        };
        view! {
            <li class="team-line">
                <bdi>{account.login.clone()}</bdi>
                <span class="soft small">{standing(words, account.standing)}</span>
                {mine}
                {remove}
            </li>
        }
    };
    let lines: Vec<_> = accounts.iter().map(one).collect();
    view! { <section class="stack"><h2>{say.accounts}</h2><ul class="team-list">{lines}</ul></section> }.into_any()
}

fn remove(words: Words, account: &AccountCard) -> AnyView {
    let say = words.organisation();
    let name = isolated(&account.login);
    view! {
        <details class="team-sure">
            <summary aria-label=say.remove_of(&name)>{words.team().remove}</summary>
            <form class="stack" method="post" action="/api/remove-account">
                <p class="small">{if account.mine { say.remove_mine } else { say.remove_means }}</p>
                <input type="hidden" name="account" value=account.id.0.to_string()/>
                <button class="button-quiet">{say.remove_of(&name)}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The invitation that was just made: its secret is nowhere else.
pub fn just_made(words: Words, made: &MadeInvitation) -> AnyView {
    let say = words.organisation();
    view! {
        <section class="stack notice" role="status">
            <h2 class="notice-title">{say.invited(&isolated(&made.name))}</h2>
            <p><code class="team-address">{made.address.clone()}</code></p>
            <p>{say.invited_once}</p>
        </section>
    }
    .into_any()
}

/// Who is invited.
pub fn invitations(words: Words, invitations: &[InvitationCard]) -> AnyView {
    let say = words.organisation();
    let one = |invitation: &InvitationCard| {
        let until = day(words, &day_of(invitation.expires).to_string());
        let until = if invitation.over { words.share().expired(&until) } else { words.share().expires(&until) };
        let name = isolated(&invitation.name);
        view! {
            <li class="team-line">
                <bdi>{invitation.name.clone()}</bdi>
                <span class="soft small">
                    {standing(words, invitation.standing)}", "
                    <time datetime=datetime(invitation.expires)>{until}</time>
                </span>
                <form method="post" action="/api/uninvite">
                    <input type="hidden" name="invitation" value=invitation.number.to_string()/>
                    <button class="button-quiet" aria-label=say.uninvite_of(&name)>{words.team().revoke}</button>
                </form>
            </li>
        }
    };
    let lines: Vec<_> = invitations.iter().map(one).collect();
    let list = if lines.is_empty() {
        view! { <p class="soft">{say.no_invitation_yet}</p> }.into_any()
    } else {
        view! { <ul class="team-list">{lines}</ul> }.into_any()
    };
    view! { <section class="stack"><h2>{say.invitations}</h2>{list}</section> }.into_any()
}

/// The form that invites somebody.
pub fn invite(sheet: &Sheet, words: Words) -> AnyView {
    let say = words.organisation();
    let form = Form::of(sheet, "invite");
    let chosen = form.typed("standing").unwrap_or_else(|| "Reads".to_owned());
    let option = |(each, value): (Standing, &'static str)| {
        view! { <option value=value selected=chosen == value>{standing(words, each)}</option> }
    };
    let options: Vec<_> = [(Standing::Reads, "Reads"), (Standing::Organises, "Organises")].map(option).into();
    view! {
        <form class="stack notice" method="post" action=form.action()>
            <h2>{say.invite}</h2>
            <p class="soft small">{say.invite_hint}</p>
            <Refusal says=form.refusal_of_all()/>
            <Field form=form.clone() name="name" label=words.team().name most=MAX_INVITED/>
            <div class="field">
                <label for="invite-standing">{words.team().role}</label>
                <select class="field-input" id="invite-standing" name="standing">{options}</select>
            </div>
            <button class="button">{say.make}</button>
        </form>
    }
    .into_any()
}

/// What an account may do, in words.
pub fn standing(words: Words, standing: Standing) -> &'static str {
    match standing {
        Standing::Organises => words.organisation().organises,
        Standing::Reads => words.organisation().reads,
    }
}
