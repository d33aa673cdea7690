//! The debrief sheet: what the boards say of it, what people wrote, who may do what with it.
//!
//! Those who organise and those who facilitate the workshop write it, also a week later. The people of the room read
//! it from the closing on, without what the deck's key says and without the answers about the workshop: at a table of
//! four, these would have names. Those whose account is for reading read what was validated, without those answers.

use super::library::mark_local;
use super::{Machine, table_of, told};
use crate::decks::{self, Loaded};
use crate::export::{self, Sent};
use crate::faces;
use crate::store::{FieldEdit, SeatRow, Validation, Workshop, WrittenField};
use crate::typed::line;
use app::api::*;
use app::debrief::{Sources, ToldBlock, begun, told as in_words};
use app::routes::Paper;
use app::text::{day_of, words};
use async_trait::async_trait;
use board::deck::{Grade, Lang};
use board::{BoardId, Day, Document, Findings, Millis, Phase, Rejection, Retrospect, Role, Seq, WorkshopId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

#[async_trait]
impl Debriefs for Machine {
    async fn debrief(&self, who: Visitor, workshop: WorkshopId, wish: DebriefWish) -> Result<DebriefOpening, AppError> {
        match self.writes_debrief(who, workshop).await {
            Err(AppError::NotFound) if self.organiser(who).await == Err(AppError::ReadsOnly) => {
                let workshop = self.store.workshop(workshop).await.map_err(told)?.ok_or(AppError::NotFound)?;
                self.sheet(who, workshop, wish, Eyes::Readers).await
            }
            workshop => self.sheet(who, workshop?, wish, Eyes::Leaders).await,
        }
    }

    async fn write_debrief(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        fields: BTreeMap<FieldId, TypedField>,
    ) -> Result<(), AppError> {
        let workshop = self.writes_debrief(who, workshop).await?;
        let edit = |(field, typed): (FieldId, TypedField)| {
            Ok(FieldEdit { field, seen: typed.seen, was: typed.was, text: sound(field.ask, &typed.text)? })
        };
        let edits = fields.into_iter().map(edit).collect::<Result<_, AppError>>()?;
        self.store.write(workshop.id, edits).await.map_err(told)
    }

    async fn choose_debrief(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        field: FieldId,
        seen: u32,
        text: &str,
    ) -> Result<(), AppError> {
        let workshop = self.writes_debrief(who, workshop).await?;
        let text = sound(field.ask, text)?;
        let chosen = self.store.choose(workshop.id, field, seen, &text).await.map_err(told)?;
        if chosen { Ok(()) } else { Err(AppError::Overtaken) }
    }

    async fn validate_debrief(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        (seen, told_then): (u64, u64),
        ends: bool,
    ) -> Result<(), AppError> {
        let workshop = self.writes_debrief(who, workshop).await?;
        let id = workshop.id;
        let gathered = self.gathered(&workshop, Eyes::Leaders).await?;
        let (fields, _) = self.draft(&workshop, &gathered).await?;
        let content = kept(gathered, fields);
        // A table may have decided something since, and what is validated was read.
        if sum(&content) != told_then {
            return Err(AppError::Overtaken);
        }
        match self.store.validate(id, seen, crate::now(), &content).await.map_err(told)? {
            Validation::Kept(_) if ends => self.close_workshop(who, id).await,
            Validation::Kept(_) => Ok(()),
            Validation::Changed | Validation::Undecided => Err(AppError::Overtaken),
        }
    }

    async fn debrief_in_the_room(&self, who: Visitor, board: BoardId) -> Result<Option<DebriefOpening>, AppError> {
        let (workshop, _) = self.seat_at(who, board).await?;
        let (snapshot, _) = self.rooms.look(board).await?;
        let over = self.store.is_closed(workshop.id).await.map_err(told)?;
        if snapshot.document.phase != Phase::Closing && !over {
            return Ok(None);
        }
        self.sheet(who, workshop, DebriefWish::Last, Eyes::Room).await.map(Some)
    }

    async fn debrief_on_screen(&self, who: Visitor, board: BoardId) -> Result<Vec<ToldBlock>, AppError> {
        let sheet = self.debrief_in_the_room(who, board).await?;
        let sheet = sheet.filter(|sheet| matches!(sheet.validity, Validity::Draft { .. }));
        Ok(sheet.map(|sheet| in_words(words(who.lang), &sheet)).unwrap_or_default())
    }
}

/// Who reads: what the room must not see never leaves for it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Eyes {
    /// Those who organise or facilitate.
    Leaders,
    /// Those whose account is for reading.
    Readers,
    /// Everybody else who was there.
    Room,
}

/// What the logs and the answers of a workshop say, now.
#[derive(Clone)]
struct Gathered {
    tables: Vec<(KeptTable, Document)>,
    feedback: Vec<Feedback>,
    /// When the first thing happened.
    held: Option<Day>,
}

impl Machine {
    /// The sheet on this paper, with the name of its file.
    ///
    /// # Errors
    /// Those of the page; [`AppError::TryAgain`] when the document cannot be made.
    pub async fn debrief_file(
        &self,
        who: Visitor,
        workshop: WorkshopId,
        wish: DebriefWish,
        paper: Paper,
    ) -> Result<(String, Sent), AppError> {
        let opening = self.debrief(who, workshop, wish).await?;
        let version = match opening.validity {
            Validity::Draft { .. } => words(who.lang).debrief().file_draft.to_owned(),
            Validity::Valid { number, .. } => format!("v{number}"),
        };
        let (slug, deck_version) = &opening.deck;
        let loaded = decks::played(&*self.store, slug, deck_version).await.map_err(told)?.ok_or(AppError::NotFound)?;
        let sent = self.at_leisure(move || export::debrief(&opening, &loaded.deck, words(who.lang), paper)).await?;
        let sent = sent.map_err(|error| {
            tracing::error!(%error, %workshop, "a debrief sheet could not be put on paper");
            AppError::TryAgain
        })?;
        Ok((paper.name().replace(".pdf", &format!("-{version}.pdf")), sent))
    }

    /// The workshop, for somebody who may write its sheet: whoever organises, or facilitates there. Nobody takes a seat
    /// by it.
    async fn writes_debrief(&self, who: Visitor, id: WorkshopId) -> Result<Workshop, AppError> {
        let workshop = self.store.workshop(id).await.map_err(told)?.ok_or(AppError::NotFound)?;
        if self.store.signed_in(who.id).await.map_err(told)?.is_some() {
            return Ok(workshop);
        }
        let seat = self.store.seat_of(id, who.id).await.map_err(told)?;
        seat.filter(|seat| seat.role == Role::Facilitator).map(|_| workshop).ok_or(AppError::NotFound)
    }

    /// A sheet of a workshop, whoever reads it.
    async fn sheet(
        &self,
        who: Visitor,
        workshop: Workshop,
        wish: DebriefWish,
        eyes: Eyes,
    ) -> Result<DebriefOpening, AppError> {
        let number = match wish {
            DebriefWish::Version(number) => Some(number),
            _ => None,
        };
        let valid = match wish {
            DebriefWish::Draft => None,
            _ => self.store.debrief(workshop.id, number).await.map_err(told)?,
        };
        let (validity, fields, tables, feedback) = match valid {
            Some(valid) => {
                let fields = (&valid.content).into();
                let validity = Validity::Valid { number: valid.number, at: valid.at };
                let mut tables = Vec::new();
                for table in valid.content.tables {
                    // What was validated stays, even where its picture cannot be read any more.
                    let at = self.store.board_at(table.board, Some(table.seq)).await.map_err(told).ok().flatten();
                    tables.push((table, at.map(|snapshot| snapshot.document).unwrap_or_default()));
                }
                (validity, fields, tables, valid.content.feedback)
            }
            None if number.is_some() || eyes == Eyes::Readers => return Err(AppError::NotFound),
            None => {
                let gathered = self.gathered(&workshop, eyes).await?;
                let (fields, seen) = self.draft(&workshop, &gathered).await?;
                let told = sum(&kept(gathered.clone(), fields.clone()));
                (Validity::Draft { seen, told }, fields, gathered.tables, gathered.feedback)
            }
        };
        let loaded = self.deck_of(&workshop).await?;
        let tables = tables.into_iter().map(|(table, document)| shown(who, &workshop, &loaded, table, document, eyes));
        Ok(DebriefOpening {
            tables: tables.collect(),
            versions: self.store.validated(workshop.id).await.map_err(told)?,
            closed: self.store.is_closed(workshop.id).await.map_err(told)?,
            feedback: (eyes == Eyes::Leaders).then_some(feedback),
            reads_only: eyes != Eyes::Leaders,
            workshop: workshop.id,
            title: workshop.title,
            format: workshop.format,
            deck: (workshop.deck, workshop.deck_version),
            validity,
            fields,
        })
    }

    /// What the boards say now. For the eyes of the room no log is folded: many phones may follow the sheet.
    async fn gathered(&self, workshop: &Workshop, eyes: Eyes) -> Result<Gathered, AppError> {
        let seats = self.store.seats(workshop.id).await.map_err(told)?;
        let mut gathered = Gathered { tables: Vec::new(), feedback: Vec::new(), held: None };
        for &board in &workshop.boards {
            let first = self.store.legible(board, Seq(1)).await.map_err(told)?.0.first().map(|entry| day_of(entry.at));
            gathered.held = [gathered.held, first].into_iter().flatten().min();
            let here = |seat: &&SeatRow| seat.role == Role::Participant && seat.board == Some(board);
            let people = seats.iter().filter(here).count().try_into().unwrap_or(u16::MAX);
            let (seq, document, findings) = match eyes {
                Eyes::Room => {
                    // A board that opens no more is read as far as it can be.
                    let (seq, document) = match self.rooms.look(board).await {
                        Ok((snapshot, _)) => (snapshot.seq, snapshot.document),
                        Err(_) => {
                            self.found(workshop, board, &seats).await.map(|(seq, document, _)| (seq, document))?
                        }
                    };
                    (seq, document, Findings::default())
                }
                Eyes::Leaders | Eyes::Readers => self.found(workshop, board, &seats).await?,
            };
            gathered.tables.push((KeptTable { board, seq, people, findings }, document));
            gathered.feedback.extend(self.store.feedback(board).await.map_err(told)?);
        }
        Ok(gathered)
    }

    /// A board with what it has of the key, from its log. Of a log that cannot be read to its end, the sheet says what
    /// there is.
    async fn found(
        &self,
        workshop: &Workshop,
        board: BoardId,
        seats: &[SeatRow],
    ) -> Result<(Seq, Document, Findings), AppError> {
        let facilitators = seats.iter().filter(|seat| seat.role == Role::Facilitator).map(|seat| seat.actor).collect();
        let (entries, _) = self.store.legible(board, Seq(u64::MAX)).await.map_err(told)?;
        let until = entries.last().map_or(Millis(0), |last| last.at);
        let retrospect = Retrospect::of(&entries, until, &facilitators);
        // Which links are expected does not depend on the language.
        let findings = retrospect.findings(self.deck_of(workshop).await?.key(Lang::Fr));
        Ok((entries.last().map_or(Seq(0), |last| last.seq), retrospect.document, findings))
    }

    /// The fields of the sheet that is being written, and how often it was: what people wrote, over what was validated
    /// last, over what the boards say.
    async fn draft(
        &self,
        workshop: &Workshop,
        gathered: &Gathered,
    ) -> Result<(BTreeMap<FieldId, DebriefField>, u64), AppError> {
        let written = self.store.written(workshop.id).await.map_err(told)?;
        let last = self.store.debrief(workshop.id, None).await.map_err(told)?;
        let validated = last.map(|last| last.content.fields).unwrap_or_default();
        let boards: Vec<_> = gathered.tables.iter().map(|(_, document)| document).collect();
        let (structure, kept) = (self.operator.name.as_deref(), self.operator.retention.as_deref());
        let sources = Sources { boards: &boards, held: gathered.held, structure, kept };
        let known = written.iter().map(|one| one.field).chain(validated.keys().copied());
        let mut begun = begun(&sources, known);
        begun.extend(validated);
        let field = |(id, text)| (id, DebriefField { text, ..DebriefField::default() });
        let mut fields: BTreeMap<_, _> = begun.into_iter().map(field).collect();
        let mut seen = 0;
        for WrittenField { field, version, text, rivals } in written {
            seen += u64::from(version);
            fields.insert(field, DebriefField { text, version, rivals });
        }
        Ok((fields, seen))
    }
}

/// A table as a page shows it.
fn shown(
    who: Visitor,
    workshop: &Workshop,
    loaded: &Loaded,
    table: KeptTable,
    document: Document,
    eyes: Eyes,
) -> DebriefTable {
    let key = loaded.key(who.lang);
    let findings = (eyes != Eyes::Room).then_some(table.findings);
    let met = findings.iter().flat_map(|findings| &findings.misconceptions);
    let misconceptions = met.filter_map(|(link, _)| Some((*link, key.misconceptions.get(link)?.clone())));
    let mut faces = faces::faces(&loaded.deck, &document, Role::Participant, who.lang);
    faces.backs.clear();
    mark_local(&mut faces.fronts, loaded, who.lang);
    DebriefTable {
        table: table_of(workshop, table.board),
        board: table.board,
        people: table.people,
        misconceptions: misconceptions.collect(),
        findings,
        faces,
        document,
    }
}

/// A sum of what a sheet says. Up to which entry its boards are read is not said on it.
fn sum(content: &KeptDebrief) -> u64 {
    let mut content = content.clone();
    content.tables.iter_mut().for_each(|table| table.seq = Seq(0));
    let told = serde_json::to_vec(&content).unwrap_or_default();
    let [a, b, c, d, e, f, g, h, ..] = <[u8; 32]>::from(Sha256::digest(told));
    u64::from_be_bytes([a, b, c, d, e, f, g, h])
}

/// A sheet as it is kept.
fn kept(gathered: Gathered, fields: BTreeMap<FieldId, DebriefField>) -> KeptDebrief {
    let said = fields.into_iter().map(|(id, field)| (id, field.text)).filter(|(_, text)| !text.is_empty());
    KeptDebrief {
        fields: said.collect(),
        tables: gathered.tables.into_iter().map(|(table, _)| table).collect(),
        feedback: gathered.feedback,
    }
}

/// What somebody typed, as it is kept: a line, a day or a grade; or nothing.
fn sound(ask: Ask, typed: &str) -> Result<String, AppError> {
    let text = match ask.kind() {
        Kind::Text(most) => return line(typed, most),
        Kind::Day | Kind::Grade => typed.trim(),
    };
    let right = match ask.kind() {
        Kind::Grade => text.parse().ok().and_then(Grade::new).is_some(),
        _ => Day::read(text).is_some(),
    };
    match (right || text.is_empty(), ask.kind()) {
        (true, _) => Ok(text.to_owned()),
        (false, Kind::Grade) => Err(Rejection::BadGrade.into()),
        (false, _) => Err(AppError::BadDay),
    }
}
