//! What the organisation that runs this server says of itself; and, where it has said nothing, that it has not.

use crate::api::Operator;
use crate::text::Words;
use leptos::prelude::*;

/// The options of `coulisses serve` that fill the fields.
pub const OPERATOR: &str = "--operator";
/// Where to write to.
pub const CONTACT: &str = "--contact";
/// The data protection officer.
pub const DPO: &str = "--dpo";
/// The legal basis.
pub const BASIS: &str = "--legal-basis";
/// For how long things are kept.
pub const RETENTION: &str = "--retention";

/// A field, or which option fills it. An e-mail address or a page is a link.
pub fn told(words: Words, field: Option<&str>, option: &str) -> AnyView {
    match field {
        None => view! { <span class="unset">{words.publish().unset(option)}</span> }.into_any(),
        Some(text) => match target(text) {
            Some(target) => view! { <a href=target>{text.to_owned()}</a> }.into_any(),
            None => text.to_owned().into_any(),
        },
    }
}

/// The organisation's name at the beginning of a sentence.
pub fn name(words: Words, operator: &Operator) -> String {
    operator.name.clone().unwrap_or_else(|| words.publish().no_name.to_owned())
}

/// Where a text leads, if it is an address and nothing else.
fn target(text: &str) -> Option<String> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let page = text.starts_with("https://") || text.starts_with("http://");
    if page { Some(text.to_owned()) } else { mail.then(|| format!("mailto:{text}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_link_and_nothing_else_is() {
        assert_eq!(target("numerique@theatre.example").as_deref(), Some("mailto:numerique@theatre.example"));
        assert_eq!(target("https://theatre.example/contact").as_deref(), Some("https://theatre.example/contact"));
        assert_eq!(target("12 rue du Théâtre, 75000 Paris"), None);
        assert_eq!(target("javascript:alert(1)"), None);
        assert_eq!(target("@theatre"), None);
    }
}
