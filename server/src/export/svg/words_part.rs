//! What stands below the picture: what the signs mean, and everything the board says, in full.

use super::super::page::{Page, SOFT};
use super::board_part::{draw_arrow, draw_marks, draw_star, lot_colours};
use super::{MARGIN, Sheet};
use app::components::picture;
use app::scene::{Look, lot_mark, wrap};
use app::text::opinion;
use board::{Action, LinkKind, LotId, Point};

impl Sheet<'_> {
    /// The size of the list's text: it grows with the page, which is printed as wide as the paper.
    fn size(&self) -> i32 {
        (self.width / 140).clamp(18, 26)
    }

    /// Lots and kinds of link, in cells of equal width; returns where it ends.
    pub(super) fn legend(&self, page: &mut Page, top: i32) -> i32 {
        let cells = ((self.width - 2 * MARGIN) / 540).max(1);
        let cell = (self.width - 2 * MARGIN) / cells;
        let spot = |index: i32| (MARGIN + index % cells * cell, top + index / cells * 36);
        let mut index = 0;
        for lot in &self.saved.lots {
            let (x, y) = spot(index);
            let title = self.words.picture().lot(&lot.lot.to_string(), &lot.title);
            let title = wrap(&title, cell - 60, 18, 1).concat();
            self.lot(page, lot.lot, &title, x, y);
            index += 1;
        }
        // Lots and kinds each begin a row.
        index = (index + cells - 1) / cells * cells;
        for kind in LinkKind::ALL {
            let (x, y) = spot(index);
            let shaft = ["M", &x.to_string(), " ", &y.to_string(), "H", &(x + 63).to_string()].concat();
            let tip = Point { x: i16::try_from(x + 70).unwrap_or(i16::MAX), y: i16::try_from(y).unwrap_or(i16::MAX) };
            page.open("g", &[("class", "legend")]);
            draw_arrow(page, Look::from(kind), &shaft, tip, 0);
            label(page, x + 84, y, picture::verb(self.words, kind));
            page.close("g");
            index += 1;
        }
        index = (index + cells - 1) / cells * cells;
        for (look, name) in self.signs() {
            let (x, y) = spot(index);
            let at =
                |x: i32| Point { x: i16::try_from(x).unwrap_or(i16::MAX), y: i16::try_from(y).unwrap_or(i16::MAX) };
            let shaft = ["M", &x.to_string(), " ", &y.to_string(), "H", &(x + 63).to_string()].concat();
            page.open("g", &[("class", "legend")]);
            draw_arrow(page, look, &shaft, at(x + 70), 0);
            if look.contested {
                draw_marks(page, at(x + 32));
            }
            if look.starred {
                draw_star(page, at(x + 28));
            }
            label(page, x + 84, y, name);
            page.close("g");
            index += 1;
        }
        top + (index + cells - 1) / cells * 36 + MARGIN / 2
    }

    /// What a table thinks of its links, as far as this one has thought anything.
    fn signs(&self) -> Vec<(Look, &'static str)> {
        let (document, words) = (&self.saved.card.document, self.words.picture());
        let full = Look::from(LinkKind::LeadsTo);
        let looks: Vec<_> = document.links.keys().map(|&link| Look::of(document, link)).collect();
        let signs = [
            (looks.iter().any(|look| look.ink), full, words.ink),
            (looks.iter().any(|look| !look.ink), Look { ink: false, ..full }, words.pencil),
            (looks.iter().any(|look| look.contested), Look { contested: true, ..full }, words.contested),
            (looks.iter().any(|look| look.starred), Look { starred: true, ..full }, words.starred),
        ];
        signs.into_iter().filter(|(shown, ..)| *shown).map(|(_, look, name)| (look, name)).collect()
    }

    fn lot(&self, page: &mut Page, lot: LotId, title: &str, x: i32, y: i32) {
        let (fill, ink) = lot_colours(lot);
        let shift = ["translate(", &(x + 14).to_string(), " ", &y.to_string(), ")"].concat();
        page.open("g", &[("class", "legend")]);
        page.empty(
            "rect",
            &[("x", &x.to_string()), ("y", &(y - 14).to_string()), ("width", "28"), ("height", "28"), ("fill", fill)],
        );
        page.empty("path", &[("d", lot_mark(lot)), ("transform", &shift), ("fill", ink)]);
        label(page, x + 40, y, title);
        page.close("g");
    }

    /// Every link, then every note, in columns; returns where it ends.
    pub(super) fn lists(&self, page: &mut Page, top: i32) -> i32 {
        let document = &self.saved.card.document;
        let links = document.links.iter().zip(1..).map(|((&id, link), number): (_, usize)| {
            let said = picture::sentence(self.words, id, link, |card| self.titles.said(card));
            let thought = opinion(self.words, Look::of(document, id), document.opinions(id));
            [&number.to_string(), ". ", &said, " (", &thought, ")"].concat()
        });
        let words = self.words.picture();
        let notes = document.notes.values().map(|note| {
            let what = if note.question { words.question } else { words.note };
            [what, self.words.marks().colon, &note.text].concat()
        });
        let actions = document.actions.values().map(|action| self.action(action));
        let top = self.list(page, top, words.story, &story(&document.story));
        let top = self.list(page, top, words.all_links, &links.collect::<Vec<_>>());
        let top = self.list(page, top, words.all_notes, &notes.collect::<Vec<_>>());
        let top = self.list(page, top, words.all_actions, &actions.collect::<Vec<_>>());
        let end = if document.cards.is_empty() && document.notes.is_empty() { words.nothing } else { words.made_with };
        page.text(
            "text",
            &place(MARGIN, top + self.size(), &self.size().to_string(), SOFT)
                .each_ref()
                .map(|(key, value)| (*key, value.as_str())),
            end,
        );
        top + self.size()
    }

    /// An action, without the people: a picture hangs on a wall.
    fn action(&self, action: &Action) -> String {
        let say = self.words.actions();
        let parts = [
            action.renounces.then(|| say.renouncement.to_owned()),
            (!action.first_step.is_empty()).then(|| say.first_is(&action.first_step)),
            action.due.map(|due| say.due_is(&due.to_string())),
        ];
        let parts = std::iter::once(action.text.clone()).chain(parts.into_iter().flatten());
        parts.collect::<Vec<_>>().join(". ")
    }

    /// A heading and its entries; nothing at all when there are none.
    fn list(&self, page: &mut Page, top: i32, heading: &str, entries: &[String]) -> i32 {
        if entries.is_empty() {
            return top;
        }
        let room = self.width - 2 * MARGIN;
        let size = self.size();
        let (line_height, apart) = (size * 5 / 4, size / 2);
        let columns = (room / (size * 30)).clamp(1, entries.len() as i32);
        let pitch = room / columns;
        let entries: Vec<_> = entries.iter().map(|entry| wrap(entry, pitch - MARGIN, size, usize::MAX)).collect();
        let heights = entries.iter().map(|lines| lines.len() as i32 * line_height + apart);
        let even = (heights.clone().sum::<i32>() + columns - 1) / columns;
        let mut attributes = place(MARGIN, top + size * 3 / 2, &(size * 3 / 2).to_string(), super::INK).to_vec();
        attributes.push(("font-weight", "600".to_owned()));
        page.text("text", &attributes.iter().map(|(key, value)| (*key, value.as_str())).collect::<Vec<_>>(), heading);
        let first = top + size * 5 / 2;
        let (mut column, mut y, mut lowest) = (0, first, first);
        for (lines, height) in entries.iter().zip(heights) {
            // An entry begins the next column when most of it would hang below the even height.
            if column + 1 < columns && y - first + height / 2 > even {
                (column, y) = (column + 1, first);
            }
            let baselines = (0..).map(|line| y + size + line * line_height);
            page.lines(
                &[("class", "entry"), ("font-size", &size.to_string())],
                MARGIN + column * pitch,
                lines,
                baselines,
            );
            y += height;
            lowest = lowest.max(y);
        }
        lowest + MARGIN / 2
    }
}

/// A story is one entry; none is no list.
fn story(text: &str) -> Vec<String> {
    if text.trim().is_empty() { Vec::new() } else { vec![text.to_owned()] }
}

/// A word of the legend, its middle at `y`.
fn label(page: &mut Page, x: i32, y: i32, text: &str) {
    let attributes = place(x, y + 6, "18", super::INK);
    page.text("text", &attributes.each_ref().map(|(key, value)| (*key, value.as_str())), text);
}

fn place(x: i32, y: i32, size: &str, fill: &str) -> [(&'static str, String); 4] {
    [("x", x.to_string()), ("y", y.to_string()), ("font-size", size.to_owned()), ("fill", fill.to_owned())]
}
