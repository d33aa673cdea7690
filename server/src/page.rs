//! From an address to a page: what is there, for whom, and the document around it.

use crate::backend::Machine;
use crate::export::{self, Sent};
use crate::{calendar, forms, headers, kept, language, site};
use app::api::Begun as Published;
use app::api::{
    AppError, DebriefWish, Debriefs as _, Decks as _, Facilitation as _, Flags as _, FollowUp as _, Library as _,
    LibraryWish, Network as _, Organisation as _, Organisers as _, OwnCards as _, Participants as _, Shares as _,
    Team as _, Visitor, Voices as _, compared,
};
use app::pages::{Begun, Carried, Page, Reading, Sheet, back};
use app::routes::{Export, Flavour, Route};
use app::shell::{self, Surroundings};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use board::BoardId;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How often a page comes again for somebody who follows what is written, in seconds.
const FOLLOWS: HeaderValue = HeaderValue::from_static("10");

/// Answers every address that is not a server function.
pub async fn show(State(machine): State<Arc<Machine>>, request: Request) -> Response {
    let Some(who) = request.extensions().get::<Visitor>().copied() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let (uri, headers) = (request.uri(), request.headers());
    let Some(route) = Route::read(&decoded(uri.path())) else {
        return sheet(who, Page::Sorry(AppError::NotFound), uri, headers);
    };
    match elsewhere(&machine, who, &route).await {
        Ok(Some(own)) => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            return Redirect::to(&format!("{own}{query}")).into_response();
        }
        Ok(None) => {}
        Err(error) => return sheet(who, Page::Sorry(error), uri, headers),
    }
    let (unlisted, who) = match route {
        Route::Share(_) | Route::Embed(_) => (true, read_in(who, uri)),
        _ => (false, who),
    };
    let mut response = match answer(&machine, who, route, uri).await {
        Ok(Answer::Page(page)) => sheet(who, page, uri, headers),
        Ok(Answer::Framed(page, origins)) => {
            let mut response = sheet(who, page, uri, headers);
            headers::allow_frames(&mut response, &origins);
            response
        }
        Ok(Answer::Elsewhere(route)) => Redirect::to(&route.to_string()).into_response(),
        Ok(Answer::GoingOn(address)) => Redirect::to(&address).into_response(),
        Ok(Answer::File(file)) => file,
        Err(AppError::SignedOut) => Redirect::to(&Route::SignIn.to_string()).into_response(),
        Err(error) => sheet(who, Page::Sorry(error), uri, headers),
    };
    if unlisted {
        headers::unlist(response.headers_mut());
    }
    response
}

enum Answer {
    Page(Page),
    /// A page that these sites may frame.
    Framed(Page, Vec<String>),
    Elsewhere(Route),
    /// The page of a form that its person goes on with.
    GoingOn(String),
    File(Response),
}

/// Where this address leads its person instead, if anywhere: whoever was moved to another table finds it from the page
/// of their old one, where what a form gave back is not lost.
async fn elsewhere(machine: &Machine, who: Visitor, route: &Route) -> Result<Option<Route>, AppError> {
    let own = async |board: BoardId| machine.plays_elsewhere(who, board).await;
    Ok(match *route {
        Route::Board(board) => own(board).await?.map(Route::Board),
        Route::Plan(board) => own(board).await?.map(Route::Plan),
        Route::Actions(board) => own(board).await?.map(Route::Actions),
        _ => None,
    })
}

async fn answer(machine: &Arc<Machine>, who: Visitor, route: Route, uri: &Uri) -> Result<Answer, AppError> {
    let page = match route {
        Route::Home => Page::Home,
        Route::Join(code) => match machine.invitation(who, &code).await? {
            opening if opening.workshop.is_none() => Page::Join(opening),
            // Whoever has a seat has nothing to fill in again.
            opening => match machine.seated_by_code(who, &code).await? {
                Some(board) => return Ok(seated(board, uri)),
                None => Page::Join(opening),
            },
        },
        Route::Door(secret) => Page::Door(machine.door(who, &secret).await?),
        Route::Board(board) => Page::Board(Box::new(machine.board(who, board).await?)),
        Route::Plan(board) => Page::Plan(Box::new(machine.board(who, board).await?), Reading::of(asked(uri))),
        Route::Gallery(board) => Page::Gallery(Box::new(machine.gallery(who, board).await?)),
        Route::Mood(board) => Page::Mood(machine.mood(who, board).await?),
        Route::Feedback(board) => Page::Feedback(machine.feedback(who, board).await?),
        Route::Actions(board) => Page::Actions(Box::new(machine.actions(who, board).await?), Begun::of(asked(uri))),
        Route::Projector(board) => Page::Projector(machine.screen(who, board).await?),
        Route::Returns(workshop) => Page::Returns(Box::new(machine.returns(who, workshop).await?)),
        Route::FollowUp(workshop) => Page::FollowUp(Box::new(machine.follow_up(who, workshop).await?)),
        Route::Calendar(workshop) => {
            let calendar = machine.calendar(who, workshop).await?;
            let sent = Sent { kind: calendar::KIND, content: calendar.into_bytes() };
            return Ok(Answer::File(file(&format!("suivi-{workshop}.ics"), sent)));
        }
        Route::FollowUps => Page::FollowUps(machine.follow_ups(who).await?),
        Route::Network => Page::Network(Box::new(machine.network(who, Published::asked(asked(uri))).await?)),
        Route::NetworkFile(json) => {
            let kind = if json { "application/json; charset=utf-8" } else { "text/csv; charset=utf-8" };
            let name = if json { "reseau.json" } else { "reseau.csv" };
            let content = machine.network_file(json).await?.into_bytes();
            return Ok(Answer::File(file(name, Sent { kind, content })));
        }
        Route::Answer(secret) => {
            let asked: BTreeMap<_, _> = asked(uri).collect();
            let proposed = asked.get("action").zip(asked.get("statut"));
            let proposed = proposed.map(|(action, status)| (action.as_str(), status.as_str()));
            Page::Answer(machine.asked(who, &secret, proposed).await?.map(Box::new))
        }
        Route::Debrief(workshop) => Page::Debrief(Box::new(machine.debrief(who, workshop, wished(uri)).await?)),
        Route::RoomDebrief(board) => {
            let opening = machine.debrief_in_the_room(who, board).await?;
            Page::RoomDebrief(board, opening.map(Box::new), follows(uri))
        }
        Route::DebriefFile(workshop, paper) => {
            let (name, sent) = machine.debrief_file(who, workshop, wished(uri), paper).await?;
            return Ok(Answer::File(file(&name, sent)));
        }
        Route::Workshops => match machine.workshops(who).await {
            // Whoever only reads begins with what there is to read.
            Err(AppError::ReadsOnly) => return Ok(Answer::Elsewhere(Route::Library)),
            opening => Page::Workshops(opening?),
        },
        Route::Cockpit(workshop) => match machine.tables(who, workshop).await? {
            // A table alone is seen whole.
            alone if alone.len() == 1 => return Ok(Answer::Elsewhere(Route::Facilitate(workshop, 1))),
            tables => Page::Cockpit(tables),
        },
        Route::Facilitate(workshop, table) => Page::Facilitate(Box::new(machine.table(who, workshop, table).await?)),
        Route::Script(workshop) => Page::Script(Box::new(machine.script(who, workshop).await?)),
        Route::OwnCards(workshop) => Page::OwnCards(Box::new(machine.own_cards(who, workshop).await?)),
        Route::OwnPrint(workshop) => Page::Cards(Box::new(machine.cards_of_workshop(who, workshop).await?)),
        Route::Team(workshop) => Page::Team(Box::new(machine.team(who, workshop).await?)),
        Route::Library => Page::Library(machine.library(who, LibraryWish::of(asked(uri))).await?),
        Route::Import => {
            machine.may_import(who).await?;
            Page::Import(None)
        }
        Route::Saved(mark) => Page::Saved(Box::new(machine.retrospect(who, mark).await?)),
        Route::Shares(mark) => Page::Shares(machine.shares(who, mark).await?),
        Route::Share(secret) => Page::Shared(Box::new(machine.shared(who, &secret).await?)),
        Route::Embed(secret) => {
            let (opening, origins) = machine.framed(who, &secret).await?;
            return Ok(Answer::Framed(Page::Embedded(Box::new(opening)), origins));
        }
        Route::Compare => Page::Compare(Box::new(machine.comparison(who, &compared(asked(uri))).await?)),
        Route::Overview(table) => {
            let opening = machine.overview(who, LibraryWish::of(asked(uri))).await?;
            match table {
                None => Page::Overview(Box::new(opening)),
                Some(flavour) => {
                    let sent = export::overview(&opening, app::text::words(who.lang), flavour);
                    let name = if flavour == Flavour::OpenData { "liens.csv" } else { "liens-tableur.csv" };
                    return Ok(Answer::File(file(name, sent)));
                }
            }
        }
        Route::Replay(mark) => Page::Replay(Box::new(machine.replay(who, mark).await?)),
        Route::Export(mark, export) => {
            let sent = machine.export(who, mark, export).await?;
            return Ok(Answer::File(file(&name_of(mark, export), sent)));
        }
        Route::Cards(minutes) => Page::Cards(Box::new(machine.cards(who, None, minutes).await?)),
        Route::Decks => Page::Decks(Box::new(machine.decks(who).await?), None),
        Route::DeckCards(deck, minutes) => Page::Cards(Box::new(machine.cards(who, Some(deck), minutes).await?)),
        Route::Flags(slug) => Page::Flags(Box::new(machine.flags(who, &slug).await?)),
        Route::FlagsFile(slug) => {
            let content = machine.flags_table(who, &slug).await?.into_bytes();
            let sent = Sent { kind: "text/csv; charset=utf-8", content };
            return Ok(Answer::File(file(&format!("signalements-{slug}.csv"), sent)));
        }
        Route::DeckFile((slug, version)) => {
            let content = machine.deck_archive(who, &slug, &version).await?;
            let sent = Sent { kind: "application/zip", content };
            return Ok(Answer::File(file(&format!("{slug}-{version}.zip"), sent)));
        }
        Route::Accessibility => Page::Accessibility(Box::new(machine.published().await?)),
        Route::EcoDesign => Page::EcoDesign(Box::new(machine.published().await?)),
        Route::Privacy => Page::Privacy(Box::new(machine.published().await?)),
        Route::Help(role) => Page::Help(role),
        Route::Organisation => Page::Organisation(Box::new(machine.organisation(who).await?)),
        Route::Everything => return Ok(Answer::File(machine.everything(who).await?)),
        Route::Register => {
            let page = asked(uri).find(|(name, _)| name == "page").and_then(|(_, page)| page.parse::<u32>().ok());
            Page::Register(machine.register(who, page.unwrap_or(1).saturating_sub(1)).await?)
        }
        Route::Erasure(workshop) => Page::Erasure(machine.erasure(who, workshop).await?),
        Route::Invitation(secret) => Page::Invitation(machine.invited(who, &secret).await?),
        Route::SignIn => Page::SignIn,
        Route::SetUp(secret) => {
            machine.may_set_up(&secret).await?;
            Page::SetUp(secret)
        }
    };
    Ok(Answer::Page(page))
}

/// Whoever has a seat is at their board, or goes on with what they carry.
fn seated(board: BoardId, uri: &Uri) -> Answer {
    let carried = Carried::of(forms::refused(uri).as_ref());
    match carried.and_then(|carried| Some((back(&carried.form, board)?, carried))) {
        Some((page, carried)) => Answer::GoingOn(forms::resumed(&page, carried)),
        None => Answer::Elsewhere(Route::Board(board)),
    }
}

/// Whoever asks, in the language that the address asks for, if it does: a page that sets no cookie has no other way to
/// be read in the other one.
fn read_in(who: Visitor, uri: &Uri) -> Visitor {
    let lang = asked(uri).find(|(name, _)| name == "langue").and_then(|(_, code)| language::named(&code));
    Visitor { lang: lang.unwrap_or(who.lang), ..who }
}

/// What the address asks of its page.
fn asked(uri: &Uri) -> impl Iterator<Item = (String, String)> {
    form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes()).into_owned()
}

/// Which debrief sheet the address asks for.
fn wished(uri: &Uri) -> DebriefWish {
    DebriefWish::of(asked(uri))
}

/// Whether the address asks for a page that follows what is written.
fn follows(uri: &Uri) -> bool {
    asked(uri).any(|(name, _)| name == "suivre")
}

/// What the file of a saved board is called.
fn name_of(mark: i64, export: Export) -> String {
    let name = export.name().replacen("export", "", 1);
    let between = if name.starts_with('.') { "" } else { "-" };
    format!("plateau-{mark}{between}{name}")
}

/// A file to keep: browsers save it instead of showing it.
fn file(name: &str, sent: Sent) -> Response {
    let name = format!("attachment; filename=\"{name}\"");
    let kept = [(header::CACHE_CONTROL, "no-store".to_owned()), (header::CONTENT_DISPOSITION, name)];
    ([(header::CONTENT_TYPE, sent.kind)], kept, sent.content).into_response()
}

/// A page, with the document around it.
pub fn sheet(who: Visitor, page: Page, uri: &Uri, asked: &HeaderMap) -> Response {
    let status = match &page {
        Page::Sorry(AppError::TooMany) => StatusCode::TOO_MANY_REQUESTS,
        Page::Sorry(AppError::TryAgain) => StatusCode::SERVICE_UNAVAILABLE,
        Page::Sorry(AppError::ReadsOnly) => StatusCode::FORBIDDEN,
        Page::Sorry(AppError::SetUpDone | AppError::WorkshopClosed | AppError::ShareOver) | Page::Answer(None) => {
            StatusCode::GONE
        }
        Page::Sorry(_) => StatusCode::NOT_FOUND,
        Page::Import(Some(_)) | Page::Decks(_, Some(_)) => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    };
    let around = Surroundings { pkg: site::PKG };
    let (scripts, state) = (shell::scripts(&page, who.lang, around), kept::state(&page));
    let again = matches!(&page, Page::RoomDebrief(_, Some(_), true)).then_some(("refresh", FOLLOWS));
    let mut response = if kept::has(state.as_deref(), asked) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let sheet = Sheet { page, lang: who.lang, refused: forms::refused(uri) };
        let html = (header::CONTENT_TYPE, "text/html; charset=utf-8");
        (status, [html], shell::document(sheet, around)).into_response()
    };
    response.headers_mut().extend(again.map(|(name, every)| (HeaderName::from_static(name), every)));
    headers::allow_scripts(response.headers_mut(), &scripts, asked);
    kept::say(response.headers_mut(), state);
    response
}

/// The path without its percent signs; a path that is not UTF-8 leads nowhere.
fn decoded(path: &str) -> String {
    percent_encoding::percent_decode_str(path).decode_utf8().map(Into::into).unwrap_or_default()
}
