//! From names to numbers: the deck and the key, out of files in which nothing is wrong.

use super::Loaded;
use super::drawings::{self, Files};
use super::fields::At;
use super::scripts::{ScriptPlan, StepPlan, WavePlan};
use super::structure::{ActionPlan, CardPlan, Structure};
use super::texts::{Entry, Texts};
use board::deck::{ActionCard, Deck, Grade, Lang, Lot, SheetId, Source, Text, TopicCard, Wave};
use board::key::{Expected, Key, Misconception};
use board::script::{Script, Step};
use board::{CardId, LinkId, LotId};
use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

/// The deck and its key. What a page has problems with is left out or empty: only clean pages should get here.
pub fn assemble(
    structure: &Structure,
    scripts: &[ScriptPlan],
    (french, english): (&Texts, &Texts),
    drawings: &Files,
) -> Loaded {
    let names = Names::of(structure);
    let mut deck = deck(structure, french, english, &names);
    for plan in scripts {
        let waves = waves(plan, french, english, &names);
        deck.scripts.insert(plan.format, script(plan, &waves, french, english, &names));
        if !waves.is_empty() {
            deck.waves.insert(plan.format, waves);
        }
    }
    let sheets = draw(&mut deck, drawings);
    let keys = [Lang::Fr, Lang::En].map(|lang| (lang, key(structure, french, english, lang, &names)));
    Loaded { deck, local: BTreeSet::new(), keys: BTreeMap::from(keys), sheets }
}

/// Gives each card its drawing, and each lot its sheet of them.
fn draw(deck: &mut Deck, files: &Files) -> BTreeMap<SheetId, String> {
    let drawing = |slug: &str| files.get(slug).and_then(|svg| drawings::read(svg));
    deck.cards.values_mut().for_each(|card| card.drawing = drawing(&card.slug));
    deck.actions.values_mut().for_each(|action| action.drawing = drawing(&action.slug));
    let mut sheets = BTreeMap::new();
    for lot in &mut deck.lots {
        let cards = deck.cards.iter().filter(|(_, card)| card.lot == lot.id);
        let sheet = drawings::sheet(cards.filter_map(|(&id, card)| Some((id, card.drawing.as_ref()?))));
        lot.sheet = sheet.map(|(id, svg)| (id, sheets.insert(id, svg)).0);
    }
    let actions = deck.actions.iter().filter_map(|(&id, action)| Some((id, action.drawing.as_ref()?)));
    deck.action_sheet = drawings::sheet(actions).map(|(id, svg)| (id, sheets.insert(id, svg)).0);
    sheets
}

/// The numbers that names stand for.
struct Names<'s> {
    lots: BTreeMap<&'s str, LotId>,
    cards: BTreeMap<&'s str, CardId>,
}

impl<'s> Names<'s> {
    fn of(structure: &'s Structure) -> Self {
        let lots = structure.lots.iter().map(|lot| (&*lot.slug, lot_id(&lot.number)));
        let cards = structure.cards.iter().map(|card| (&*card.slug, card_id(&card.number)));
        Self { lots: lots.collect(), cards: cards.collect() }
    }

    fn cards(&self, slugs: &[At<String>]) -> Vec<CardId> {
        slugs.iter().filter_map(|slug| self.cards.get(&*slug.value).copied()).collect()
    }

    fn link(&self, cause: &str, consequence: &str) -> Option<LinkId> {
        Some(LinkId { cause: *self.cards.get(cause)?, consequence: *self.cards.get(consequence)? })
    }
}

fn lot_id(number: &At<i64>) -> LotId {
    LotId(number.value.try_into().unwrap_or_default())
}

fn card_id(number: &At<i64>) -> CardId {
    CardId(number.value.try_into().unwrap_or_default())
}

fn deck(structure: &Structure, french: &Texts, english: &Texts, names: &Names) -> Deck {
    let mut lots: Vec<_> = structure
        .lots
        .iter()
        .filter_map(|lot| {
            let texts = Bilingual::of(&french.lots, &english.lots, &*lot.slug)?;
            let id = *names.lots.get(&*lot.slug)?;
            let (title, question) = (texts.text("title"), texts.text("question"));
            Some(Lot { id, slug: lot.slug.clone(), title, question, sheet: None })
        })
        .collect();
    lots.sort_by_key(|lot| lot.id);
    let cards = structure.cards.iter().filter_map(|plan| {
        let texts = Bilingual::of(&french.cards, &english.cards, &*plan.slug)?;
        Some((card_id(&plan.number), topic(plan, &texts, names)?))
    });
    let actions = structure.actions.iter().filter_map(|plan| {
        let texts = Bilingual::of(&french.actions, &english.actions, &*plan.slug)?;
        Some((card_id(&plan.number), action(plan, &texts, names)?))
    });
    Deck {
        slug: structure.slug.clone(),
        version: structure.version.clone(),
        date: structure.date.clone(),
        authors: values(&structure.authors),
        licence: structure.licence.clone(),
        title: Text { fr: french.title.clone().unwrap_or_default(), en: english.title.clone() },
        lots,
        cards: cards.collect(),
        actions: actions.collect(),
        formats: structure.formats.iter().map(|format| (format.format, names.cards(&format.cards))).collect(),
        scripts: BTreeMap::new(),
        waves: BTreeMap::new(),
        profiles: labels(&french.profiles, &english.profiles),
        trades: labels(&french.trades, &english.trades),
        action_sheet: None,
    }
}

/// The texts of one thing, in French and in English as far as there is any.
struct Bilingual<'t> {
    fr: &'t Entry,
    en: Option<&'t Entry>,
}

impl<'t> Bilingual<'t> {
    fn of<K: Ord + Borrow<Q>, Q: Ord + ?Sized>(
        fr: &'t BTreeMap<K, Entry>,
        en: &'t BTreeMap<K, Entry>,
        name: &Q,
    ) -> Option<Self> {
        Some(Self { fr: fr.get(name)?, en: en.get(name) })
    }

    fn text(&self, field: &str) -> Text {
        self.text_if_any(field).unwrap_or_else(|| Text { fr: String::new(), en: None })
    }

    fn text_if_any(&self, field: &str) -> Option<Text> {
        let fr = self.fr.texts.get(field)?.clone();
        Some(Text { fr, en: self.en.and_then(|en| en.texts.get(field)).cloned() })
    }
}

/// What a format deals in place of the lots, in the order it is dealt.
fn waves(plan: &ScriptPlan, french: &Texts, english: &Texts, names: &Names) -> Vec<Wave> {
    let wave = |wave: &WavePlan| {
        let texts = Bilingual::of(&french.waves, &english.waves, &(plan.minutes(), wave.slug.clone()))?;
        let (id, cards) = (lot_id(&wave.number), names.cards(&wave.cards));
        Some(Wave { id, slug: wave.slug.clone(), title: texts.text("title"), cards })
    };
    let mut waves: Vec<_> = plan.waves.iter().filter_map(wave).collect();
    waves.sort_by_key(|wave| wave.id);
    waves
}

fn script(plan: &ScriptPlan, waves: &[Wave], french: &Texts, english: &Texts, names: &Names) -> Script {
    let lot = |slug: &str| match waves.iter().find(|wave| wave.slug == slug) {
        Some(wave) => Some(wave.id),
        None => names.lots.get(slug).copied(),
    };
    let step = |step: &StepPlan| {
        let texts = Bilingual::of(&french.steps, &english.steps, &(plan.minutes(), step.name.value.clone()))?;
        Some(Step {
            title: texts.text("title"),
            minutes: step.minutes.value.try_into().unwrap_or_default(),
            phase: step.phase,
            lot: step.lot.as_ref().and_then(|name| lot(&name.value)),
            does: texts.text("does"),
            says: texts.text("says"),
            skipped: false,
        })
    };
    Script { steps: plan.steps.iter().filter_map(step).collect() }
}

fn topic(plan: &CardPlan, texts: &Bilingual, names: &Names) -> Option<TopicCard> {
    Some(TopicCard {
        slug: plan.slug.clone(),
        lot: *names.lots.get(&*plan.lot.value)?,
        title: texts.text("title"),
        fact: texts.text("fact"),
        source: texts.fr.source.clone()?,
        other_sources: texts.fr.other_sources.clone(),
        certainty: texts.fr.certainty,
        hint: texts.text("hint"),
        note: texts.text_if_any("note"),
        profiles: values(&plan.profiles),
        illustration: plan.illustration.clone(),
        drawing: None,
    })
}

fn action(plan: &ActionPlan, texts: &Bilingual, names: &Names) -> Option<ActionCard> {
    let grade = |grade: i64| u8::try_from(grade).ok().and_then(Grade::new);
    let source: Option<Source> = texts.fr.source.clone();
    Some(ActionCard {
        slug: plan.slug.clone(),
        title: texts.text("title"),
        description: texts.text("description"),
        first_step: texts.text("first_step"),
        indicator: texts.text("indicator"),
        effort: grade(plan.effort)?,
        impact: grade(plan.impact)?,
        horizon: plan.horizon,
        trades: values(&plan.trades),
        targets: names.cards(&plan.targets),
        illustration: plan.illustration.clone(),
        drawing: None,
        source,
    })
}

fn values(texts: &[At<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

fn labels(fr: &BTreeMap<String, At<String>>, en: &BTreeMap<String, At<String>>) -> BTreeMap<String, Text> {
    let english = |slug: &str| en.get(slug).map(|text| text.value.clone());
    fr.iter().map(|(slug, text)| (slug.clone(), Text { fr: text.value.clone(), en: english(slug) })).collect()
}

/// The key in a language; what is not translated is in French.
fn key(structure: &Structure, french: &Texts, english: &Texts, lang: Lang, names: &Names) -> Key {
    let by_language = if lang == Lang::En { [english, french] } else { [french, french] };
    let expected = structure.links.iter().filter_map(|plan| {
        let link = (plan.from.value.clone(), plan.to.clone());
        let why = by_language.iter().find_map(|texts| texts.links.get(&link))?.value.clone();
        Some((names.link(&link.0, &link.1)?, Expected { kind: plan.kind, level: plan.level, why }))
    });
    let misconceptions = structure.misconceptions.iter().filter_map(|plan| {
        let link = (plan.from.value.clone(), plan.to.clone());
        let text = by_language.iter().find_map(|texts| texts.misconceptions.get(&link))?;
        let (belief, reason) = (text.belief.clone(), text.reason.clone());
        let misconception = Misconception { belief, nature: plan.nature, reason, path: names.cards(&plan.path) };
        Some((names.link(&link.0, &link.1)?, misconception))
    });
    Key { expected: expected.collect(), misconceptions: misconceptions.collect() }
}
