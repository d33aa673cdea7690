//! An SVG being written: elements with their attributes, and texts that cannot be anything but text.

/// The ink of a printed page.
pub(super) const INK: &str = "#1b1a18";
/// Softer ink, for what comes second.
pub(super) const SOFT: &str = "#4f4a43";
/// The paper.
pub(super) const PAPER: &str = "#ffffff";
/// The fonts of titles: whatever a device has of them, the metrics leave room.
pub(super) const SERIF: &str = "Iowan Old Style, Palatino, Palatino Linotype, Georgia, serif";

/// A document being written.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// Opens an element.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.0.push('>');
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.0.push_str("/>\n");
    }

    /// An element with a text in it.
    pub(super) fn text(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.escape(text);
        self.close(name);
    }

    /// A text in lines: each at its baseline, all at `x`.
    pub(super) fn lines(
        &mut self,
        attributes: &[(&str, &str)],
        x: i32,
        lines: &[String],
        baselines: impl Iterator<Item = i32>,
    ) {
        self.open("text", attributes);
        for (line, y) in lines.iter().zip(baselines) {
            self.open("tspan", &[("x", &x.to_string()), ("y", &y.to_string())]);
            self.escape(line);
            self.0.push_str("</tspan>");
        }
        self.close("text");
    }

    /// Something that is markup already: of ours, never of what people typed.
    pub(super) fn raw(&mut self, markup: &str) {
        self.0.push_str(markup);
    }

    /// The document.
    pub(super) fn done(self) -> String {
        self.0
    }

    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (key, value) in attributes {
            self.0.push(' ');
            self.0.push_str(key);
            self.0.push_str("=\"");
            self.escape(value);
            self.0.push('"');
        }
    }

    /// Writes a text as a text. What XML cannot hold at all becomes a replacement character.
    fn escape(&mut self, text: &str) {
        for letter in text.chars() {
            match letter {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\n' | '\r' | '\t' => self.0.push(' '),
                '\u{fffe}' | '\u{ffff}' => self.0.push('\u{fffd}'),
                control if control.is_control() => self.0.push('\u{fffd}'),
                letter => self.0.push(letter),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_become_markup() {
        let mut page = Page::default();
        page.text("text", &[("aria-label", "\"><script>")], "</text>&\u{0}\u{b}\u{ffff}");
        let said = "<text aria-label=\"&quot;&gt;&lt;script&gt;\">&lt;/text&gt;&amp;\u{fffd}\u{fffd}\u{fffd}</text>\n";
        assert_eq!(page.done(), said);
    }
}
