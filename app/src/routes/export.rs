//! The files in which a saved board leaves: each with its name in addresses.

/// A file made from a saved board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// All the others in one file.
    Zip,
    /// The picture, as text that stays sharp.
    Svg,
    /// The picture, A3 at 300 dots per inch.
    Png,
    /// The picture on an A3 sheet.
    Poster,
    /// What the board says, on A4 sheets.
    Report,
    /// Picture and text as one page that needs no server.
    Html,
    /// The board as data, which can be imported.
    Json,
    /// Cards and links as a Mermaid diagram.
    Mermaid,
    /// Cards and links as a graph.
    GraphMl,
    /// A table of numbers and words.
    Csv(Subject, Flavour),
}

/// What a table of a board is about: a row for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The cards.
    Cards,
    /// The links.
    Links,
    /// What the team decides.
    Actions,
}

/// For whom a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// A spreadsheet set up in French: semicolons, decimal commas, and a mark that says UTF-8.
    Spreadsheet,
    /// Programs, and catalogues of open data.
    OpenData,
}

impl Export {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Zip,
        Self::Svg,
        Self::Png,
        Self::Poster,
        Self::Report,
        Self::Html,
        Self::Json,
        Self::Mermaid,
        Self::GraphMl,
        Self::Csv(Subject::Cards, Flavour::Spreadsheet),
        Self::Csv(Subject::Links, Flavour::Spreadsheet),
        Self::Csv(Subject::Actions, Flavour::Spreadsheet),
        Self::Csv(Subject::Cards, Flavour::OpenData),
        Self::Csv(Subject::Links, Flavour::OpenData),
        Self::Csv(Subject::Actions, Flavour::OpenData),
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zip => "export.zip",
            Self::Svg => "export.svg",
            Self::Png => "export.png",
            Self::Poster => "affiche-a3.pdf",
            Self::Report => "rapport-a4.pdf",
            Self::Html => "export.html",
            Self::Json => "export.json",
            Self::Mermaid => "export.mmd",
            Self::GraphMl => "export.graphml",
            Self::Csv(Subject::Cards, Flavour::Spreadsheet) => "cartes-tableur.csv",
            Self::Csv(Subject::Links, Flavour::Spreadsheet) => "liens-tableur.csv",
            Self::Csv(Subject::Actions, Flavour::Spreadsheet) => "actions-tableur.csv",
            Self::Csv(Subject::Cards, Flavour::OpenData) => "cartes.csv",
            Self::Csv(Subject::Links, Flavour::OpenData) => "liens.csv",
            Self::Csv(Subject::Actions, Flavour::OpenData) => "actions.csv",
        }
    }

    /// The file of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|export| export.name() == name)
    }
}
