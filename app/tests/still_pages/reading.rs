//! Just enough of an HTML reader to ask a page what is on it: tags with their attributes, and the text between.

/// An opening tag.
#[derive(Debug)]
pub struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    /// The elements around it, outermost first.
    pub inside: Vec<String>,
}

const VOID: [&str; 7] = ["meta", "link", "input", "br", "hr", "img", "!doctype"];

/// Every opening tag in order. Panics when a tag is closed that was not open: the page is not well made.
pub fn tags(html: &str) -> Vec<Tag> {
    let mut open: Vec<String> = Vec::new();
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let end = end_of_tag(after);
        let (inner, after) = (&after[..end], &after[end + 1..]);
        rest = after;
        if let Some(name) = inner.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "</{name}> closes what was opened last");
        } else if inner != "!" {
            let name = inner.split([' ', '/']).next().unwrap_or_default().to_lowercase();
            let attributes = attributes(&inner[name.len()..]);
            tags.push(Tag { name: name.clone(), attributes, inside: open.clone() });
            if !VOID.contains(&name.as_str()) && !inner.ends_with('/') {
                open.push(name);
            }
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
    tags
}

/// What an attribute says, if the tag has it.
pub fn attribute<'a>(tag: &'a Tag, key: &str) -> Option<&'a str> {
    tag.attributes.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
}

/// What is read between the tags.
pub fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = &after[end_of_tag(after) + 1..];
    }
    unescaped(&text)
}

fn end_of_tag(after: &str) -> usize {
    let mut quoted = false;
    let end = after.char_indices().find(|&(_, letter)| {
        quoted ^= letter == '"';
        letter == '>' && !quoted
    });
    end.expect("a tag ends").0
}

fn attributes(mut text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    loop {
        text = text.trim_start_matches([' ', '/']);
        let end = text.find([' ', '=']).unwrap_or(text.len());
        if end == 0 {
            return found;
        }
        let (key, after) = text.split_at(end);
        let (value, after) = match after.strip_prefix("=\"").and_then(|after| after.split_once('"')) {
            Some((value, after)) => (unescaped(value), after),
            None => (String::new(), after),
        };
        found.push((key.to_owned(), value));
        text = after;
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}
