//! From the SVG to what is printed: the fonts, and the picture as points.
//!
//! The fonts are in the binary (`server/fonts`): what an organiser prints must not depend on what a server happens to
//! have installed, and a server needs none. A letter that none of them has is shown as a square, as printers do.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree, fontdb};
use std::sync::{Arc, LazyLock};

/// The widest side of A3 at 300 dots per inch.
pub(super) const A3: (u32, u32) = (4961, 3508);
/// The same, in dots per metre.
const DENSITY: u32 = 11_811;
/// What stands for a letter that no font has.
const UNKNOWN: char = '\u{25a1}';

const SERIF: &[u8] = include_bytes!("../../fonts/LiberationSerif-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../fonts/LiberationSerif-Bold.ttf");
const SANS: &[u8] = include_bytes!("../../fonts/DejaVuSans.ttf");

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum NotDrawn {
    /// Our own SVG is none.
    #[error("the picture cannot be read: {0}")]
    Svg(#[from] usvg::Error),
    /// There is no memory for so many points.
    #[error("there is no room for the picture")]
    Room,
    /// The points cannot be written.
    #[error("the picture cannot be written: {0}")]
    Png(#[from] png::EncodingError),
    /// The document breaks a rule of PDF/UA.
    #[error("the document cannot be written: {0:?}")]
    Pdf(krilla::error::KrillaError),
    /// The archive cannot be written.
    #[error("the archive cannot be written: {0}")]
    Zip(#[from] zip::result::ZipError),
}

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for font in [SERIF, BOLD, SANS] {
        fonts.load_font_source(fontdb::Source::Binary(Arc::new(font)));
    }
    fonts.set_serif_family("Liberation Serif");
    fonts.set_sans_serif_family("DejaVu Sans");
    Arc::new(fonts)
});

/// An SVG of ours with its texts laid out.
pub(super) fn tree(svg: &str) -> Result<Tree, NotDrawn> {
    let options = usvg::Options { fontdb: FONTS.clone(), font_family: "Liberation Serif".into(), ..Default::default() };
    Ok(Tree::from_str(&printable(svg), &options)?)
}

/// A text in letters that the fonts have. Marks that only change how other letters look are left out with them.
fn printable(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{feff}' => None,
        letter if letter.is_ascii() || has(letter) => Some(letter),
        letter if letter.is_whitespace() => Some(' '),
        _ => Some(UNKNOWN),
    };
    text.chars().filter_map(shown).collect()
}

/// Whether one of the fonts has this letter.
fn has(letter: char) -> bool {
    static FACES: LazyLock<Vec<ttf_parser::Face<'static>>> =
        LazyLock::new(|| [SERIF, SANS].iter().filter_map(|font| ttf_parser::Face::parse(font, 0).ok()).collect());
    FACES.iter().any(|face| face.glyph_index(letter).is_some())
}

/// The SVG on white, in the middle of an A3 sheet.
pub(super) fn png(svg: &str) -> Result<Vec<u8>, NotDrawn> {
    let tree = tree(svg)?;
    let (width, height) = A3;
    let mut points = Pixmap::new(width, height).ok_or(NotDrawn::Room)?;
    points.fill(resvg::tiny_skia::Color::WHITE);
    let size = tree.size();
    let scale = (width as f32 / size.width()).min(height as f32 / size.height());
    let left = (width as f32 - scale * size.width()) / 2.0;
    let top = (height as f32 - scale * size.height()) / 2.0;
    resvg::render(&tree, Transform::from_row(scale, 0.0, 0.0, scale, left, top), &mut points.as_mut());
    // All of it is opaque: three bytes a point say everything.
    let bytes: Vec<u8> = points.data().chunks_exact(4).flat_map(|point| [point[0], point[1], point[2]]).collect();
    drop(points);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let dense = png::PixelDimensions { xppu: DENSITY, yppu: DENSITY, unit: png::Unit::Meter };
    encoder.set_pixel_dims(Some(dense));
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}
