//! What simulated people say: a few sentences that are never wrong, because they say little. In French, like the deck.

/// Why one thing leads to another, after « parce que ».
pub(super) const BECAUSE: [&str; 8] = [
    "l’un ne va pas sans l’autre",
    "plus il y en a, plus il en faut",
    "il faut bien que cela vienne de quelque part",
    "c’est ce que nous voyons dans notre maison",
    "personne n’y pense au moment de décider",
    "c’est arrivé chez nous l’an dernier",
    "on nous le demande de plus en plus",
    "cela s’ajoute, petit à petit",
];

/// The same, for a link that nobody at the table is sure of.
pub(super) const PERHAPS: [&str; 3] = [
    "c’est ce qu’on entend partout",
    "c’est une intuition, à discuter",
    "il nous semble, mais nous n’avons pas de chiffre",
];

/// An open question about a card, whose title comes first.
pub(super) const QUESTIONS: [&str; 3] =
    ["combien, chez nous ?", "qui décide de cela dans notre équipe ?", "est-ce vrai aussi hors saison ?"];

/// Titles for a board.
pub(super) const TITLES: [&str; 4] =
    ["Ce que l’écran cache", "Une saison sous tension", "Les coulisses de nos écrans", "Du billet à la mine"];

/// The story of a board: the two ends of one of its chains are put in between.
pub(super) fn story(begins: &str, ends: &str) -> String {
    format!(
        "Tout commence avec « {begins} », qui nous paraissait aller de soi. De proche en proche, nous arrivons à \
         « {ends} ». Entre les deux, il y a des choix, et plusieurs dépendent de nous."
    )
}

/// What a team stops doing.
pub(super) const RENOUNCED: [&str; 4] = [
    "Ne plus renouveler un appareil qui fonctionne",
    "Renoncer à la vidéo automatique sur la page d’accueil",
    "Arrêter d’imposer une application pour entrer en salle",
    "Ne plus tout garder : vider les archives une fois par saison",
];
