//! `deck.toml`: what there is and what is linked to what, still by name.

use super::fields::{At, Fields};
use super::{Problem, Thing};
use board::LinkKind;
use board::deck::{Format, Horizon};
use board::key::{Level, Nature};

/// The words of deck files for what the board calls otherwise. `card-decks/README.md` lists them too.
const KINDS: [(&str, LinkKind); 3] =
    [("leads-to", LinkKind::LeadsTo), ("reduces", LinkKind::Reduces), ("enables", LinkKind::Enables)];
const LEVELS: [(&str, Level); 2] = [("essential", Level::Essential), ("accepted", Level::Accepted)];
const HORIZONS: [(&str, Horizon); 3] =
    [("week", Horizon::Week), ("season", Horizon::Season), ("seasons", Horizon::Seasons)];
const NATURES: [(&str, Nature); 7] = [
    ("shortcut", Nature::Shortcut),
    ("reversed", Nature::Reversed),
    ("automatic", Nature::Automatic),
    ("mix-up", Nature::MixUp),
    ("magnitude", Nature::Magnitude),
    ("incomplete-sum", Nature::IncompleteSum),
    ("legal-reading", Nature::LegalReading),
];

/// What `deck.toml` says.
pub struct Structure {
    pub slug: String,
    pub version: String,
    pub date: String,
    pub authors: Vec<At<String>>,
    pub licence: String,
    pub formats: Vec<FormatPlan>,
    pub lots: Vec<LotPlan>,
    pub cards: Vec<CardPlan>,
    pub actions: Vec<ActionPlan>,
    pub links: Vec<LinkPlan>,
    pub misconceptions: Vec<MisconceptionPlan>,
}

pub struct FormatPlan {
    pub line: usize,
    pub format: Format,
    pub cards: Vec<At<String>>,
}

pub struct LotPlan {
    pub line: usize,
    pub slug: String,
    pub number: At<i64>,
}

pub struct CardPlan {
    pub line: usize,
    pub slug: String,
    pub number: At<i64>,
    pub lot: At<String>,
    pub profiles: Vec<At<String>>,
    pub illustration: String,
}

pub struct ActionPlan {
    pub line: usize,
    pub slug: String,
    pub number: At<i64>,
    pub effort: i64,
    pub impact: i64,
    pub horizon: Horizon,
    pub trades: Vec<At<String>>,
    pub targets: Vec<At<String>>,
    pub illustration: String,
}

pub struct LinkPlan {
    pub line: usize,
    pub from: At<String>,
    pub to: String,
    pub kind: LinkKind,
    pub level: Level,
}

pub struct MisconceptionPlan {
    pub line: usize,
    pub from: At<String>,
    pub to: String,
    pub nature: Nature,
    pub path: Vec<At<String>>,
}

pub fn read(mut top: Fields) -> Structure {
    let structure = Structure {
        slug: slug(&mut top),
        version: version(&mut top),
        date: top.text("date").value,
        authors: top.list("authors"),
        licence: top.text("licence").value,
        formats: formats(&mut top),
        lots: things(&mut top, "lots", Thing::Lot, lot),
        cards: things(&mut top, "cards", Thing::Card, card),
        actions: things(&mut top, "actions", Thing::Action, action),
        links: pairs(&mut top, "links", Thing::Link, link),
        misconceptions: pairs(&mut top, "misconceptions", Thing::Misconception, misconception),
    };
    top.end();
    structure
}

fn slug(top: &mut Fields) -> String {
    let At { line, value } = top.text("slug");
    if !value.is_empty() {
        check_slug(top, line, &value);
    }
    value
}

/// Three numbers: what a workshop was played with can be told from what was changed since.
fn version(top: &mut Fields) -> String {
    let At { line, value } = top.text("version");
    let number = |part: &str| (1..=5).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let three_numbers = value.split('.').count() == 3 && value.split('.').all(number);
    if !value.is_empty() && !three_numbers {
        top.page.report(line, Problem::BadVersion { version: value.clone() });
    }
    value
}

/// Notes a name that would not do in an address or a file's name.
pub fn check_slug(fields: &Fields, line: usize, slug: &str) {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if slug.is_empty() || slug.len() > 60 || !slug.bytes().all(plain) {
        fields.page.report(line, Problem::BadSlug { slug: slug.to_owned() });
    }
}

/// The things of a part, which must be there.
fn things<T>(
    top: &mut Fields,
    part: &'static str,
    thing: fn(String) -> Thing,
    read: fn(String, &mut Fields) -> T,
) -> Vec<T> {
    top.must(part);
    let Some(part) = top.part(part, Thing::Section(part)) else { return Vec::new() };
    let each = |(slug, mut fields): (String, Fields)| {
        check_slug(&fields, fields.line, &slug);
        let plan = read(slug, &mut fields);
        fields.end();
        plan
    };
    part.into_things(|slug| thing(slug.to_owned())).into_iter().map(each).collect()
}

/// The things of a part that are named by a cause and a consequence.
fn pairs<T>(
    top: &mut Fields,
    part: &'static str,
    thing: fn(String, String) -> Thing,
    read: fn(At<String>, String, &mut Fields) -> T,
) -> Vec<T> {
    let Some(part) = top.part(part, Thing::Section(part)) else { return Vec::new() };
    let mut plans = Vec::new();
    for (from, causes) in part.into_things(|slug| Thing::Card(slug.to_owned())) {
        let line = causes.line;
        for (to, mut fields) in causes.into_things(|to| thing(from.clone(), to.to_owned())) {
            plans.push(read(At { line, value: from.clone() }, to, &mut fields));
            fields.end();
        }
    }
    plans
}

fn formats(top: &mut Fields) -> Vec<FormatPlan> {
    top.must("formats");
    let Some(mut part) = top.part("formats", Thing::Section("formats")) else { return Vec::new() };
    let mut plans = Vec::new();
    if part.names().is_empty() {
        part.blank(part.line, "formats");
    }
    for minutes in part.names() {
        let Some(line) = part.line_of(&minutes) else { continue };
        part.thing = Thing::Format(minutes.clone());
        let cards = part.list_if_any(&minutes);
        // Exactly these digits: "+45" or "045" would be a second name for the same format.
        match Format::ALL.into_iter().find(|format| format.minutes().to_string() == minutes) {
            Some(format) => plans.push(FormatPlan { line, format, cards }),
            None => top.page.report(line, Problem::UnknownFormat { minutes }),
        }
    }
    plans
}

fn lot(slug: String, fields: &mut Fields) -> LotPlan {
    LotPlan { line: fields.line, slug, number: fields.whole("number", 1, u8::MAX.into()) }
}

fn card(slug: String, fields: &mut Fields) -> CardPlan {
    CardPlan {
        line: fields.line,
        slug,
        number: fields.whole("number", 1, u16::MAX.into()),
        lot: fields.text("lot"),
        profiles: fields.list("profiles"),
        illustration: fields.text("illustration").value,
    }
}

fn action(slug: String, fields: &mut Fields) -> ActionPlan {
    ActionPlan {
        line: fields.line,
        slug,
        number: fields.whole("number", 1, u16::MAX.into()),
        effort: fields.whole("effort", 1, 5).value,
        impact: fields.whole("impact", 1, 5).value,
        horizon: fields.word("horizon", &HORIZONS),
        trades: fields.list("trades"),
        targets: fields.list("targets"),
        illustration: fields.text("illustration").value,
    }
}

fn link(from: At<String>, to: String, fields: &mut Fields) -> LinkPlan {
    let (kind, level) = (fields.word("type", &KINDS), fields.word("level", &LEVELS));
    LinkPlan { line: fields.line, from, to, kind, level }
}

fn misconception(from: At<String>, to: String, fields: &mut Fields) -> MisconceptionPlan {
    let (nature, path) = (fields.word("nature", &NATURES), fields.list("path"));
    MisconceptionPlan { line: fields.line, from, to, nature, path }
}
