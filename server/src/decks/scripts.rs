//! `scripts.toml`: how each format is played, step by step, and what it deals in place of the lots, still by name.

use super::fields::{At, Fields};
use super::structure::check_slug;
use super::{Problem, Thing};
use board::Phase;
use board::deck::Format;
use board::script::MAX_MINUTES;

/// The words of deck files for the phases. `card-decks/README.md` lists them too.
const PHASES: [(&str, Phase); 13] = [
    ("welcome", Phase::Welcome),
    ("icebreaker", Phase::Icebreaker),
    ("cards", Phase::Cards),
    ("links", Phase::Links),
    ("review", Phase::Review),
    ("break", Phase::Break),
    ("story", Phase::Story),
    ("restitution", Phase::Restitution),
    ("gallery", Phase::Gallery),
    ("mood", Phase::Mood),
    ("actions", Phase::Actions),
    ("feedback", Phase::Feedback),
    ("closing", Phase::Closing),
];

/// What `scripts.toml` says of one format.
pub struct ScriptPlan {
    pub line: usize,
    pub format: Format,
    pub steps: Vec<StepPlan>,
    pub waves: Vec<WavePlan>,
}

pub struct StepPlan {
    pub name: At<String>,
    pub phase: Phase,
    pub minutes: At<i64>,
    pub lot: Option<At<String>>,
}

pub struct WavePlan {
    pub line: usize,
    pub slug: String,
    pub number: At<i64>,
    pub cards: Vec<At<String>>,
}

impl ScriptPlan {
    /// The format as the files write it.
    pub fn minutes(&self) -> String {
        self.format.minutes().to_string()
    }

    pub fn thing(&self) -> Thing {
        Thing::Script(self.minutes())
    }

    pub fn step(&self, step: &StepPlan) -> Thing {
        Thing::Step(self.minutes(), step.name.value.clone())
    }

    pub fn wave(&self, wave: &WavePlan) -> Thing {
        Thing::Wave(self.minutes(), wave.slug.clone())
    }
}

pub fn read(mut top: Fields) -> Vec<ScriptPlan> {
    let mut plans = Vec::new();
    for minutes in top.names() {
        let line = top.line_of(&minutes).unwrap_or_default();
        let Some(format) = Format::ALL.into_iter().find(|format| format.minutes().to_string() == minutes) else {
            top.page.report(line, Problem::UnknownFormat { minutes: minutes.clone() });
            drop(top.part(&minutes, Thing::Script(minutes.clone())));
            continue;
        };
        if let Some(mut fields) = top.part(&minutes, Thing::Script(minutes.clone())) {
            let (steps, waves) = (steps(&minutes, &mut fields), waves(&minutes, &mut fields));
            plans.push(ScriptPlan { line: fields.line, format, steps, waves });
            fields.end();
        }
    }
    top.end();
    plans
}

fn steps(minutes: &str, script: &mut Fields) -> Vec<StepPlan> {
    script.must("steps");
    script.groups_if_any("steps").into_iter().map(|fields| step(minutes, fields)).collect()
}

fn step(minutes: &str, mut fields: Fields) -> StepPlan {
    let name = fields.text("name");
    if !name.value.is_empty() {
        check_slug(&fields, name.line, &name.value);
        fields.thing = Thing::Step(minutes.to_owned(), name.value.clone());
    }
    let step = StepPlan {
        phase: fields.word("phase", &PHASES),
        minutes: fields.whole("minutes", 1, MAX_MINUTES.into()),
        lot: fields.text_if_any("lot"),
        name,
    };
    fields.end();
    step
}

fn waves(minutes: &str, script: &mut Fields) -> Vec<WavePlan> {
    let Some(part) = script.part("waves", script.thing.clone()) else { return Vec::new() };
    let wave = |(slug, mut fields): (String, Fields)| {
        check_slug(&fields, fields.line, &slug);
        let (number, cards) = (fields.whole("number", 1, u8::MAX.into()), fields.list("cards"));
        let wave = WavePlan { line: fields.line, slug, number, cards };
        fields.end();
        wave
    };
    part.into_things(|slug| Thing::Wave(minutes.to_owned(), slug.to_owned())).into_iter().map(wave).collect()
}
