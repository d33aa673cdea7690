//! A saved board as one SVG file for a report or a wall: title, picture, legend, and every link in full.
//!
//! It stands alone: no script, no reference to anything outside, texts as texts, colours for paper, and nothing that
//! only colour tells.

mod board_part;
mod words_part;

use super::Titles;
use super::page::{INK, PAPER, Page, SERIF, SOFT};
use app::api::SavedOpening;
use app::components::picture;
use app::scene::{Block, Slip, ViewBox, frame, frame_of, slips, wrap};
use app::text::{Words, moment};
use board::deck::Deck;
use board::{Link, LinkId};
use std::collections::BTreeMap;

/// Around everything.
const MARGIN: i32 = 40;
/// The sides of a sheet of paper on its side.
const SHEET: (i32, i32) = (420, 297);
/// The narrowest page.
const NARROWEST: i32 = 1_200;
/// How many lines a slip may have on the picture; the whole reason is in the list.
const SLIP_LINES: usize = 4;

/// What every part of the page needs.
struct Sheet<'a> {
    /// Whether everything is also said in full, below the picture.
    lists: bool,
    saved: &'a SavedOpening,
    /// Whose cards have their drawings.
    deck: &'a Deck,
    words: Words,
    titles: Titles<'a>,
    slips: BTreeMap<LinkId, Slip>,
    frame: ViewBox,
    width: i32,
}

/// The saved board as a picture, in the language of these words: with everything said in full below it.
#[must_use]
pub fn svg(saved: &SavedOpening, deck: &Deck, words: Words) -> String {
    let sheet = Sheet::of(saved, deck, words, true);
    let (body, height) = sheet.body();
    sheet.draw(&body, sheet.width, height)
}

/// The picture with its title and its legend, in the shape of a sheet on its side: what hangs on a wall.
#[must_use]
pub(super) fn poster(saved: &SavedOpening, deck: &Deck, words: Words) -> String {
    let mut sheet = Sheet::of(saved, deck, words, false);
    let (_, height) = sheet.body();
    // A tall picture leaves room on both sides: title and legend take it, and the page gets lower.
    sheet.width = sheet.width.max(height * SHEET.0 / SHEET.1);
    let (body, height) = sheet.body();
    let width = sheet.width.max(height * SHEET.0 / SHEET.1);
    sheet.draw(&body, width, width * SHEET.1 / SHEET.0)
}

/// What a slip reads: the link's number in the list, and why; nothing if nobody said why.
fn numbered(number: usize, link: &Link) -> String {
    let because = link.because.trim();
    if because.is_empty() { String::new() } else { [&number.to_string(), ". ", because].concat() }
}

impl<'a> Sheet<'a> {
    fn of(saved: &'a SavedOpening, deck: &'a Deck, words: Words, lists: bool) -> Self {
        let document = &saved.card.document;
        let numbers: BTreeMap<_, _> = document.links.keys().copied().zip(1..).collect();
        let slips = slips(document, SLIP_LINES, |id, link| numbered(numbers.get(&id).copied().unwrap_or(0), link));
        let block =
            |slip: &Slip| Block { at: slip.at, width: slip.text.width, height: slip.text.height, lines: Vec::new() };
        let board = frame(document);
        let frame = if slips.is_empty() { board } else { board.around(frame_of(slips.values().map(block))) };
        let width = (frame.width + 2 * MARGIN).max(NARROWEST);
        Self { lists, saved, deck, words, titles: Titles::of(saved, words), slips, frame, width }
    }
}

impl Sheet<'_> {
    /// Everything on the page, and how tall that is: the head must know.
    fn body(&self) -> (String, i32) {
        let mut body = Page::default();
        let below_title = self.title(&mut body);
        self.board(&mut body, below_title);
        let below_board = below_title + self.frame.height + MARGIN;
        let below_legend = self.legend(&mut body, below_board);
        let height = if self.lists { self.lists(&mut body, below_legend) + MARGIN } else { below_legend };
        (body.done(), height)
    }

    fn draw(&self, body: &str, width: i32, height: i32) -> String {
        let (width, height) = (width.to_string(), height.to_string());
        let view_box = ["0 0 ", &width, " ", &height].concat();
        let mut page = Page::default();
        page.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("viewBox", &view_box),
                ("width", &width),
                ("height", &height),
                ("xml:lang", self.words.lang().code()),
                ("font-family", SERIF),
                ("fill", INK),
            ],
        );
        let document = &self.saved.card.document;
        page.text("title", &[], &picture::label(self.words, document));
        page.text("desc", &[], &picture::summary(self.words, document));
        page.empty("rect", &[("width", &width), ("height", &height), ("fill", PAPER)]);
        let mut svg = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.push_str(&page.done());
        svg.push_str(body);
        svg.push_str("</svg>\n");
        svg
    }

    /// Title, workshop, table, when, what there is; returns where the picture begins.
    fn title(&self, page: &mut Page) -> i32 {
        let card = &self.saved.card;
        let room = self.width - 2 * MARGIN;
        let title = match card.document.title.trim() {
            "" => self.words.picture().untitled,
            title => title,
        };
        let lines = wrap(title, room, 46, 3);
        let mut y = MARGIN + 46;
        let attributes = [("class", "title"), ("font-size", "46"), ("font-weight", "600")];
        page.lines(&attributes, MARGIN, &lines, (0..).map(|line| y + line * 54));
        y += 54 * (lines.len() as i32 - 1) + 40;
        let table = self.words.picture().table(card.table.into());
        let saved = self.words.picture().saved(&moment(self.words, card.at));
        let about =
            [card.workshop.trim(), &table, card.name.trim(), &saved, &picture::summary(self.words, &card.document)];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let lines = wrap(&about, room, 22, 3);
        page.lines(
            &[("class", "about"), ("font-size", "22"), ("fill", SOFT)],
            MARGIN,
            &lines,
            (0..).map(|line| y + line * 28),
        );
        y + 28 * (lines.len() as i32 - 1) + MARGIN
    }
}
