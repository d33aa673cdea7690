//! What a workshop makes the server send and receive, in bytes, since it started: for the last slide of the room's
//! screen. Counted where the bytes are, never estimated: the content of pages and files on their way out, and the
//! messages of live connections both ways. It is kept in memory: after a restart it begins again, and the slide says so.

use app::routes::Route;
use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use board::{BoardId, WorkshopId};
use futures::StreamExt;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// The meters of every workshop and board that was opened since the start. Cloning it gives the same meters.
#[derive(Clone, Debug, Default)]
pub struct Traffic(Arc<Mutex<HashMap<Uuid, Meter>>>);

/// The bytes of one board, or of the pages of one workshop's leaders.
#[derive(Clone, Debug, Default)]
pub struct Meter(Arc<AtomicU64>);

impl Traffic {
    /// The meter of a board that somebody may open.
    pub fn board(&self, board: BoardId) -> Meter {
        self.meter(board.0)
    }

    /// What a workshop with these boards has exchanged.
    #[must_use]
    pub fn of(&self, workshop: WorkshopId, boards: &[BoardId]) -> u64 {
        let meters = self.lock();
        let read = |id: Uuid| meters.get(&id).map_or(0, Meter::read);
        boards.iter().map(|board| read(board.0)).sum::<u64>() + read(workshop.0)
    }

    fn meter(&self, id: Uuid) -> Meter {
        self.lock().entry(id).or_default().clone()
    }

    fn known(&self, id: Uuid) -> Option<Meter> {
        self.lock().get(&id).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Uuid, Meter>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Meter {
    /// So many bytes more.
    pub fn add(&self, bytes: u64) {
        self.0.fetch_add(bytes, Ordering::Relaxed);
    }

    fn read(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Counts what a body turns out to be.
    fn on(self, body: Body) -> Body {
        match body.size_hint().exact() {
            Some(bytes) => {
                self.add(bytes);
                body
            }
            None => Body::from_stream(body.into_data_stream().inspect(move |part| {
                if let Ok(part) = part {
                    self.add(part.len() as u64);
                }
            })),
        }
    }
}

/// Counts the content of what is sent for a workshop: its pages, and the files that its pages ask for.
pub async fn count(State(traffic): State<Traffic>, request: Request, next: Next) -> Response {
    let (page, asks) = (whose(request.uri().path()), asking(request.headers()));
    let response = next.run(request).await;
    let meter = match (page, asks) {
        // A page that is shown is of a workshop that there is: whoever makes up addresses fills no memory.
        (Some(page), _) => response.status().is_success().then(|| traffic.meter(page)),
        (None, Some(asks)) => traffic.known(asks),
        (None, None) => None,
    };
    match meter {
        Some(meter) => response.map(|body| meter.on(body)),
        None => response,
    }
}

/// The board or workshop whose page this is.
fn whose(path: &str) -> Option<Uuid> {
    match Route::read(path)? {
        Route::Board(board)
        | Route::Plan(board)
        | Route::Gallery(board)
        | Route::Mood(board)
        | Route::Feedback(board)
        | Route::Actions(board)
        | Route::Projector(board) => Some(board.0),
        Route::Cockpit(workshop)
        | Route::Facilitate(workshop, _)
        | Route::Script(workshop)
        | Route::Team(workshop)
        | Route::Returns(workshop) => Some(workshop.0),
        _ => None,
    }
}

/// The page that asks for a file.
fn asking(headers: &HeaderMap) -> Option<Uuid> {
    let from: Uri = headers.get(header::REFERER)?.to_str().ok()?.parse().ok()?;
    whose(from.path())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_sent_is_counted_whether_or_not_its_size_is_known() {
        let meter = Meter::default();
        let known = meter.clone().on(Body::from("cinq!"));
        assert_eq!((known.size_hint().exact(), meter.read()), (Some(5), 5), "a known size is left as it is");
        let parts = futures::stream::iter(["sept ", "et dix"].map(Ok::<_, std::convert::Infallible>));
        let unknown = meter.clone().on(Body::from_stream(parts));
        let sent = axum::body::to_bytes(unknown, 100).await.expect("it is sent");
        assert_eq!((&*sent, meter.read()), (&b"sept et dix"[..], 5 + 11));
    }

    #[test]
    fn a_workshop_is_its_boards_and_the_pages_of_those_who_lead_it() {
        let traffic = Traffic::default();
        let id = Uuid::from_u128;
        traffic.board(BoardId(id(1))).add(10);
        traffic.board(BoardId(id(2))).add(20);
        traffic.board(BoardId(id(3))).add(40);
        traffic.meter(id(9)).add(100);
        assert_eq!(traffic.of(WorkshopId(id(9)), &[BoardId(id(1)), BoardId(id(2))]), 130);
        assert_eq!(traffic.of(WorkshopId(id(8)), &[BoardId(id(7))]), 0);
        assert!(traffic.known(id(7)).is_none(), "asking makes no meter");
    }

    #[test]
    fn a_file_belongs_to_the_page_that_asks_for_it() {
        let board = BoardId(Uuid::from_u128(5));
        let mut headers = HeaderMap::new();
        assert_eq!(asking(&headers), None);
        headers.insert(header::REFERER, format!("http://127.0.0.1:3000/plateau/{board}").parse().expect("a header"));
        assert_eq!(asking(&headers), Some(board.0));
        assert_eq!(whose("/bibliotheque"), None);
    }
}
