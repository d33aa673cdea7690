//! Turns `locales/*.toml` into the parts of `Words`: one field per text, one method per text with `{gaps}`, one method
//! per plural. A key that a language lacks, or has alone, stops the build: no page ever falls back at run time. Each
//! part is a value of its own, so that a wasm carries the parts that its pages read, and no others. All the texts of a
//! part in one language lie in one piece between two marks, by which `xtask/src/languages.rs` finds it in the finished
//! wasm: each device fetches its own language only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::{env, fs, path::Path};
use toml::{Table, Value};

/// The language that says which texts there are.
const FIRST: &str = "fr";
/// The languages in which none is counted like one.
const NONE_IS_ONE: [&str; 1] = ["fr"];

/// The texts of one part: what there is to say, by key.
type Part = BTreeMap<String, Said>;

enum Said {
    /// One sentence, perhaps with gaps.
    Plain(String),
    /// Two sentences: for one, and for several.
    Counted { one: String, other: String },
}

fn main() {
    println!("cargo:rerun-if-changed=locales");
    let mut locales: BTreeMap<String, BTreeMap<String, Part>> = BTreeMap::new();
    for file in fs::read_dir("locales").expect("app/locales is there").flatten() {
        let path = file.path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).expect("a language's code").to_owned();
        let text = fs::read_to_string(&path).expect("a locale can be read");
        let table = text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        locales.insert(name, parts(&table, &path));
    }
    let first = &locales[FIRST];
    for (name, locale) in &locales {
        let (here, there) = (keys(first), keys(locale));
        let apart: Vec<_> = here.symmetric_difference(&there).collect();
        assert!(apart.is_empty(), "locales/{name}.toml and locales/{FIRST}.toml differ in: {apart:?}");
    }
    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets it")).join("words.rs");
    let texts: String = locales.iter().map(|(name, locale)| define(name, locale)).collect();
    fs::write(out, declare(first, locales.keys()) + CUT + &texts).expect("the generated file can be written");
}

fn parts(table: &Table, path: &Path) -> BTreeMap<String, Part> {
    let part = |(name, value): (&String, &Value)| {
        let texts = value.as_table().unwrap_or_else(|| panic!("{}: [{name}] is no table", path.display()));
        let said =
            texts.iter().map(|(key, value)| (key.clone(), said(value, &format!("{}: {name}.{key}", path.display()))));
        (name.clone(), said.collect())
    };
    table.iter().map(part).collect()
}

fn said(value: &Value, at: &str) -> Said {
    let text = |value: &Value| value.as_str().unwrap_or_else(|| panic!("{at} is no text")).to_owned();
    match value {
        Value::Table(forms) => match (forms.get("one"), forms.get("other"), forms.len()) {
            (Some(one), Some(other), 2) => Said::Counted { one: text(one), other: text(other) },
            _ => panic!("{at}: a plural has exactly `one` and `other`"),
        },
        value => Said::Plain(text(value)),
    }
}

fn keys(locale: &BTreeMap<String, Part>) -> BTreeSet<String> {
    let key = |part: &String, key: &String, said: &Said| format!("{part}.{key}({})", gaps(said).join(", "));
    locale.iter().flat_map(|(name, part)| part.iter().map(move |(k, said)| key(name, k, said))).collect()
}

/// The names between braces, in alphabetical order; `n` for a plural.
fn gaps(said: &Said) -> Vec<String> {
    let text = match said {
        Said::Plain(text) => text.clone(),
        Said::Counted { one, other } => format!("{{n}}{one}{other}"),
    };
    let names: BTreeSet<_> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name.to_owned()).collect();
    names.into_iter().collect()
}

fn camel(name: &str) -> String {
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

fn declare<'a>(locale: &BTreeMap<String, Part>, languages: impl Iterator<Item = &'a String> + Clone) -> String {
    let mut code = String::from("impl Words {\n");
    for name in locale.keys() {
        let kind = camel(name);
        let arms: String = languages
            .clone()
            .map(|lang| format!("            Lang::{} => &{lang}::{},\n", camel(lang), name.to_uppercase()))
            .collect();
        let _ = write!(
            code,
            "    /// `[{name}]`\n    #[must_use]\n    pub fn {name}(self) -> &'static {kind} {{\n        match self.0 {{\n\
             {arms}        }}\n    }}\n"
        );
    }
    code += "}\n";
    for (name, part) in locale {
        let _ = writeln!(code, "/// `[{name}]`\npub struct {} {{", camel(name));
        for (key, said) in part {
            match said {
                Said::Plain(text) if gaps(said).is_empty() => {
                    _ = writeln!(code, "    /// {text}\n    pub {key}: &'static str,")
                }
                Said::Plain(_) => _ = writeln!(code, "    {key}: &'static str,"),
                Said::Counted { .. } => _ = writeln!(code, "    {key}: [&'static str; 3],"),
            }
        }
        let _ = writeln!(code, "}}\nimpl {} {{", camel(name));
        for (key, said) in part.iter().filter(|(_, said)| !gaps(said).is_empty()) {
            code += &method(key, said);
        }
        code += "}\n";
    }
    code
}

fn method(key: &str, said: &Said) -> String {
    let gaps = gaps(said);
    let arguments: String =
        gaps.iter().map(|gap| if gap == "n" { ", n: usize".to_owned() } else { format!(", {gap}: &str") }).collect();
    let (doc, text) = match said {
        Said::Plain(text) => (text, format!("self.{key}")),
        Said::Counted { other, .. } => (other, format!("self.{key}[n.min(2)]")),
    };
    let fill: String = gaps
        .iter()
        .map(|gap| {
            if gap == "n" {
                ".replace(\"{n}\", &n.to_string())".to_owned()
            } else {
                format!(".replace(\"{{{gap}}}\", {gap})")
            }
        })
        .collect();
    format!(
        "    /// {doc}\n    #[must_use]\n    pub fn {key}(&self{arguments}) -> String {{\n        {text}{fill}\n    }}\n"
    )
}

fn define(language: &str, locale: &BTreeMap<String, Part>) -> String {
    let mut code = format!("mod {language} {{\n    use super::cut;\n");
    for (name, part) in locale {
        let kind = camel(name);
        let mut piece = Piece(format!("\u{1}{language}\u{2}"));
        let mut fields = String::new();
        for (key, said) in part {
            match said {
                Said::Plain(text) => _ = writeln!(fields, "        {key}: {},", piece.with(text)),
                Said::Counted { one, other } => {
                    let (one, other) = (piece.with(one), piece.with(other));
                    let none = if NONE_IS_ONE.contains(&language) { &one } else { &other };
                    _ = writeln!(fields, "        {key}: [{none}, {one}, {other}],");
                }
            }
        }
        let name = name.to_uppercase();
        let text = piece.0 + "\u{3}";
        let _ = write!(
            code,
            "    static TEXTS_OF_{name}: &str = {text:?};\n    pub static {name}: super::{kind} = {{\n        \
             let all = TEXTS_OF_{name};\n        super::{kind} {{\n{fields}        }}\n    }};\n"
        );
    }
    code + "}\n"
}

/// The texts of one part in one language, one after the other.
struct Piece(String);

impl Piece {
    /// Adds a text; the code that cuts it out again.
    fn with(&mut self, text: &str) -> String {
        assert!(!text.contains(|c: char| c.is_control()), "no text has marks or other control characters: {text:?}");
        let from = self.0.len();
        self.0 += text;
        format!("cut(all, {from}, {})", text.len())
    }
}

/// How a text is cut out of its piece, while compiling.
const CUT: &str = "const fn cut(all: &'static str, from: usize, length: usize) -> &'static str {\n    \
    all.split_at(from).1.split_at(length).0\n}\n";
