//! A house with one live address, and people who come to it.

use app::api::AppError;
use app::live::sockets::{Limits, Sockets};
use app::live::{Frame, PublicOrigin, Websocket};
use axum::{Extension, Router, extract::Request, routing::get};
use board::protocol::{ClientMessage, ServerMessage};
use board::{ActorId, Point, Presence};
use futures::{SinkExt, StreamExt};
use leptos::prelude::*;
use server_fn::BoxedStream;
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Error, Message, client::IntoClientRequest, http::StatusCode},
};

pub type Up = BoxedStream<ClientMessage, AppError>;
pub type Down = BoxedStream<Frame, AppError>;
pub type Client = WebSocketStream<TcpStream>;

/// Long enough for a machine that is busy elsewhere; nothing waits for it unless it fails.
const SOON: Duration = Duration::from_secs(30);

#[derive(Clone)]
struct Room(Arc<dyn Fn(Up) -> Down + Send + Sync>);

/// A live address like the real one, with the room of its house behind it.
#[server(protocol = Websocket, prefix = "/api", endpoint = "talk")]
async fn talk(input: BoxedStream<ClientMessage, AppError>) -> Result<BoxedStream<Frame, AppError>, AppError> {
    let Room(room) = expect_context::<Room>();
    Ok(room(input))
}

pub struct House {
    pub sockets: Sockets,
    pub at: SocketAddr,
}

impl House {
    pub async fn with(room: impl Fn(Up) -> Down + Send + Sync + 'static) -> Self {
        Self::built(Limits::default(), None, room).await
    }

    pub async fn built(
        limits: Limits,
        public: Option<&str>,
        room: impl Fn(Up) -> Down + Send + Sync + 'static,
    ) -> Self {
        let (sockets, room) = (Sockets::with(limits), Room(Arc::new(room)));
        let ask = move |request: Request| {
            let room = room.clone();
            leptos_axum::handle_server_fns_with_context(move || provide_context(room.clone()), request)
        };
        let mut router = Router::new().route("/api/{*function}", get(ask)).layer(Extension(sockets.clone()));
        if let Some(public) = public {
            router = router.layer(Extension(PublicOrigin(public.into())));
        }
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let at = listener.local_addr().expect("an address");
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { sockets, at }
    }

    /// A page of this house connects.
    pub async fn client(&self) -> Client {
        self.client_from(Some(&format!("http://{}", self.at))).await.expect("let in")
    }

    /// A page of this origin asks to connect; the answer when it may not.
    pub async fn client_from(&self, origin: Option<&str>) -> Result<Client, StatusCode> {
        let mut request = format!("ws://{}/api/talk", self.at).into_client_request().expect("a request");
        if let Some(origin) = origin {
            request.headers_mut().insert("origin", origin.parse().expect("an origin"));
        }
        let line = TcpStream::connect(self.at).await.expect("a line");
        match client_async(request, line).await {
            Ok((client, _)) => Ok(client),
            Err(Error::Http(answer)) => Err(answer.status()),
            Err(error) => panic!("neither let in nor refused: {error}"),
        }
    }
}

/// A room that says back what it hears.
pub fn echo(up: Up) -> Down {
    let heard = up.stream();
    heard
        .map(|message| match message {
            Ok(ClientMessage::Presence(presence)) => Ok(shown(presence)),
            Ok(_) => Ok(Frame::of(&ServerMessage::Pulse)),
            Err(error) => Err(error),
        })
        .into()
}

/// A room that says nothing and hears nothing.
pub fn deaf(up: Up) -> Down {
    futures::stream::poll_fn(move |_| {
        let _ = &up;
        std::task::Poll::Pending
    })
    .into()
}

/// What a room says first, and then waits.
pub fn say(items: Vec<Result<Frame, AppError>>) -> impl Fn(Up) -> Down {
    move |up| futures::stream::iter(items.clone()).chain(deaf(up).stream()).into()
}

/// The stream inside.
pub trait Inside {
    type Item;
    fn stream(self) -> impl futures::Stream<Item = Self::Item> + Send + Unpin + 'static;
}

impl<T: 'static, E: 'static> Inside for BoxedStream<T, E> {
    type Item = Result<T, E>;
    fn stream(mut self) -> impl futures::Stream<Item = Self::Item> + Send + Unpin + 'static {
        futures::stream::poll_fn(move |context| self.poll_next_unpin(context))
    }
}

/// The `n`th thing that can be pointed at.
pub fn pointing(n: i32) -> Presence {
    Presence { at: Some(Point { x: (n % 1_000) as i16, y: (n / 1_000) as i16 }), lifted: None }
}

fn shown(presence: Presence) -> Frame {
    Frame::of(&ServerMessage::Presence(vec![(ActorId(1), presence)]))
}

/// The `n`th message up.
pub fn message(n: i32) -> Message {
    up(&ClientMessage::Presence(pointing(n)))
}

/// The `n`th frame down.
pub fn frame(n: i32) -> Frame {
    shown(pointing(n))
}

pub fn up(message: &ClientMessage) -> Message {
    Message::Binary(postcard::to_allocvec(message).expect("serialises").into())
}

pub async fn soon<T>(something: impl Future<Output = T>) -> T {
    tokio::time::timeout(SOON, something).await.expect("it happens soon")
}

pub async fn send(client: &mut Client, message: Message) {
    client.send(message).await.expect("the line is open");
}

/// The next frame.
pub async fn next(client: &mut Client) -> Frame {
    loop {
        match soon(client.next()).await {
            Some(Ok(Message::Binary(bytes))) => return Frame::from(bytes),
            Some(Ok(Message::Ping(_))) => {}
            other => panic!("a frame was expected, not {other:?}"),
        }
    }
}

/// The code that the connection is closed with, whatever else is said before.
pub async fn close_code(client: &mut Client) -> Option<u16> {
    loop {
        match soon(client.next()).await {
            Some(Ok(Message::Close(close))) => return close.map(|close| close.code.into()),
            Some(Ok(_)) => {}
            Some(Err(_)) | None => return None,
        }
    }
}
