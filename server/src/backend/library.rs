//! The library: who may see which saved boards, a page of the shelf, and one of them to come back to.

use super::{Machine, format_of, lots, scripts, table_of, told};
use crate::decks::Loaded;
use crate::store::{Failure, Mark, ShelfLine, ShelfWish, Workshop};
use crate::typed::line;
use crate::{faces, shelf};
use app::api::*;
use app::text::{plain, start_of, words};
use async_trait::async_trait;
use board::deck::{Front, Lang};
use board::{Day, Document, Entry, Findings, Phase, Rejection, Retrospect, Role, Seat, Seq, Spent};
use std::collections::{BTreeMap, BTreeSet};

#[async_trait]
impl Library for Machine {
    async fn library(&self, who: Visitor, mut wish: LibraryWish) -> Result<LibraryOpening, AppError> {
        let (everything, facilitates) = self.reads(who).await?;
        let mut ask = asked(&wish);
        ask.workshops = (!everything).then_some(facilitates);
        let (lines, total) = self.store.shelf(&ask).await.map_err(told)?;
        wish.page = wish.page.min(total.div_ceil(ON_A_PAGE).saturating_sub(1));
        let mut shown = Vec::new();
        for line in lines {
            shown.push(self.saved_line(line).await);
        }
        let decks = self.store.decks_on_shelf().await.map_err(told)?;
        let behind = !self.store.unshelved(1).await.map_err(told)?.is_empty();
        let standing = self.account(who).await?.map(|account| account.standing);
        let organises = standing == Some(Standing::Organises);
        let reminders = if organises { self.reminders().await? } else { Vec::new() };
        let reads_only = standing == Some(Standing::Reads);
        Ok(LibraryOpening { wish, lines: shown, total, decks, behind, reminders, reads_only })
    }

    async fn saved(&self, who: Visitor, mark: i64) -> Result<SavedOpening, AppError> {
        let (mut mark, workshop) = self.may_read(who, mark).await?;
        let (document, cut) = self.board_of(&mark).await?;
        if let Some(cut) = cut {
            // Whatever leaves here says in its name that it is not the whole.
            mark.name = words(who.lang).saved().readable_up_to(&mark.name, &cut.read.to_string(), &cut.of.to_string());
        }
        self.saved_opening(who, &mark, &workshop, document).await
    }

    async fn retrospect(&self, who: Visitor, mark: i64) -> Result<RetrospectOpening, AppError> {
        let (mark, workshop) = self.may_read(who, mark).await?;
        let (retrospect, findings, cut) = self.retrospect_of(&mark, &workshop, who.lang).await?;
        let loaded = self.deck_of_mark(&mark, &workshop).await?;
        let key = loaded.key(who.lang);
        let known = findings.misconceptions.iter();
        let known = known.filter_map(|(link, _)| Some((*link, key.misconceptions.get(link)?.clone())));
        let reads_only = self.may_see(who, mark.id).await.is_err();
        let mut feedback = Vec::new();
        for &board in workshop.boards.iter().filter(|_| !reads_only) {
            feedback.extend(self.store.feedback(board).await.map_err(told)?);
        }
        let term = match self.organiser(who).await {
            Ok(()) => Some(self.term_of(workshop.id).await?),
            Err(_) => None,
        };
        let remarks = if reads_only { Vec::new() } else { self.store.remarks(mark.id).await.map_err(told)? };
        let shares = retrospect.shares();
        Ok(RetrospectOpening {
            saved: self.saved_opening(who, &mark, &workshop, retrospect.document).await?,
            workshop: workshop.id,
            board: mark.board,
            cut,
            by_itself: mark.step.is_some(),
            format: workshop.format,
            read_in: Some(loaded.deck.version.clone()).filter(|version| *version != mark.deck.1),
            deck: mark.deck,
            misconceptions: known.collect(),
            findings,
            shares,
            steps: self.steps_of(&workshop, retrospect.steps, who.lang).await?,
            moods: self.store.moods(mark.board).await.map_err(told)?,
            feedback,
            closed: self.store.is_closed(workshop.id).await.map_err(told)?,
            remarks: remarks
                .into_iter()
                .map(|remark| RemarkCard { id: remark.id, at: remark.at, text: remark.text })
                .collect(),
            others: self.store.marks_of(mark.board).await.map_err(told)?.len().saturating_sub(1),
            term,
            reads_only,
            validated: !self.store.validated(workshop.id).await.map_err(told)?.is_empty(),
        })
    }

    async fn remark(&self, who: Visitor, mark: i64, text: &str) -> Result<(), AppError> {
        let (mark, _) = self.may_see(who, mark).await?;
        let text = line(text, MAX_REMARK)?;
        if text.is_empty() {
            return Err(Rejection::Empty.into());
        }
        let written = self.store.remark(mark.id, crate::now(), &text).await.map_err(told)?;
        if written { Ok(()) } else { Err(AppError::NotFound) }
    }

    async fn erase_remark(&self, who: Visitor, mark: i64, remark: i64) -> Result<(), AppError> {
        let (mark, _) = self.may_see(who, mark).await?;
        self.store.erase_remark(mark.id, remark).await.map_err(told)
    }
}

impl Machine {
    /// A saved board and its workshop, for an organiser or for somebody who facilitates there.
    pub(super) async fn may_see(&self, who: Visitor, mark: i64) -> Result<(Mark, Workshop), AppError> {
        let (mark, workshop) = self.marked(mark).await?;
        if let Err(refused) = self.organiser(who).await {
            let seat = self.store.seat_of(workshop.id, who.id).await.map_err(told)?;
            seat.filter(|seat| seat.role == Role::Facilitator).ok_or(refused)?;
        }
        Ok((mark, workshop))
    }

    /// The same for whoever may read it and do nothing to it: those whose account is for that, too.
    pub(super) async fn may_read(&self, who: Visitor, mark: i64) -> Result<(Mark, Workshop), AppError> {
        match self.may_see(who, mark).await {
            Err(AppError::ReadsOnly) => self.marked(mark).await,
            answer => answer,
        }
    }

    async fn marked(&self, mark: i64) -> Result<(Mark, Workshop), AppError> {
        let mark = self.store.mark(mark).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let workshop = self.store.of_board(mark.board).await.map_err(told)?.ok_or(AppError::NotFound)?;
        Ok((mark, workshop))
    }

    /// What the log of a saved board says about how it was played, what the board has of the deck's key, and up to where
    /// its log can be read, if not to its end.
    pub(super) async fn retrospect_of(
        &self,
        mark: &Mark,
        workshop: &Workshop,
        lang: Lang,
    ) -> Result<(Retrospect, Findings, Option<Cut>), AppError> {
        let seats = self.store.seats(workshop.id).await.map_err(told)?;
        let facilitators = seats.iter().filter(|seat| seat.role == Role::Facilitator).map(|seat| seat.actor).collect();
        let (entries, broken) = self.store.legible(mark.board, mark.seq).await.map_err(told)?;
        let cut = broken.map(|_| cut(&entries, mark.seq));
        // A step that ended is over; one that goes on has lasted up to the last thing that happened in it.
        let last = entries.last().map_or(mark.at, |entry| entry.at);
        let mut retrospect = Retrospect::of(&entries, if mark.step.is_some() { mark.at } else { last }, &facilitators);
        if cut.is_some() {
            retrospect.document = self.board_of(mark).await?.0;
        }
        let findings = retrospect.findings(self.deck_of_mark(mark, workshop).await?.key(lang));
        Ok((retrospect, findings, cut))
    }

    /// A saved board; where its log cannot be read and no checkpoint makes up for it, the board up to there.
    async fn board_of(&self, mark: &Mark) -> Result<(Document, Option<Cut>), AppError> {
        match self.store.board_at(mark.board, Some(mark.seq)).await {
            Ok(found) => Ok((found.ok_or(AppError::NotFound)?.document, None)),
            Err(failure @ (Failure::Unreadable { .. } | Failure::Hole { .. })) => {
                tracing::error!(mark = mark.id, %failure, "a saved board is shown up to there only");
                let (entries, _) = self.store.legible(mark.board, mark.seq).await.map_err(told)?;
                let told = Retrospect::of(&entries, mark.at, &BTreeSet::new());
                Ok((told.document, Some(cut(&entries, mark.seq))))
            }
            Err(failure) => Err(told(failure)),
        }
    }

    pub(super) async fn saved_opening(
        &self,
        who: Visitor,
        mark: &Mark,
        workshop: &Workshop,
        document: Document,
    ) -> Result<SavedOpening, AppError> {
        let seats = self.store.seats(workshop.id).await.map_err(told)?.into_iter();
        let seats = seats.filter(|seat| seat.board.is_none_or(|board| board == mark.board));
        let loaded = self.deck_of_mark(mark, workshop).await?;
        let mut faces = faces::faces(&loaded.deck, &document, Role::Facilitator, who.lang);
        mark_local(&mut faces.fronts, &loaded, who.lang);
        Ok(SavedOpening {
            faces,
            local: loaded.local.iter().copied().filter(|card| document.cards.contains_key(card)).collect(),
            lots: lots(&loaded.deck, format_of(workshop)?, who.lang),
            seats: seats
                .map(|seat| Seat { actor: seat.actor, role: seat.role, name: seat.name, here: false })
                .collect(),
            seq: mark.seq,
            format: workshop.format,
            deck_version: mark.deck.1.clone(),
            card: SavedCard {
                mark: mark.id,
                name: mark.name.clone(),
                at: mark.at,
                table: table_of(workshop, mark.board),
                workshop: workshop.title.clone(),
                document,
            },
        })
    }

    /// A line of the shelf. What it shows of a board is made now if it is not there: a board that cannot be read must
    /// not hide the others, and is told to be one.
    async fn saved_line(&self, line: ShelfLine) -> SavedLine {
        let ShelfLine { mark, shelved, workshop, table, others } = line;
        let kept = shelved.and_then(|shelved| Some((shelf::thumbnail(&shelved)?, shelved)));
        let (thumbnail, shelved) = match kept {
            Some((thumbnail, shelved)) => (Some(thumbnail), shelved),
            None => match shelf::shelve(&*self.store, &mark).await {
                Ok(shelved) => (shelf::thumbnail(&shelved), shelved),
                Err(failure) => {
                    tracing::error!(mark = mark.id, %failure, "a saved board cannot be shown");
                    Default::default()
                }
            },
        };
        SavedLine {
            mark: mark.id,
            name: mark.name,
            by_itself: mark.step.is_some(),
            at: mark.at,
            workshop,
            table,
            board: mark.board,
            others,
            title: shelved.title,
            cards: shelved.cards.try_into().unwrap_or(usize::MAX),
            links: shelved.links.try_into().unwrap_or(usize::MAX),
            thumbnail,
        }
    }

    /// The steps of a workshop in the order of its script, each with the time that the table took for it; then those
    /// that the script has no more.
    async fn steps_of(
        &self,
        workshop: &Workshop,
        mut spent: BTreeMap<u8, Spent>,
        lang: Lang,
    ) -> Result<Vec<(StepCard, Option<Spent>)>, AppError> {
        let script = scripts::steps(&self.script_of(workshop).await?, Role::Participant, lang);
        let mut steps: Vec<_> = script.into_iter().map(|step| (spent.remove(&step.number), step)).collect();
        let unknown = |(number, spent): (u8, Spent)| {
            let step = StepCard {
                number,
                title: String::new(),
                minutes: spent.planned,
                phase: Phase::default(),
                lot: None,
                does: String::new(),
                says: String::new(),
            };
            (Some(spent), step)
        };
        steps.extend(spent.into_iter().map(unknown));
        Ok(steps.into_iter().map(|(spent, step)| (step, spent)).collect())
    }
}

/// Says of a workshop's own cards that they are, where boards are read afterwards and beside others.
pub(super) fn mark_local(fronts: &mut [Front], loaded: &Loaded, lang: Lang) {
    for front in fronts.iter_mut().filter(|front| loaded.local.contains(&front.card)) {
        front.title = words(lang).own_cards().local_title(&front.title);
    }
}

/// How far these entries go, of a log up to there.
fn cut(entries: &[Entry], of: Seq) -> Cut {
    Cut { read: entries.last().map_or(Seq(0), |entry| entry.seq), of }
}

/// What is asked of the store.
pub(super) fn asked(wish: &LibraryWish) -> ShelfWish {
    ShelfWish {
        workshops: None,
        words: plain(&wish.words).split_whitespace().map(str::to_owned).collect(),
        from: wish.from.map(start_of),
        before: wish.to.map(|day| start_of(Day(day.0.saturating_add(1)))),
        format: wish.format,
        deck: wish.deck.clone(),
        table: wish.table,
        board: wish.board,
        which: wish.which,
        window: (wish.page.saturating_mul(ON_A_PAGE), ON_A_PAGE),
    }
}
