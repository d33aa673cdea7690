//! The picture itself: links below, cards over them, notes, and slips above everything.

use super::super::page::{INK, PAPER, Page, SOFT};
use super::Sheet;
use app::components::picture;
use app::scene::{
    BAND, CORNER, DRAWING, Look, MARKS, MARKS_AT, NOTE_SIZE, SLIP_SIZE, STAMP, STAR, STAR_AT, baselines, head,
    line_path, link_arrow, lot_mark, note_block, stamp_path, title, title_middle,
};
use board::deck::Drawing;
use board::{CARD, Card, CardId, Link, LinkId, LinkKind, LotId, Note, Point, Shape};

/// The lots on paper, and the ink that can be read on each (4.5:1 or more).
const LOTS: [(&str, &str); 6] = [
    ("#0072b2", "#ffffff"),
    ("#56b4e9", "#1b1a18"),
    ("#e69f00", "#1b1a18"),
    ("#009e73", "#0e0e0f"),
    ("#cc79a7", "#1b1a18"),
    ("#d55e00", "#0e0e0f"),
];

/// The three pens on paper.
const PENS: [&str; 3] = [INK, BRICK, "#0072b2"];
/// The amber of starred links: a line that can be seen on paper, and a fill.
const AMBER: &str = "#9c4a08";
const SERVANTE: &str = "#f2b84b";
/// What is discussed.
const BRICK: &str = "#a3261b";

/// A lot's colour and its ink.
pub(super) fn lot_colours(lot: LotId) -> (&'static str, &'static str) {
    LOTS[usize::from(lot.0.saturating_sub(1)) % LOTS.len()]
}

/// How a kind of link is drawn.
pub(super) fn dashes(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::LeadsTo => "none",
        LinkKind::Reduces => "16 8",
        LinkKind::Enables => "0.5 8",
    }
}

/// The drawing of a card: its shape in the lot's colour, its lines in ink.
fn draw_drawing(page: &mut Page, drawing: &Drawing, colour: &str) {
    let ((x, y), side) = DRAWING;
    let place = format!("translate({x} {y})scale({})", f64::from(side) / 96.0);
    page.open("g", &[("class", "drawing"), ("transform", &place)]);
    if let Some(fill) = &drawing.fill {
        page.empty("path", &[("d", fill), ("fill", colour)]);
    }
    let round = [("stroke-linecap", "round"), ("stroke-linejoin", "round")];
    let line = [("d", drawing.lines.as_str()), ("fill", "none"), ("stroke", INK), ("stroke-width", "3")];
    page.empty("path", &[&line[..], &round].concat());
    page.close("g");
}

/// A shaft and its head.
pub(super) fn draw_arrow(page: &mut Page, look: Look, shaft: &str, tip: Point, angle: i16) {
    let kind = look.kind;
    let ink = if look.starred { AMBER } else { SOFT };
    let weight = match (look.ink, kind) {
        (true, _) => "3.5",
        (false, LinkKind::Enables) => "3",
        (false, _) => "1.75",
    };
    let round = if kind == LinkKind::Enables { "round" } else { "butt" };
    page.empty(
        "path",
        &[
            ("class", "shaft"),
            ("d", shaft),
            ("fill", "none"),
            ("stroke", ink),
            ("stroke-width", weight),
            ("stroke-dasharray", dashes(kind)),
            ("stroke-linecap", round),
        ],
    );
    let head = head(kind);
    let turn = [&at(tip), " rotate(", &angle.to_string(), ")"].concat();
    let (fill, stroke) = if head.filled { (ink, "none") } else { ("none", ink) };
    let attributes =
        [("d", head.path), ("transform", &turn), ("fill", fill), ("stroke", stroke), ("stroke-width", "4")];
    page.empty("path", &attributes);
}

/// Two marks where somebody disagrees.
pub(super) fn draw_marks(page: &mut Page, spot: Point) {
    let line = [("fill", "none"), ("stroke", BRICK), ("stroke-width", "4"), ("stroke-linecap", "round")];
    page.empty("path", &[&[("class", "marks"), ("d", MARKS), ("transform", at(spot).as_str())], &line[..]].concat());
}

/// The star of a starred link.
pub(super) fn draw_star(page: &mut Page, spot: Point) {
    let line = [("fill", SERVANTE), ("stroke", INK), ("stroke-width", "1.5")];
    page.empty("path", &[&[("class", "star"), ("d", STAR), ("transform", at(spot).as_str())], &line[..]].concat());
}

/// A line of a pen, or a stamp on its disc.
fn draw_stroke(page: &mut Page, shape: &Shape) {
    let round = [("fill", "none"), ("stroke-linecap", "round"), ("stroke-linejoin", "round")];
    match shape {
        Shape::Line { pen, .. } => {
            let ink = PENS[usize::from(*pen) % PENS.len()];
            let look = [("class", "stroke"), ("d", &line_path(shape)), ("stroke", ink), ("stroke-width", "6")];
            page.empty("path", &[&look[..], &round[..]].concat());
        }
        Shape::Stamp { stamp, at: spot } => {
            page.open("g", &[("class", "stamp"), ("transform", &at(*spot))]);
            let (corner, side) = ((-STAMP).to_string(), (2 * STAMP).to_string());
            let disc = [("x", corner.as_str()), ("y", &corner), ("width", &side), ("height", &side), ("rx", &side)];
            page.empty("rect", &[&disc[..], &[("fill", SERVANTE), ("stroke", INK)]].concat());
            let sign = [("d", stamp_path(*stamp)), ("stroke", INK), ("stroke-width", "3")];
            page.empty("path", &[&sign[..], &round[..]].concat());
            page.close("g");
        }
    }
}

impl Sheet<'_> {
    /// The board, its frame's upper edge at `top`.
    pub(super) fn board(&self, page: &mut Page, top: i32) {
        let document = &self.saved.card.document;
        let left = (self.width - self.frame.width) / 2;
        let shift =
            ["translate(", &(left - self.frame.x).to_string(), " ", &(top - self.frame.y).to_string(), ")"].concat();
        page.open("g", &[("class", "board"), ("transform", &shift)]);
        for (&id, link) in &document.links {
            self.link(page, id, link);
        }
        for (&id, card) in &document.cards {
            if let Some(spot) = document.on_table(id) {
                self.card(page, id, card, spot);
            }
        }
        document.notes.values().for_each(|note| self.note(page, note));
        document.strokes.values().for_each(|stroke| draw_stroke(page, &stroke.shape));
        self.slips(page);
        page.close("g");
    }

    fn link(&self, page: &mut Page, id: LinkId, link: &Link) {
        let Some(arrow) = link_arrow(&self.saved.card.document, id) else { return };
        page.open("g", &[("class", "link")]);
        page.text("title", &[], &picture::sentence(self.words, id, link, |card| self.titles.said(card)));
        let look = Look::of(&self.saved.card.document, id);
        draw_arrow(page, look, &arrow.path, arrow.tip, arrow.tip_angle());
        if look.contested {
            draw_marks(page, arrow.along(MARKS_AT));
        }
        if look.starred {
            draw_star(page, arrow.along(STAR_AT));
        }
        page.close("g");
    }

    fn card(&self, page: &mut Page, id: CardId, card: &Card, spot: Point) {
        let printed = self.saved.faces.fronts.iter().find(|front| front.card == id).map(|front| front.lot);
        let lot = printed.unwrap_or(card.lot);
        let (fill, ink) = lot_colours(lot);
        let said = self.titles.said(id);
        page.open("g", &[("class", "card"), ("transform", &at(spot))]);
        page.text("title", &[], &self.words.picture().card(&id.to_string(), &said));
        paper(page, CARD.x.into(), CARD.y.into(), "6", &[("stroke", SOFT), ("stroke-width", "1.5")]);
        page.empty("path", &[("d", BAND), ("fill", fill)]);
        page.empty("path", &[("d", lot_mark(lot)), ("transform", "translate(-86 -59)"), ("fill", ink)]);
        let number =
            [("y", "-52"), ("font-size", "20"), ("font-weight", "600"), ("font-family", "sans-serif"), ("fill", ink)];
        page.text("text", &[&[("x", "-70")], &number[..]].concat(), &lot.to_string());
        page.text("text", &[&[("x", "95"), ("text-anchor", "end")], &number[..]].concat(), &id.to_string());
        if self.saved.card.document.is_open(id) {
            page.empty("path", &[("d", CORNER), ("fill", fill)]);
        }
        let drawing = self.deck.cards.get(&id).and_then(|card| card.drawing.as_ref());
        if let Some(drawing) = drawing {
            draw_drawing(page, drawing, fill);
        }
        let title = title(&said, drawing.is_some());
        let size = title.size.to_string();
        let attributes = [("class", "name"), ("font-size", &size), ("font-weight", "600"), ("text-anchor", "middle")];
        let lines = baselines(title.lines.len(), title.size, title_middle(drawing.is_some()));
        page.lines(&attributes, 0, &title.lines, lines);
        page.close("g");
    }

    fn note(&self, page: &mut Page, note: &Note) {
        let block = note_block(note.spot, &note.text);
        let (name, width, dashes) = if note.question {
            (self.words.picture().question, "3", "none")
        } else {
            (self.words.picture().note, "1.5", "5 4")
        };
        page.open("g", &[("class", "note"), ("transform", &at(note.spot))]);
        page.text("title", &[], name);
        let edge = [("stroke", INK), ("stroke-width", width), ("stroke-dasharray", dashes)];
        paper(page, block.width, block.height, "0", &edge);
        let size = NOTE_SIZE.to_string();
        let lines = baselines(block.lines.len(), NOTE_SIZE, 0);
        page.lines(&[("font-size", &size), ("text-anchor", "middle")], 0, &block.lines, lines);
        if note.question {
            let (x, y) = ((block.width / 2).to_string(), (8 - block.height / 2).to_string());
            let look = [("font-size", "26"), ("font-weight", "700"), ("text-anchor", "middle")];
            let halo = [("paint-order", "stroke"), ("stroke", PAPER), ("stroke-width", "6")];
            page.text("text", &[&[("x", x.as_str()), ("y", y.as_str())], &look[..], &halo[..]].concat(), "?");
        }
        page.close("g");
    }

    fn slips(&self, page: &mut Page) {
        let size = SLIP_SIZE.to_string();
        for slip in self.slips.values() {
            page.open("g", &[("class", "slip"), ("transform", &at(slip.at))]);
            paper(page, slip.text.width, slip.text.height, "3", &[("stroke", SOFT), ("stroke-width", "1")]);
            let lines = baselines(slip.text.lines.len(), SLIP_SIZE, 0);
            page.lines(&[("font-size", &size), ("text-anchor", "middle")], 0, &slip.text.lines, lines);
            page.close("g");
        }
    }
}

/// A sheet of paper around the origin.
fn paper(page: &mut Page, width: i32, height: i32, radius: &str, edge: &[(&str, &str)]) {
    let numbers = [-width / 2, -height / 2, width, height].map(|number| number.to_string());
    let [x, y, width, height] = &numbers;
    let shape = [("x", x.as_str()), ("y", y), ("width", width), ("height", height), ("rx", radius), ("fill", PAPER)];
    page.empty("rect", &[&shape[..], edge].concat());
}

/// The `transform` that puts something at a point.
fn at(spot: Point) -> String {
    ["translate(", &spot.x.to_string(), " ", &spot.y.to_string(), ")"].concat()
}
