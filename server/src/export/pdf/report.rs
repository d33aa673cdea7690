//! A report: what there is to say, on as many sheets of A4 as it takes.

use super::super::drawn::NotDrawn;
use super::flow::{Flow, Frame, Part, Sizes};
use super::{A4, About};

/// Where text stands on the page.
const FRAME: Frame = Frame { left: 54.0, top: 54.0, width: 487, foot: 780.0 };
/// How large it is.
const SIZES: Sizes = Sizes { title: 24, heading: 17, card: 13, text: 11 };

/// The report.
pub(in crate::export) fn report(parts: &[Part<'_>], about: &About<'_>) -> Result<Vec<u8>, NotDrawn> {
    let mut flow = Flow::new(A4, vec![FRAME], SIZES);
    flow.all(parts)?;
    flow.write(about)
}
