//! Who may do what at a workshop, and who sits where: links that give a role, and the people of each table.
//!
//! What cannot be taken back asks twice, by a fold that has to be opened first: it works without a script.

use super::{Form, Sheet};
use crate::api::{GrantCard, MadeGrant, PersonCard, TeamOpening};
use crate::components::{Field, Frame, Refusal};
use crate::routes::Route;
use crate::text::{Words, isolated, words};
use board::{Role, WorkshopId};
use leptos::prelude::*;

/// The people of a workshop, for whoever facilitates it.
pub fn team(sheet: &Sheet, opening: &TeamOpening) -> AnyView {
    let words = words(sheet.lang);
    let say = words.team();
    let workshop = &opening.workshop;
    let aside = view! { <a href=Route::Facilitate(workshop.id, 1).to_string()>{say.back}</a> };
    let refused = ["revoke", "remove", "move"].map(|form| Form::of(sheet, form).refusal_of_all());
    let tables = opening.people.iter().enumerate().map(|(at, people)| table(words, opening, at + 1, people));
    let tables: Vec<_> = tables.collect();
    let page = view! {
        <div class="stack-wide">
            <div>
                <p class="soft">{workshop.title.clone()}</p>
                <h1>{say.title}</h1>
            </div>
            <Refusal says=refused.into_iter().flatten().next()/>
            {opening.made.as_ref().map(|grant| made(words, grant))}
            <div class="shelf-beside">
                <section class="stack">
                    <h2>{say.people}</h2>
                    {tables}
                </section>
                <section class="stack">
                    <h2>{say.links}</h2>
                    <p class="soft small">{say.links_lead}</p>
                    {grants(words, workshop.id, &opening.grants)}
                    {new(sheet, words, workshop.id)}
                </section>
            </div>
        </div>
    };
    view! { <Frame words aside=aside.into_any() wide=true page=page.into_any()/> }.into_any()
}

/// The link that was just made: its secret is nowhere else.
fn made(words: Words, MadeGrant { name, role, address }: &MadeGrant) -> impl IntoView + use<> {
    let say = words.team();
    view! {
        <section class="stack notice" role="status">
            <h2 class="notice-title">{say.made(&isolated(name))}</h2>
            <p class="soft small">{role_name(words, *role)}</p>
            <p><code class="team-address">{address.clone()}</code></p>
            <p>{say.made_once}</p>
        </section>
    }
}

fn grants(words: Words, workshop: WorkshopId, grants: &[GrantCard]) -> AnyView {
    let say = words.team();
    if grants.is_empty() {
        return view! { <p class="soft">{say.no_link}</p> }.into_any();
    }
    let one = |grant: &GrantCard| {
        let name = if grant.name.is_empty() { say.printed.to_owned() } else { grant.name.clone() };
        let used = if grant.used { say.used } else { say.unused };
        let revoke = (!grant.mine).then(|| {
            view! {
                <details class="team-sure">
                    <summary aria-label=say.revoke_of(&isolated(&name))>{say.revoke}</summary>
                    <form class="stack" method="post" action="/api/revoke">
                        <p class="small">{say.revoke_means}</p>
                        <input type="hidden" name="workshop" value=workshop.to_string()/>
                        <input type="hidden" name="grant" value=grant.number.to_string()/>
                        <button class="button-quiet">{say.revoke_of(&isolated(&name))}</button>
                    </form>
                </details>
            }
        });
        let mine = grant.mine.then(|| view! { <span class="soft small">{say.mine}</span> });
        view! {
            <li class="team-line">
                <bdi>{name.clone()}</bdi>
                <span class="soft small">{role_name(words, grant.role)}", "{used}</span>
                {mine}
                {revoke}
            </li>
        }
    };
    let all: Vec<_> = grants.iter().map(one).collect();
    view! { <ul class="team-list">{all}</ul> }.into_any()
}

/// The form that makes a link.
fn new(sheet: &Sheet, words: Words, workshop: WorkshopId) -> impl IntoView + use<> {
    let say = words.team();
    let form = Form::of(sheet, "grant");
    let chosen = form.typed("role").unwrap_or_default();
    let option = |(role, value): (Role, &'static str)| {
        view! { <option value=value selected=chosen == value>{role_name(words, role)}</option> }
    };
    let roles = [(Role::Facilitator, "Facilitator"), (Role::Spectator, "Spectator"), (Role::Projector, "Projector")];
    let options: Vec<_> = roles.into_iter().map(option).collect();
    view! {
        <form class="stack notice" method="post" action=form.action()>
            <h3>{say.new}</h3>
            <Refusal says=form.refusal_of_all()/>
            <input type="hidden" name="workshop" value=workshop.to_string()/>
            <Field form=form.clone() name="name" label=say.name hint=say.name_hint most=40/>
            <div class="field">
                <label for="grant-role">{say.role}</label>
                <select class="field-input" id="grant-role" name="role">{options}</select>
            </div>
            <button class="button">{say.make}</button>
        </form>
    }
}

fn table(words: Words, opening: &TeamOpening, number: usize, people: &[PersonCard]) -> impl IntoView + use<> {
    let say = words.team();
    let tables = opening.people.len();
    let each: Vec<_> = people.iter().map(|person| one(words, opening.workshop.id, (number, tables), person)).collect();
    let nobody = each.is_empty().then(|| view! { <p class="soft small">{say.nobody}</p> });
    view! {
        <section class="stack">
            <h3>{words.join().table_n(&number.to_string())}</h3>
            {nobody}
            <ul class="team-list">{each}</ul>
        </section>
    }
}

/// Somebody at a table of so many, and what can be done for them.
fn one(
    words: Words,
    workshop: WorkshopId,
    (table, tables): (usize, usize),
    person: &PersonCard,
) -> impl IntoView + use<> {
    let say = words.team();
    let hidden = {
        let (workshop, person) = (workshop.to_string(), person.actor.0.to_string());
        move || {
            view! {
                <input type="hidden" name="workshop" value=workshop.clone()/>
                <input type="hidden" name="person" value=person.clone()/>
            }
        }
    };
    let id = format!("move-{}", person.actor.0);
    let others = (1..=tables).filter(|other| *other != table).map(|other| {
        let number = other.to_string();
        view! { <option value=number.clone()>{words.join().table_n(&number)}</option> }
    });
    let others: Vec<_> = others.collect();
    let elsewhere = (tables > 1).then(|| {
        view! {
            <form class="row" method="post" action="/api/move">
                {hidden()}
                <label class="unseen" for=id.clone()>{say.move_of(&isolated(&person.name))}</label>
                <select class="field-input" id=id.clone() name="table">{others}</select>
                <button class="button-quiet">{say.move_there}</button>
            </form>
        }
    });
    view! {
        <li class="team-line">
            <bdi>{person.name.clone()}</bdi>
            {elsewhere}
            <details class="team-sure">
                <summary aria-label=say.remove_of(&isolated(&person.name))>{say.remove}</summary>
                <form class="stack" method="post" action="/api/remove">
                    <p class="small">{say.remove_means}</p>
                    {hidden()}
                    <button class="button-quiet">{say.remove_of(&isolated(&person.name))}</button>
                </form>
            </details>
        </li>
    }
}

fn role_name(words: Words, role: Role) -> &'static str {
    let say = words.team();
    match role {
        Role::Facilitator => say.facilitates,
        Role::Projector => say.projects,
        Role::Spectator | Role::Participant => say.looks_on,
    }
}
