//! A saved board on paper: the poster on A3, the report on A4. Both are PDF/UA-1: tagged, in the order in which they
//! are read, with their language, their title and their fonts.

mod flow;
mod report;
mod wall;

pub(super) use flow::Part;
pub(super) use report::report;
pub(super) use wall::wall;

use super::drawn::{NotDrawn, tree};
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};

/// A3 on its side, in points: 420 by 297 millimetres.
const A3: (f32, f32) = (1190.55, 841.89);
/// A4 upright.
const A4: (f32, f32) = (595.28, 841.89);

/// What a document says about itself.
pub(super) struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// What is to be seen on the picture.
    pub picture: &'a str,
    /// The code of its language.
    pub lang: &'a str,
}

/// The picture on one sheet of A3.
pub(super) fn poster(svg: &str, about: &About<'_>) -> Result<Vec<u8>, NotDrawn> {
    let tree = tree(svg)?;
    let mut document = begun(about);
    let mut page = document.start_page_with(sheet(A3));
    let mut surface = page.surface();
    let drawn = surface.start_tagged(ContentTag::Other);
    surface.draw_svg(&tree, size(A3), SvgSettings::default());
    surface.end_tagged();
    surface.finish();
    page.finish();
    let mut figure = TagGroup::new(Tag::Figure(Some(about.picture.to_owned())));
    figure.push(drawn);
    let mut tags = TagTree::new();
    tags.push(figure);
    let mut outline = Outline::new();
    outline.push_child(entry(about.title, 0, 0.0));
    document.set_outline(outline);
    ended(document, tags)
}

fn begun(about: &About<'_>) -> Document {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let settings = SerializeSettings {
        configuration: configuration.expect("PDF/UA-1 has a version of its own"),
        ..SerializeSettings::default()
    };
    let mut document = Document::new_with(settings);
    document.set_metadata(
        Metadata::new()
            .title(about.title.to_owned())
            .language(about.lang.to_owned())
            .description(about.picture.to_owned())
            .creator("Coulisses".to_owned()),
    );
    document
}

fn ended(mut document: Document, tags: TagTree) -> Result<Vec<u8>, NotDrawn> {
    document.set_tag_tree(tags);
    document.finish().map_err(NotDrawn::Pdf)
}

fn sheet((width, height): (f32, f32)) -> PageSettings {
    PageSettings::from_wh(width, height).expect("paper has a size")
}

fn size((width, height): (f32, f32)) -> Size {
    Size::from_wh(width, height).expect("it has a size")
}

/// A line of the table of contents that readers show beside the document.
fn entry(title: &str, page: usize, top: f32) -> OutlineNode {
    OutlineNode::new(title.to_owned(), XyzDestination::new(page, Point::from_xy(0.0, top)))
}
