//! The report: what the board says, on as many sheets of A4 as it takes.
//!
//! Lines are broken by the measures of the pictures (`app/src/scene/metrics.rs`), which leave room for any font; they are
//! set by the same code as the picture's, so that every script comes out right.

use super::super::drawn::{NotDrawn, tree};
use super::super::page::{INK, Page, SOFT};
use super::super::telling::Said;
use super::{A4, About, begun, ended, entry, sheet, size};
use app::scene::wrap;
use krilla::Document;
use krilla::geom::Transform;
use krilla::outline::Outline;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt, SvgSettings};
use std::num::NonZeroU16;

/// Around the text, in points.
const MARGIN: f32 = 54.0;
/// How wide the text is, in whole points.
const ROOM: i32 = 487;
/// Where the text of a page ends.
const FOOT: f32 = 780.0;
/// How far items are moved in.
const INDENT: i32 = 14;

/// How a piece is set: its size in points, its weight, and what is left free above it.
struct Setting {
    size: i32,
    bold: bool,
    above: f32,
}

/// The report. The picture stands after its opening.
pub(in crate::export) fn report(told: &[Said], svg: &str, about: &About<'_>) -> Result<Vec<u8>, NotDrawn> {
    let mut sheets = Sheets::default();
    let body = told.iter().position(|said| matches!(said, Said::Heading(_))).unwrap_or(told.len());
    told[..body].iter().for_each(|said| sheets.say(said, false));
    sheets.picture(svg)?;
    for (place, said) in told.iter().enumerate().skip(body) {
        sheets.say(said, matches!(told.get(place + 1), Some(Said::Item(_) | Said::Card(_) | Said::Text(_))));
    }
    sheets.write(about)
}

/// A piece on a page.
struct Placed {
    /// Which of the pieces it belongs to: one that goes on over a page has two places.
    piece: usize,
    page: usize,
    top: f32,
    height: f32,
    svg: String,
}

#[derive(Default)]
struct Sheets {
    placed: Vec<Placed>,
    pieces: Vec<Kind>,
    page: usize,
    y: f32,
}

#[derive(Clone)]
enum Kind {
    Heading(u16, String),
    Text,
    Item,
    Picture,
}

impl Sheets {
    fn say(&mut self, said: &Said, keeps_with_next: bool) {
        let plain = |size, bold, above| Setting { size, bold, above };
        let (kind, text, setting) = match said {
            Said::Title(text) => (Kind::Heading(1, text.clone()), text, plain(24, true, 0.0)),
            Said::Heading(text) => (Kind::Heading(2, text.clone()), text, plain(17, true, 18.0)),
            Said::Card(text) => (Kind::Heading(3, text.clone()), text, plain(13, true, 10.0)),
            Said::Text(text) => (Kind::Text, text, plain(11, false, 4.0)),
            Said::Item(text) => (Kind::Item, text, plain(11, false, 3.0)),
        };
        let indent = if matches!(kind, Kind::Item) { INDENT } else { 0 };
        let lines = wrap(text, ROOM - indent, setting.size, usize::MAX);
        let leading = setting.size as f32 * 1.32;
        // A heading at the foot of a page heads nothing.
        let after = if keeps_with_next && matches!(kind, Kind::Heading(..)) { 60.0 } else { 0.0 };
        self.y += if self.y > MARGIN { setting.above } else { 0.0 };
        if self.y + leading + after > FOOT {
            self.turn();
        }
        let piece = self.pieces.len();
        let item = matches!(kind, Kind::Item);
        self.pieces.push(kind);
        let mut lines = lines.as_slice();
        let mut first = true;
        while !lines.is_empty() {
            let room = (((FOOT - self.y) / leading) as usize).max(1).min(lines.len());
            let (here, rest) = lines.split_at(room);
            let height = leading * here.len() as f32;
            let svg = text_svg(here, &setting, indent, item && first, leading);
            self.placed.push(Placed { piece, page: self.page, top: self.y, height, svg });
            self.y += height;
            (lines, first) = (rest, false);
            if !lines.is_empty() {
                self.turn();
            }
        }
    }

    /// The picture, as wide as the text.
    fn picture(&mut self, svg: &str) -> Result<(), NotDrawn> {
        let drawn = tree(svg)?.size();
        let height = ROOM as f32 * drawn.height() / drawn.width();
        self.y += 12.0;
        if self.y + height > FOOT {
            self.turn();
        }
        self.pieces.push(Kind::Picture);
        let piece = self.pieces.len() - 1;
        self.placed.push(Placed { piece, page: self.page, top: self.y, height, svg: svg.to_owned() });
        self.y += height;
        Ok(())
    }

    fn turn(&mut self) {
        self.page += 1;
        self.y = MARGIN;
    }

    fn write(mut self, about: &About<'_>) -> Result<Vec<u8>, NotDrawn> {
        let mut document = begun(about);
        let mut named: Vec<Vec<Identifier>> = vec![Vec::new(); self.pieces.len()];
        let mut outline = Outline::new();
        let pages = self.page + 1;
        let placed = std::mem::take(&mut self.placed);
        for number in 0..pages {
            let here: Vec<_> = placed.iter().filter(|placed| placed.page == number).collect();
            draw(&mut document, &here, (number + 1, pages), about, &mut named)?;
        }
        let mut seen = vec![false; self.pieces.len()];
        for placed in &placed {
            if let Kind::Heading(1 | 2, title) = &self.pieces[placed.piece]
                && !std::mem::replace(&mut seen[placed.piece], true)
            {
                outline.push_child(entry(title, placed.page, placed.top));
            }
        }
        document.set_outline(outline);
        ended(document, tags(&self.pieces, named, about))
    }
}

/// The tags, in the order of the pieces: items that follow each other are one list.
fn tags(pieces: &[Kind], named: Vec<Vec<Identifier>>, about: &About<'_>) -> TagTree {
    let mut tags = TagTree::new();
    let mut list: Option<TagGroup> = None;
    for (kind, identifiers) in pieces.iter().zip(named) {
        let group = |tag: krilla::tagging::TagKind| {
            TagGroup::with_children(tag, identifiers.iter().copied().map(Into::into).collect())
        };
        if !matches!(kind, Kind::Item)
            && let Some(list) = list.take()
        {
            tags.push(list);
        }
        match kind {
            Kind::Heading(level, title) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                tags.push(group(Tag::Hn(level, Some(title.clone())).into()));
            }
            Kind::Text => tags.push(group(Tag::P.into())),
            Kind::Picture => tags.push(group(Tag::Figure(Some(about.picture.to_owned())).into())),
            Kind::Item => {
                let mut item = TagGroup::new(Tag::LI);
                item.push(group(Tag::LBody.into()));
                list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::Disc))).push(item);
            }
        }
    }
    if let Some(list) = list {
        tags.push(list);
    }
    tags
}

fn draw(
    document: &mut Document,
    here: &[&Placed],
    (number, pages): (usize, usize),
    about: &About<'_>,
    named: &mut [Vec<Identifier>],
) -> Result<(), NotDrawn> {
    let mut page = document.start_page_with(sheet(A4));
    let mut surface = page.surface();
    for placed in here {
        let identifier = surface.start_tagged(ContentTag::Other);
        surface.push_transform(&Transform::from_translate(MARGIN, placed.top));
        surface.draw_svg(&tree(&placed.svg)?, size((ROOM as f32, placed.height)), SvgSettings::default());
        surface.pop();
        surface.end_tagged();
        named[placed.piece].push(identifier);
    }
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
    surface.push_transform(&Transform::from_translate(MARGIN, FOOT + 12.0));
    let foot = wrap(&format!("{number}/{pages} – {}", about.title), ROOM, 9, 1);
    let setting = Setting { size: 9, bold: false, above: 0.0 };
    surface.draw_svg(
        &tree(&text_svg(&foot, &setting, 0, false, 12.0))?,
        size((ROOM as f32, 12.0)),
        SvgSettings::default(),
    );
    surface.pop();
    surface.end_tagged();
    surface.finish();
    page.finish();
    Ok(())
}

/// Lines of text as a picture of their own, with a bullet before the first.
fn text_svg(lines: &[String], setting: &Setting, indent: i32, bullet: bool, leading: f32) -> String {
    let height = (leading * lines.len() as f32).to_string();
    let (width, size) = (ROOM.to_string(), setting.size.to_string());
    let mut page = Page::default();
    let view_box = ["0 0 ", &width, " ", &height].concat();
    page.open(
        "svg",
        &[("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", &view_box), ("width", &width), ("height", &height)],
    );
    let weight = if setting.bold { "700" } else { "400" };
    let ink = if setting.size < 10 { SOFT } else { INK };
    let look = [("font-family", "serif"), ("font-size", size.as_str()), ("font-weight", weight), ("fill", ink)];
    let y = |line: usize| (leading * line as f32 + setting.size as f32).to_string();
    if bullet {
        page.text("text", &[&look[..], &[("x", "3"), ("y", &y(0))]].concat(), "•");
    }
    let x = indent.to_string();
    for (place, line) in lines.iter().enumerate() {
        page.text("text", &[&look[..], &[("x", x.as_str()), ("y", &y(place))]].concat(), line);
    }
    page.close("svg");
    page.done()
}
