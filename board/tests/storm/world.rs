//! Everything there is in a storm, and what can happen to it, one step at a time.

use crate::weather::Tally;
use crate::weather::dice::Dice;
use crate::weather::house::{Disk, Frames, House};
use crate::weather::line::Line;
use crate::weather::page::{self, Page, Reaction};
use crate::weather::truth::Truth;
use crate::weather::wishes;
use board::{Intent, Millis, OpId};
use std::collections::BTreeMap;
use uuid::Uuid;

/// How many frames a page may leave unread before the house hangs up.
const SLOW: usize = 40;

/// Everything there is.
#[derive(Debug)]
pub struct World {
    dice: Dice,
    /// One in how many occasions something breaks; 0 when the storm is over.
    wild: usize,
    now: Millis,
    pub disk: Disk,
    pub house: Option<House>,
    pub pages: Vec<Page>,
    lines: BTreeMap<usize, Line>,
    dialled: usize,
    /// Copies of submissions that travel on their own.
    copies: Vec<(usize, Vec<u8>)>,
    pub truth: Truth,
    pub tally: Tally,
}

impl World {
    /// Nothing has happened yet; some storms are rougher than others.
    pub fn new(seed: u64, pages: usize) -> Self {
        let mut dice = Dice(seed);
        let wild = dice.pick(&[2, 4, 8, 16]).unwrap_or(2);
        let disk = Disk::default();
        let house = Some(House::open(&disk, &mut dice));
        let (pages, lines, copies) = ((0..pages).map(Page::new).collect(), BTreeMap::new(), Vec::new());
        let (truth, tally) = (Truth::default(), Tally::default());
        Self { dice, wild, now: Millis(0), disk, house, pages, lines, dialled: 0, copies, truth, tally }
    }

    /// Something happens.
    pub fn step(&mut self) -> Result<(), String> {
        self.now.0 += self.dice.below(2_000) as u64;
        let page = self.dice.below(self.pages.len());
        match self.dice.below(16) {
            0..=3 => self.wish(page),
            4..=6 => self.carry_up(3),
            7..=10 => self.carry_down(4)?,
            11 => self.house.iter_mut().for_each(House::begin_commit),
            12 => self.commit(),
            13 => self.dial(page),
            14 => self.open(),
            _ if self.dice.one_in(self.wild) => self.fault(page),
            _ => {}
        }
        Ok(())
    }

    /// The storm is over: everything that was sent arrives, and pages that lost something dial again.
    pub fn settle(&mut self) -> Result<(), String> {
        self.wild = 0;
        for _ in 0..100 {
            self.open();
            for page in 0..self.pages.len() {
                if self.pages[page].line.is_some_and(|line| self.lines[&line].lossy) {
                    self.leave(page);
                }
                self.dial(page);
            }
            self.carry_up(usize::MAX);
            self.house.iter_mut().for_each(House::begin_commit);
            self.commit();
            self.carry_down(usize::MAX)?;
            let silent = self.lines.values().all(|line| line.up.is_empty() && line.down.is_empty() && !line.lossy);
            let idle = self.house.as_ref().is_some_and(|house| house.waiting.is_empty());
            if silent && idle && self.copies.is_empty() && self.pages.iter().all(|page| page.welcomed) {
                return Ok(());
            }
        }
        Err("it never settles".into())
    }

    /// Somebody tries something. What their own page refuses is sent all the same now and then, by a rude page.
    fn wish(&mut self, number: usize) {
        let page = &mut self.pages[number];
        page.wishes += 1;
        let intent = wishes::draw(&mut self.dice, page.asker, page.replica.view());
        let op_id = OpId(Uuid::from_u64_pair(self.dice.bits(), self.dice.bits()));
        let skewed = Millis(self.now.0 + number as u64 * 60_000);
        let kept = page.replica.submit(op_id, intent.clone(), skewed).is_ok();
        if kept || self.dice.one_in(8) {
            self.truth.wanted(op_id, page.asker.actor, intent.clone(), kept);
            self.send(number, op_id, intent);
        }
    }

    fn send(&mut self, number: usize, op_id: OpId, intent: Intent) {
        let page = &self.pages[number];
        if let Some(line) = page.line.filter(|_| page.welcomed).and_then(|line| self.lines.get_mut(&line)) {
            line.up.push_back(page::submit(op_id, intent));
        }
    }

    fn send_all(&mut self, number: usize) {
        let page = &self.pages[number];
        if let Some(line) = page.line.filter(|_| page.welcomed).and_then(|line| self.lines.get_mut(&line)) {
            line.up.extend(page.unacknowledged());
        }
    }

    /// Some frames of one line reach the house, and maybe a copy that took another way; all of them at the end.
    fn carry_up(&mut self, most: usize) {
        let Some(house) = &mut self.house else { return };
        let all = self.wild == 0;
        let speaking: Vec<_> = self.lines.iter().filter(|(_, line)| !line.up.is_empty()).map(|(id, _)| *id).collect();
        let chosen = if all { speaking } else { self.dice.pick(&speaking).into_iter().collect() };
        for id in chosen {
            let line = self.lines.get_mut(&id).expect("it was just seen");
            let count = line.up.len().min(most);
            for frame in line.up.drain(..count) {
                house.hear(id, self.pages[line.page].asker, &frame, self.now, self.dice.bits());
                if !all && self.dice.one_in(16) && self.copies.len() < 20 {
                    self.tally.copies += 1;
                    self.copies.push((line.page, frame));
                }
            }
        }
        while !self.copies.is_empty() && (all || self.dice.one_in(3)) {
            let (page, frame) = self.copies.swap_remove(self.dice.below(self.copies.len()));
            let line = self.pages[page].line.unwrap_or(usize::MAX);
            house.hear(line, self.pages[page].asker, &frame, self.now, self.dice.bits());
        }
        self.hang_up();
    }

    /// Some frames of one line reach its page; all of them at the end.
    fn carry_down(&mut self, most: usize) -> Result<(), String> {
        let spoken = |(_, line): &(&usize, &Line)| !line.down.is_empty();
        let spoken: Vec<_> = self.lines.iter().filter(spoken).map(|(id, _)| *id).collect();
        let chosen = if self.wild == 0 { spoken } else { self.dice.pick(&spoken).into_iter().collect() };
        for id in chosen {
            let line = self.lines.get_mut(&id).expect("it was just seen");
            let count = line.down.len().min(most);
            let (number, frames) = (line.page, line.down.drain(..count).collect::<Vec<_>>());
            for frame in frames {
                match self.pages[number].hear(&frame, &self.disk, &mut self.truth)? {
                    Reaction::Nothing => {}
                    Reaction::Sends => self.send_all(number),
                    Reaction::DialsAgain => {
                        self.tally.gaps += 1;
                        self.leave(number);
                        self.dial(number);
                        break;
                    }
                }
            }
        }
        self.hang_up();
        Ok(())
    }

    /// What was accepted gets on disk; then, and only then, it is told.
    fn commit(&mut self) {
        let Some(house) = &mut self.house else { return };
        let before = self.disk.entries.len();
        let frames = house.end_commit(&mut self.disk, &mut self.dice);
        self.tally.count(&self.disk.entries[before..]);
        self.tell(frames);
    }

    fn tell(&mut self, frames: Frames) {
        for (id, frame) in frames {
            let Some(line) = self.lines.get_mut(&id).filter(|line| line.page_end && line.house_end) else { continue };
            if self.wild > 0 && self.dice.one_in(100) {
                self.tally.lost += 1;
                line.lossy = true;
                continue;
            }
            if self.wild > 0 && self.dice.one_in(50) {
                self.tally.copies += 1;
                line.down.push_back(frame.clone());
            }
            line.down.push_back(frame);
            if self.wild > 0 && line.down.len() > SLOW {
                self.tally.cuts += 1;
                line.house_leaves(&mut self.dice);
            }
        }
        self.hang_up();
    }

    /// Each end that has read everything learns that the other is gone.
    fn hang_up(&mut self) {
        for (id, line) in &mut self.lines {
            if !line.page_end && line.up.is_empty() {
                line.house_end = false;
            }
            if !line.house_end && line.down.is_empty() {
                line.page_end = false;
            }
            if !line.house_end
                && let Some(house) = &mut self.house
            {
                house.forget(*id);
            }
            let page = &mut self.pages[line.page];
            if !line.page_end && page.line == Some(*id) {
                (page.line, page.welcomed) = (None, false);
            }
        }
        self.lines.retain(|_, line| line.page_end || line.house_end);
    }

    /// A page without a line gets one, if somebody answers.
    fn dial(&mut self, number: usize) {
        let page = &mut self.pages[number];
        if page.line.is_some() || self.house.is_none() {
            return;
        }
        self.dialled += 1;
        let mut line = Line::of(number);
        line.up.push_back(page.hello());
        self.lines.insert(self.dialled, line);
        page.line = Some(self.dialled);
    }

    fn leave(&mut self, number: usize) {
        let page = &mut self.pages[number];
        page.welcomed = false;
        if let Some(line) = page.line.take().and_then(|id| self.lines.get_mut(&id)) {
            line.page_leaves(&mut self.dice);
        }
    }

    fn open(&mut self) {
        if self.house.is_none() {
            self.house = Some(House::open(&self.disk, &mut self.dice));
        }
    }

    /// Something breaks, or somebody is impatient.
    fn fault(&mut self, number: usize) {
        match self.dice.below(8) {
            0 => self.crash(),
            1..=2 => {
                self.tally.reloads += 1;
                self.leave(number);
                let rendered = self.disk.rendered(&mut self.dice);
                self.pages[number].reload(rendered);
            }
            3 => self.send_all(number),
            4 => {
                let line = self.pages[number].line.and_then(|id| self.lines.get_mut(&id));
                line.into_iter().for_each(|line| line.house_leaves(&mut self.dice));
                self.tally.cuts += 1;
            }
            _ => {
                self.tally.cuts += 1;
                self.leave(number);
            }
        }
        self.hang_up();
    }

    fn crash(&mut self) {
        let Some(house) = self.house.take() else { return };
        self.tally.crashes += 1;
        let before = self.disk.entries.len();
        house.crash(&mut self.disk, &mut self.dice);
        self.tally.count(&self.disk.entries[before..]);
        self.copies.clear();
        self.lines.values_mut().for_each(|line| line.house_leaves(&mut self.dice));
    }
}
