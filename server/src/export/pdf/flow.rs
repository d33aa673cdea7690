//! Text and pictures that flow through frames: down a column, to the next one, to the next page. Used by whatever is
//! more than one picture on paper.
//!
//! Lines are broken by the measures of the pictures (`app/src/scene/metrics.rs`), which leave room for any font; they are
//! set by the same code as the picture's, so that every script comes out right.

use super::super::drawn::{NotDrawn, tree};
use super::super::page::{INK, Page, SOFT};
use super::super::telling::Said;
use super::{About, begun, ended, entry, sheet, size};
use app::scene::wrap;
use krilla::Document;
use krilla::geom::Transform;
use krilla::outline::Outline;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt, SvgSettings};
use std::num::NonZeroU16;

/// How far items are moved in, for the text of their size.
const INDENT: i32 = 14;
/// The size of what stands at the foot of a page.
const SMALL: i32 = 9;

/// A place for text on every page, in points.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// From the left side.
    pub left: f32,
    /// From the top.
    pub top: f32,
    /// How wide, in whole points.
    pub width: i32,
    /// Where it ends, from the top.
    pub foot: f32,
}

/// Something that flows.
#[derive(Clone, Debug)]
pub enum Part<'a> {
    /// A piece of text.
    Said(&'a Said),
    /// A picture as wide as its frame, and what is to be seen on it.
    Picture(&'a str, &'a str),
}

/// How large texts are, in points.
#[derive(Clone, Copy, Debug)]
pub struct Sizes {
    /// The title.
    pub title: i32,
    /// Headings.
    pub heading: i32,
    /// Headings under those.
    pub card: i32,
    /// Everything else.
    pub text: i32,
}

/// How a piece is set: its size in points, its weight, and what is left free above it.
struct Setting {
    size: i32,
    bold: bool,
    above: f32,
}

/// A piece on a page.
struct Placed {
    /// Which of the pieces it belongs to: one that goes on over a page has two places.
    piece: usize,
    page: usize,
    left: f32,
    top: f32,
    width: i32,
    height: f32,
    svg: String,
}

#[derive(Clone)]
enum Kind {
    Heading(u16, String),
    Text,
    Item,
    Picture(String),
}

/// What has flowed so far.
pub struct Flow {
    paper: (f32, f32),
    frames: Vec<Frame>,
    sizes: Sizes,
    placed: Vec<Placed>,
    pieces: Vec<Kind>,
    page: usize,
    frame: usize,
    y: f32,
}

impl Flow {
    /// Nothing yet, on paper of this size, through these frames on every page.
    pub fn new(paper: (f32, f32), frames: Vec<Frame>, sizes: Sizes) -> Self {
        let y = frames.first().map_or(0.0, |frame| frame.top);
        Self { paper, frames, sizes, placed: Vec::new(), pieces: Vec::new(), page: 0, frame: 0, y }
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.page + 1
    }

    /// Everything in its order.
    pub fn all(&mut self, parts: &[Part<'_>]) -> Result<(), NotDrawn> {
        for (place, part) in parts.iter().enumerate() {
            let heads = |next: &Part<'_>| !matches!(next, Part::Said(Said::Title(_) | Said::Heading(_)));
            match part {
                Part::Said(said) => self.say(said, parts.get(place + 1).is_some_and(heads)),
                Part::Picture(svg, alt) => self.picture(svg, alt)?,
            }
        }
        Ok(())
    }

    /// A piece of text. A heading keeps with what it heads: at the foot of a page it would head nothing.
    pub fn say(&mut self, said: &Said, keeps_with_next: bool) {
        let plain = |size, bold, above| Setting { size, bold, above };
        let sizes = self.sizes;
        let (kind, text, setting) = match said {
            Said::Title(text) => (Kind::Heading(1, text.clone()), text, plain(sizes.title, true, 0.0)),
            Said::Heading(text) => (Kind::Heading(2, text.clone()), text, plain(sizes.heading, true, 18.0)),
            Said::Card(text) => (Kind::Heading(3, text.clone()), text, plain(sizes.card, true, 10.0)),
            Said::Text(text) => (Kind::Text, text, plain(sizes.text, false, 4.0)),
            Said::Item(text) => (Kind::Item, text, plain(sizes.text, false, 3.0)),
        };
        let indent = if matches!(kind, Kind::Item) { INDENT } else { 0 };
        let lines = wrap(text, self.here().width - indent, setting.size, usize::MAX);
        let leading = setting.size as f32 * 1.32;
        let after = if keeps_with_next && matches!(kind, Kind::Heading(..)) { 60.0 } else { 0.0 };
        self.y += if self.y > self.here().top { setting.above } else { 0.0 };
        if self.y + leading + after > self.here().foot {
            self.turn();
        }
        let piece = self.pieces.len();
        let item = matches!(kind, Kind::Item);
        self.pieces.push(kind);
        let mut lines = lines.as_slice();
        let mut first = true;
        while !lines.is_empty() {
            let frame = self.here();
            let room = (((frame.foot - self.y) / leading) as usize).max(1).min(lines.len());
            let (here, rest) = lines.split_at(room);
            let height = leading * here.len() as f32;
            let svg = text_svg(here, &setting, frame.width, indent, item && first, leading);
            self.place(piece, height, svg);
            (lines, first) = (rest, false);
            if !lines.is_empty() {
                self.turn();
            }
        }
    }

    /// A picture as wide as its frame; one that is taller than the frame is as tall as that.
    pub fn picture(&mut self, svg: &str, alt: &str) -> Result<(), NotDrawn> {
        let drawn = tree(svg)?.size();
        let frame = self.here();
        let height = (frame.width as f32 * drawn.height() / drawn.width()).min(frame.foot - frame.top);
        self.y += if self.y > frame.top { 12.0 } else { 0.0 };
        if self.y + height > frame.foot {
            self.turn();
        }
        self.pieces.push(Kind::Picture(alt.to_owned()));
        let width = height * drawn.width() / drawn.height();
        self.placed.push(Placed {
            piece: self.pieces.len() - 1,
            page: self.page,
            left: self.here().left,
            top: self.y,
            width: width as i32,
            height,
            svg: svg.to_owned(),
        });
        self.y += height;
        Ok(())
    }

    /// The document; with page numbers where there are several pages.
    pub fn write(mut self, about: &About<'_>) -> Result<Vec<u8>, NotDrawn> {
        let mut document = begun(about);
        let mut named: Vec<Vec<Identifier>> = vec![Vec::new(); self.pieces.len()];
        let mut outline = Outline::new();
        let placed = std::mem::take(&mut self.placed);
        for number in 0..self.pages() {
            let here: Vec<_> = placed.iter().filter(|placed| placed.page == number).collect();
            self.draw(&mut document, &here, number + 1, about, &mut named)?;
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
        ended(document, tags(&self.pieces, named))
    }

    fn here(&self) -> Frame {
        self.frames[self.frame]
    }

    fn place(&mut self, piece: usize, height: f32, svg: String) {
        let Frame { left, width, .. } = self.here();
        self.placed.push(Placed { piece, page: self.page, left, top: self.y, width, height, svg });
        self.y += height;
    }

    /// On to the next frame.
    pub fn turn(&mut self) {
        self.frame += 1;
        if self.frame == self.frames.len() {
            (self.frame, self.page) = (0, self.page + 1);
        }
        self.y = self.here().top;
    }

    fn draw(
        &self,
        document: &mut Document,
        here: &[&Placed],
        number: usize,
        about: &About<'_>,
        named: &mut [Vec<Identifier>],
    ) -> Result<(), NotDrawn> {
        let mut page = document.start_page_with(sheet(self.paper));
        let mut surface = page.surface();
        for placed in here {
            let identifier = surface.start_tagged(ContentTag::Other);
            surface.push_transform(&Transform::from_translate(placed.left, placed.top));
            let room = size((placed.width as f32, placed.height));
            surface.draw_svg(&tree(&placed.svg)?, room, SvgSettings::default());
            surface.pop();
            surface.end_tagged();
            named[placed.piece].push(identifier);
        }
        if self.pages() > 1 {
            let (pages, first) = (self.pages(), self.frames[0]);
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::PaginationOther)));
            surface.push_transform(&Transform::from_translate(first.left, first.foot + 12.0));
            let foot = wrap(&format!("{number}/{pages} – {}", about.title), first.width, SMALL, 1);
            let setting = Setting { size: SMALL, bold: false, above: 0.0 };
            let foot = text_svg(&foot, &setting, first.width, 0, false, 12.0);
            surface.draw_svg(&tree(&foot)?, size((first.width as f32, 12.0)), SvgSettings::default());
            surface.pop();
            surface.end_tagged();
        }
        surface.finish();
        page.finish();
        Ok(())
    }
}

/// The tags, in the order of the pieces: items that follow each other are one list.
fn tags(pieces: &[Kind], named: Vec<Vec<Identifier>>) -> TagTree {
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
            Kind::Picture(alt) => tags.push(group(Tag::Figure(Some(alt.clone())).into())),
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

/// Lines of text as a picture of their own, with a bullet before the first.
fn text_svg(lines: &[String], setting: &Setting, room: i32, indent: i32, bullet: bool, leading: f32) -> String {
    let height = (leading * lines.len() as f32).to_string();
    let (width, size) = (room.to_string(), setting.size.to_string());
    let mut page = Page::default();
    let view_box = ["0 0 ", &width, " ", &height].concat();
    page.open(
        "svg",
        &[("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", &view_box), ("width", &width), ("height", &height)],
    );
    let weight = if setting.bold { "700" } else { "400" };
    let ink = if setting.size <= SMALL { SOFT } else { INK };
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
