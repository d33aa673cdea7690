//! What hangs on a wall: one sheet of A3, with pictures on the left and texts in two columns beside them, as large as
//! they fit. Texts that would be too small to be read from a step away are left to the report.

use super::super::drawn::NotDrawn;
use super::super::telling::Said;
use super::flow::{Flow, Frame, Part, Sizes};
use super::{A3, About};

/// Around everything, in points.
const MARGIN: f32 = 40.0;
/// Between columns.
const GAP: f32 = 26.0;
/// Where columns end.
const FOOT: f32 = 802.0;
/// The sizes of the text that are tried, the largest first.
const LARGEST: i32 = 17;
/// The smallest size that is read on a wall.
const SMALLEST: i32 = 10;

/// The wall sheet: `head` over everything, `pictures` on the left, `parts` on the right, then `more` if some of them are
/// left out.
pub(in crate::export) fn wall(
    head: &[Said],
    pictures: &[(&str, &str)],
    parts: &[Said],
    more: &Said,
    about: &About<'_>,
) -> Result<Vec<u8>, NotDrawn> {
    let told: Vec<_> = parts.iter().collect();
    for size in (SMALLEST..=LARGEST).rev() {
        let flow = set(head, pictures, &told, size)?;
        if flow.pages() == 1 {
            return flow.write(about);
        }
    }
    // As much as one sheet takes: halves between what fits and what does not.
    let (mut fits, mut over) = (0, told.len());
    while over - fits > 1 {
        let middle = fits.midpoint(over);
        let some: Vec<_> = told[..middle].iter().copied().chain([more]).collect();
        if set(head, pictures, &some, SMALLEST)?.pages() == 1 { fits = middle } else { over = middle }
    }
    let some: Vec<_> = told[..fits].iter().copied().chain([more]).collect();
    set(head, pictures, &some, SMALLEST)?.write(about)
}

/// The sheet with its text in this size.
fn set(head: &[Said], pictures: &[(&str, &str)], parts: &[&Said], size: i32) -> Result<Flow, NotDrawn> {
    let (width, _) = A3;
    // A long title stands on two lines of its own.
    let long = head.iter().any(|said| matches!(said, Said::Title(title) if title.chars().count() > 60));
    let top = MARGIN + 100.0;
    let sizes = Sizes { title: if long { 24 } else { 34 }, heading: size + 6, card: size + 2, text: size };
    let whole = Frame { left: MARGIN, top: MARGIN, width: (width - 2.0 * MARGIN) as i32, foot: top };
    // Without a picture the texts have the whole sheet.
    let columns = if pictures.is_empty() { 3.0 } else { 4.0 };
    let column = (width - 2.0 * MARGIN - (columns - 1.0) * GAP) / columns;
    let at = |place: f32| MARGIN + place * (column + GAP);
    let mut frames = vec![whole];
    let rows = pictures.len().max(1) as f32;
    let height = (FOOT - top - (rows - 1.0) * GAP) / rows;
    for row in 0..pictures.len() {
        let top = top + row as f32 * (height + GAP);
        frames.push(Frame { left: MARGIN, top, width: (2.0 * column + GAP) as i32, foot: top + height });
    }
    let first = if pictures.is_empty() { 0 } else { 2 };
    let places: Vec<_> = (first..columns as i32).map(|place| at(place as f32)).collect();
    frames.extend(places.into_iter().map(|left| Frame { left, top, width: column as i32, foot: FOOT }));
    let mut flow = Flow::new(A3, frames, sizes);
    head.iter().for_each(|said| flow.say(said, false));
    for (svg, alt) in pictures {
        flow.turn();
        flow.picture(svg, alt)?;
    }
    flow.turn();
    let parts: Vec<_> = parts.iter().map(|said| Part::Said(said)).collect();
    flow.all(&parts)?;
    Ok(flow)
}
