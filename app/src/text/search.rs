//! Texts as they are searched, on the server and in the browser.

/// Small letters without accents, so that "equipement" finds "Équipement". Letters that no language of ours has are
/// compared as they are: the tables of all of Unicode would weigh more than the search.
#[must_use]
pub fn plain(text: &str) -> String {
    let bare = |letter| match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' | 'À' | 'Á' | 'Â' | 'Ä' | 'Ã' | 'Å' => 'a',
        'ç' | 'Ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ñ' | 'Ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'Ò' | 'Ó' | 'Ô' | 'Ö' | 'Õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ÿ' | 'Ÿ' => 'y',
        '\'' => '’',
        '\u{a0}' | '\u{202f}' => ' ',
        other => other.to_ascii_lowercase(),
    };
    text.replace(['œ', 'Œ'], "oe").chars().map(bare).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_search_minds_neither_case_nor_accents() {
        assert!(plain("L’Équipement du\u{a0}CŒUR").contains(&plain("l'equipement du coeur")));
    }
}
