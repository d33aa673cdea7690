//! What must hold of scripts: every format has one, its minutes add up, each of its cards is in one wave when it has
//! any, and everything that is dealt is dealt in one step.

use super::{distinct, known, once_each};
use crate::decks::fields::{At, Page};
use crate::decks::scripts::{ScriptPlan, WavePlan};
use crate::decks::structure::{FormatPlan, Structure};
use crate::decks::texts::Texts;
use crate::decks::{Problem, Thing};
use board::script::MAX_STEPS;
use std::collections::{BTreeMap, BTreeSet};

/// Notes on the page of scripts what does not hold.
pub fn check(page: &Page, structure: &Structure, scripts: &[ScriptPlan]) {
    for format in &structure.formats {
        if !scripts.iter().any(|script| script.format == format.format) {
            page.report(1, Problem::NoScript { format: format.format.minutes() });
        }
    }
    for script in scripts {
        steps(page, script);
        match structure.formats.iter().find(|format| format.format == script.format) {
            None => page.report(script.line, Problem::ScriptForNothing { thing: script.thing() }),
            // A format whose cards cannot be read has been noted.
            Some(format) if format.cards.is_empty() => {}
            Some(format) => {
                waves(page, structure, script, format);
                dealing(page, structure, script, format);
            }
        }
    }
}

/// Not too many steps, each with a name of its own, which last as long as the format.
fn steps(page: &Page, script: &ScriptPlan) {
    let count = script.steps.len();
    if count > MAX_STEPS {
        page.report(script.line, Problem::TooManySteps { thing: script.thing(), count, most: MAX_STEPS });
    }
    once_each(page, &script.thing(), script.steps.iter().map(|step| &step.name));
    // A step whose minutes cannot be read has been noted; the sum would only say it again.
    let all_read = script.steps.iter().all(|step| step.minutes.line > 0);
    let sum = script.steps.iter().map(|step| step.minutes.value).sum::<i64>();
    let wanted = script.format.minutes();
    if all_read && sum != i64::from(wanted) {
        page.report(script.line, Problem::MinutesDoNotAddUp { thing: script.thing(), sum, wanted });
    }
}

/// The waves of a format share no number, and share out its cards.
fn waves(page: &Page, structure: &Structure, script: &ScriptPlan, format: &FormatPlan) {
    distinct(page, script.waves.iter().map(|wave| (&wave.number, script.wave(wave))));
    let cards = super::card_names(structure);
    let here: BTreeSet<_> = format.cards.iter().map(|card| card.value.as_str()).collect();
    let mut holders: BTreeMap<&str, &WavePlan> = BTreeMap::new();
    for wave in &script.waves {
        let thing = script.wave(wave);
        once_each(page, &thing, &wave.cards);
        known(page, &cards, &thing, &wave.cards);
        for At { line, value } in wave.cards.iter().filter(|card| cards.contains(card.value.as_str())) {
            let (thing, slug) = (thing.clone(), value.clone());
            if !here.contains(value.as_str()) {
                page.report(*line, Problem::NotInFormat { thing, slug, format: script.format.minutes() });
            }
            match holders.insert(value, wave) {
                Some(holder) if holder.slug != wave.slug => {
                    let (thing, holder) = (script.wave(wave), script.wave(holder));
                    page.report(*line, Problem::InTwoWaves { thing, slug: value.clone(), holder });
                }
                _ => {}
            }
        }
    }
    let Some(first) = script.waves.iter().map(|wave| wave.line).min() else { return };
    for card in here.into_iter().filter(|card| cards.contains(card) && !holders.contains_key(card)) {
        page.report(first, Problem::InNoWave { format: script.format.minutes(), slug: card.to_owned() });
    }
}

/// Everything that the format deals is dealt in one step, and no step deals anything else.
fn dealing(page: &Page, structure: &Structure, script: &ScriptPlan, format: &FormatPlan) {
    let dealt: BTreeMap<&str, Thing> = if script.waves.is_empty() {
        let here: BTreeSet<_> = format.cards.iter().map(|card| card.value.as_str()).collect();
        let lots = structure.cards.iter().filter(|card| here.contains(card.slug.as_str())).map(|card| &card.lot.value);
        let lots = lots.filter(|slug| structure.lots.iter().any(|lot| lot.slug == **slug));
        lots.map(|slug| (slug.as_str(), Thing::Lot(slug.clone()))).collect()
    } else {
        script.waves.iter().map(|wave| (wave.slug.as_str(), script.wave(wave))).collect()
    };
    let mut dealers: BTreeMap<&str, Thing> = BTreeMap::new();
    for step in &script.steps {
        let Some(At { line, value }) = step.lot.as_ref().filter(|lot| !lot.value.is_empty()) else { continue };
        let thing = script.step(step);
        match dealt.get(value.as_str()) {
            Some(lot) => {
                if let Some(dealer) = dealers.insert(value, thing.clone()) {
                    page.report(*line, Problem::DealtTwice { thing, lot: lot.clone(), dealer });
                }
            }
            None if !script.waves.is_empty() => {
                page.report(*line, Problem::UnknownWave { thing, slug: value.clone() });
            }
            None if structure.lots.iter().any(|lot| lot.slug == *value) => {
                page.report(*line, Problem::EmptyLot { thing, slug: value.clone(), format: script.format.minutes() });
            }
            None => page.report(*line, Problem::UnknownLot { thing, slug: value.clone() }),
        }
    }
    for (_, lot) in dealt.into_iter().filter(|(slug, _)| !dealers.contains_key(slug)) {
        page.report(script.line, Problem::NeverDealt { thing: script.thing(), lot });
    }
}

/// Every step and wave has its French texts.
pub fn everything_has_a_text(page: &Page, scripts: &[ScriptPlan], french: &Texts) {
    for script in scripts {
        for step in script.steps.iter().filter(|step| !step.name.value.is_empty()) {
            if !french.steps.contains_key(&(script.minutes(), step.name.value.clone())) {
                page.report(step.name.line, Problem::NoText { thing: script.step(step) });
            }
        }
        for wave in &script.waves {
            if !french.waves.contains_key(&(script.minutes(), wave.slug.clone())) {
                page.report(wave.line, Problem::NoText { thing: script.wave(wave) });
            }
        }
    }
}

/// No text is for a step or a wave that does not exist.
pub fn every_text_has_a_thing(page: &Page, scripts: &[ScriptPlan], texts: &Texts) {
    let has = |minutes: &str, there: &dyn Fn(&ScriptPlan) -> bool| {
        scripts.iter().any(|script| script.minutes() == minutes && there(script))
    };
    for ((minutes, name), entry) in &texts.steps {
        if !has(minutes, &|script| script.steps.iter().any(|step| step.name.value == *name)) {
            page.report(entry.line, Problem::TextForNothing { thing: Thing::Step(minutes.clone(), name.clone()) });
        }
    }
    for ((minutes, slug), entry) in &texts.waves {
        if !has(minutes, &|script| script.waves.iter().any(|wave| wave.slug == *slug)) {
            page.report(entry.line, Problem::TextForNothing { thing: Thing::Wave(minutes.clone(), slug.clone()) });
        }
    }
}
