//! Every statement, in one place, so that one test can have SQLite prepare them all.
//!
//! What the migrations have applied is asked through sqlx, which owns that table.

use sqlx::{AssertSqlSafe, SqlSafeStr, SqlStr};
use std::sync::{Arc, LazyLock};

/// The most rows that one statement appends. A larger append takes several, in one transaction.
pub(super) const MOST_ROWS: usize = 64;

macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident = $sql:expr;)*) => {
        $($(#[$doc])* pub(in crate::store) const $name: &str = $sql;)*

        /// Every constant above, with its name.
        #[cfg(test)]
        pub(in crate::store) const ALL: &[(&str, &str)] = &[$((stringify!($name), $name)),*];
    };
}

pub(super) mod organisation;
pub(super) mod share;

statements! {
    // Settings, read back.
    JOURNAL_MODE = "PRAGMA journal_mode";
    SYNCHRONOUS = "PRAGMA synchronous";
    FOREIGN_KEYS = "PRAGMA foreign_keys";
    BUSY_TIMEOUT = "PRAGMA busy_timeout";
    APPLICATION_ID = "PRAGMA application_id";
    VERSION = "SELECT sqlite_version()";
    COUNT_TABLES = "SELECT count(*) FROM sqlite_schema";

    CHECKPOINT_WAL = "PRAGMA wal_checkpoint(PASSIVE)";

    // Transactions. `IMMEDIATE` takes the write lock at once: a lock taken halfway fails without waiting.
    BEGIN = "BEGIN IMMEDIATE";
    COMMIT = "COMMIT";
    ROLLBACK = "ROLLBACK";

    // Logs.
    HEAD = "SELECT number, coalesce((SELECT max(seq) FROM entries WHERE board = number), 0) FROM boards WHERE id = ?1";
    BOARD = "SELECT number FROM boards WHERE id = ?1";
    /// The whole log at a glance: how many, up to where, and the ids of all ops in order as one text. One row instead
    /// of one per entry: handing a row over costs more than reading it.
    GLANCE = "SELECT b.number, count(e.seq), coalesce(max(e.seq), 0), coalesce(group_concat(hex(e.op_id), '' ORDER BY e.seq), '')
        FROM boards b LEFT JOIN entries e ON e.board = b.number WHERE b.id = ?1 GROUP BY b.number";
    FIRST_HOLE = "SELECT before, seq FROM
        (SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before FROM entries WHERE board = ?1)
        WHERE seq <> before + 1 ORDER BY seq LIMIT 1";
    ENTRIES = "SELECT seq, actor, at, op FROM entries WHERE board = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq";
    RECORDS = "SELECT seq, op_id, actor, at, op FROM entries WHERE board = ?1 AND seq >= ?2 AND seq <= ?3 ORDER BY seq";
    CHECKPOINTS = "SELECT seq, content FROM checkpoints WHERE board = ?1 AND seq <= ?2 ORDER BY seq DESC";
    KEEP_CHECKPOINT = "INSERT OR REPLACE INTO checkpoints (board, seq, content) VALUES (?1, ?2, ?3)";
    DROP_CHECKPOINTS = "DELETE FROM checkpoints WHERE board = ?1 AND seq NOT IN
        (SELECT seq FROM checkpoints WHERE board = ?1 ORDER BY seq DESC LIMIT 2)";

    // Workshops.
    KEEP_WORKSHOP = "INSERT INTO workshops (id, title, code, deck, deck_version, format, open, assigned, created)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (code) DO NOTHING";
    KEEP_BOARD = "INSERT INTO boards (id, workshop, place) VALUES (?1, ?2, ?3)";
    WORKSHOP_NUMBER = "SELECT number FROM workshops WHERE id = ?1";
    WORKSHOP = "SELECT number, id, title, code, deck, deck_version, format, open, assigned, created FROM workshops
        WHERE id = ?1";
    WORKSHOP_BY_CODE = "SELECT number, id, title, code, deck, deck_version, format, open, assigned, created FROM workshops
        WHERE code = ?1";
    WORKSHOP_OF_BOARD = "SELECT w.number, w.id, title, code, deck, deck_version, format, open, assigned, created
        FROM workshops w JOIN boards b ON b.workshop = w.number WHERE b.id = ?1";
    WORKSHOPS = "SELECT number, id, title, code, deck, deck_version, format, open, assigned, created FROM workshops
        WHERE number NOT IN (SELECT workshop FROM imports) ORDER BY created DESC, number DESC";
    BOARDS_OF = "SELECT id FROM boards WHERE workshop = ?1 ORDER BY place";
    BOARDS = "SELECT workshop, id FROM boards ORDER BY workshop, place";
    SET_OPEN = "UPDATE workshops SET open = ?2 WHERE id = ?1";
    SCRIPT = "SELECT script FROM workshops WHERE id = ?1";
    SET_SCRIPT = "UPDATE workshops SET script = ?3 WHERE id = ?1 AND script IS ?2";

    // Seats.
    SEAT_OF = "SELECT actor, visitor, b.id, role, name FROM seats s LEFT JOIN boards b ON b.number = s.board
        WHERE s.workshop = (SELECT number FROM workshops WHERE id = ?1) AND visitor = ?2";
    SEATS = "SELECT actor, visitor, b.id, role, name FROM seats s LEFT JOIN boards b ON b.number = s.board
        WHERE s.workshop = (SELECT number FROM workshops WHERE id = ?1) AND visitor IS NOT NULL ORDER BY actor";
    SEAT_BY_ACTOR = "SELECT actor, visitor, b.id, role, name FROM seats s LEFT JOIN boards b ON b.number = s.board
        WHERE s.workshop = ?1 AND actor = ?2 AND visitor IS NOT NULL";
    FACILITATED_BY = "SELECT w.id FROM seats s JOIN workshops w ON w.number = s.workshop
        WHERE visitor = ?1 AND role = 'facilitator' ORDER BY w.number";
    BOARD_AT_WORKSHOP = "SELECT number FROM boards WHERE id = ?1 AND workshop = ?2";
    LEAST_FULL = "SELECT b.number, b.id FROM boards b
        LEFT JOIN seats s ON s.workshop = b.workshop AND s.board = b.number AND s.role = 'participant'
        WHERE b.workshop = ?1 GROUP BY b.number ORDER BY count(s.actor), b.place LIMIT 1";
    TAKE_SEAT = "INSERT INTO seats (workshop, actor, visitor, board, role, name, name_key, by_grant)
        VALUES (?1, (SELECT coalesce(max(actor), 0) + 1 FROM seats WHERE workshop = ?1), ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (workshop, name_key) DO NOTHING RETURNING actor";
    RESEAT = "UPDATE OR IGNORE seats SET role = ?3, board = ?4, name = ?5, name_key = ?6, by_grant = NULL
        WHERE workshop = ?1 AND visitor = ?2";
    RAISE_SEAT = "UPDATE seats SET role = ?3, board = NULL, by_grant = ?4 WHERE workshop = ?1 AND visitor = ?2";
    MOVE_SEAT = "UPDATE seats SET board = ?3 WHERE workshop = ?1 AND actor = ?2";
    LEAVE_SEAT = "UPDATE seats SET visitor = NULL, board = NULL, name = '', name_key = NULL, by_grant = NULL
        WHERE workshop = ?1 AND actor = ?2";

    // Secrets.
    GRANT = "INSERT INTO grants (hash, workshop, role, name) VALUES (?1, ?2, ?3, ?4)";
    GRANTED = "SELECT g.number, w.id, role, name FROM grants g JOIN workshops w ON w.number = g.workshop WHERE hash = ?1";
    GRANT_BY_NUMBER = "SELECT g.number, w.id, role, name FROM grants g JOIN workshops w ON w.number = g.workshop
        WHERE g.number = ?1";
    GRANTS = "SELECT g.number, w.id, role, name FROM grants g JOIN workshops w ON w.number = g.workshop
        WHERE w.id = ?1 ORDER BY g.number";
    GRANTED_SEATS = "SELECT by_grant, actor FROM seats
        WHERE workshop = (SELECT number FROM workshops WHERE id = ?1) AND by_grant IS NOT NULL ORDER BY actor";
    REVOKE_SEATS = "UPDATE seats SET visitor = NULL, board = NULL, name = '', name_key = NULL, by_grant = NULL
        WHERE workshop = ?1 AND by_grant = ?2 RETURNING actor";
    REVOKE = "DELETE FROM grants WHERE workshop = ?1 AND number = ?2";

    // The library.
    SAVE_MARK = "INSERT INTO marks (board, seq, name, at, step, deck, deck_version) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    /// A step that ends where somebody saved is saved.
    SAVED_ALREADY = "SELECT id FROM marks WHERE board = ?1 AND seq = ?2 AND (?3 OR (step IS NULL AND name = ?4))
        ORDER BY id LIMIT 1";
    MARK = "SELECT m.id, b.id, seq, name, at, step, deck, deck_version FROM marks m JOIN boards b ON b.number = m.board
        WHERE m.id = ?1";
    IMPORTED = "SELECT m.id FROM imports i JOIN boards b ON b.workshop = i.workshop JOIN marks m ON m.board = b.number
        WHERE i.checksum = ?1 ORDER BY m.id LIMIT 1";
    KEEP_IMPORT = "INSERT INTO imports (workshop, checksum, came) VALUES (?1, ?2, ?3)";
    MARKS = "SELECT m.id, b.id, seq, name, at, step, deck, deck_version FROM marks m JOIN boards b ON b.number = m.board
        ORDER BY at DESC, m.id DESC";
    MARKS_OF = "SELECT m.id, b.id, seq, name, at, step, deck, deck_version FROM marks m JOIN boards b ON b.number = m.board
        WHERE b.id = ?1 ORDER BY seq, m.id";
    MARK_IS_THERE = "SELECT EXISTS (SELECT 1 FROM marks WHERE id = ?1)";
    SHELVE = "INSERT OR REPLACE INTO shelved (mark, title, cards, links, words, thumbnail, harvest)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    UNSHELVED = "SELECT m.id, b.id, seq, name, at, step, deck, deck_version FROM marks m JOIN boards b ON b.number = m.board
        WHERE NOT EXISTS (SELECT 1 FROM shelved WHERE mark = m.id) ORDER BY at DESC, m.id DESC LIMIT ?1";
    /// Of several marks on one board the last comes first, and of two at one place the one that somebody made.
    SHELF = "WITH found AS (
        SELECT m.id, b.id AS board, m.board AS number, m.seq, m.name, m.at, m.step, m.deck, m.deck_version,
            w.title AS workshop, b.place,
            row_number() OVER (PARTITION BY m.board ORDER BY m.seq DESC, m.step IS NOT NULL, m.id DESC) AS turn
        FROM marks m JOIN boards b ON b.number = m.board JOIN workshops w ON w.number = b.workshop
        WHERE (?1 IS NULL OR lower(hex(w.id)) IN (SELECT value FROM json_each(?1)))
            AND NOT EXISTS (SELECT 1 FROM json_each(?2)
                WHERE instr(coalesce((SELECT words FROM shelved WHERE mark = m.id), ''), value) = 0)
            AND (?3 IS NULL OR m.at >= ?3) AND (?4 IS NULL OR m.at < ?4)
            AND (?5 IS NULL OR w.format = ?5) AND (?6 IS NULL OR (m.deck = ?6 AND m.deck_version = ?7))
            AND (?8 IS NULL OR b.place = ?8) AND (?9 IS NULL OR b.id = ?9)
            AND (?10 <> 'named' OR m.step IS NULL))
        SELECT id, board, seq, name, at, step, deck, deck_version, workshop, place,
            (SELECT count(*) - 1 FROM marks WHERE marks.board = found.number), count(*) OVER ()
        FROM found WHERE ?10 <> 'last' OR turn = 1
        ORDER BY at DESC, id DESC LIMIT ?11
        OFFSET min(?12, (SELECT max(count(*) - 1, 0) / ?11 * ?11 FROM found WHERE ?10 <> 'last' OR turn = 1))";
    SHELVED = "SELECT title, cards, links, words, thumbnail, harvest FROM shelved WHERE mark = ?1";
    HARVESTS = "SELECT w.id, s.harvest FROM json_each(?1) JOIN shelved s ON s.mark = value JOIN marks m ON m.id = s.mark
        JOIN boards b ON b.number = m.board JOIN workshops w ON w.number = b.workshop";
    DECKS_ON_SHELF = "SELECT deck, deck_version FROM marks GROUP BY deck, deck_version ORDER BY max(at) DESC, deck, deck_version";
    REMARKS = "SELECT id, at, text FROM remarks WHERE mark = ?1 ORDER BY id";
    WRITE_REMARK = "INSERT INTO remarks (mark, at, text) VALUES (?1, ?2, ?3)";
    ERASE_REMARK = "DELETE FROM remarks WHERE mark = ?1 AND id = ?2";

    // Decks.
    KEEP_DECK = "INSERT INTO decks (slug, version, digest, files, kept, retired) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (slug, version) DO NOTHING";
    KEPT_DECKS = "SELECT slug, version, digest, kept, retired FROM decks ORDER BY slug, kept";
    KEPT_DECK = "SELECT slug, version, digest, kept, retired FROM decks WHERE slug = ?1 AND version = ?2";
    DECK_FILES = "SELECT files FROM decks WHERE digest = ?1 LIMIT 1";
    /// A number is given once, whether its card was taken away or not.
    NEXT_LOCAL_CARD = "SELECT nullif(max(coalesce((SELECT max(number) FROM local_cards), 0), ?1) + 1, 65536)";
    ADD_CARD = "INSERT INTO local_cards (workshop, number, lot, title, fact, away) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
    LOCAL_CARDS = "SELECT number, lot, title, fact, away FROM local_cards
        WHERE workshop = (SELECT number FROM workshops WHERE id = ?1) ORDER BY number";
    HIDDEN_CARDS = "SELECT card FROM hidden_cards WHERE workshop = (SELECT number FROM workshops WHERE id = ?1)
        ORDER BY card";
    TAKE_CARD_AWAY = "UPDATE local_cards SET away = 1 WHERE workshop = ?1 AND number = ?2";
    HIDE_CARD = "INSERT INTO hidden_cards (workshop, card) VALUES (?1, ?2) ON CONFLICT (workshop, card) DO NOTHING";
    SHOW_CARD = "DELETE FROM hidden_cards WHERE workshop = ?1 AND card = ?2";
    FLAG = "INSERT INTO flags (id, workshop, deck, version, card, text) SELECT randomblob(16), ?1, ?2, ?3, ?4, ?5
        WHERE (SELECT count(*) FROM flags WHERE workshop = ?1 AND card = ?4) < ?6";
    FLAGS = "SELECT version, card, text FROM flags WHERE deck = ?1 ORDER BY card, text, version";
    FLAG_COUNTS = "SELECT deck, count(*) FROM flags GROUP BY deck ORDER BY deck";
    RETIRE_DECK = "UPDATE decks SET retired = ?3 WHERE slug = ?1 AND version = ?2";

    // Debrief sheets.
    WRITTEN_FIELDS = "SELECT f.field, f.version, f.text, r.text FROM debrief_fields f
        LEFT JOIN debrief_rivals r ON r.workshop = f.workshop AND r.field = f.field
        WHERE f.workshop = (SELECT number FROM workshops WHERE id = ?1) ORDER BY f.field, r.text";
    WRITTEN_FIELD = "SELECT version, text FROM debrief_fields WHERE workshop = ?1 AND field = ?2";
    WRITE_FIELD = "INSERT INTO debrief_fields (workshop, field, version, text) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (workshop, field) DO UPDATE SET version = excluded.version, text = excluded.text";
    KEEP_RIVAL = "INSERT INTO debrief_rivals (workshop, field, text) VALUES (?1, ?2, ?3)
        ON CONFLICT (workshop, field, text) DO NOTHING";
    HAS_RIVALS = "SELECT EXISTS (SELECT 1 FROM debrief_rivals WHERE workshop = ?1 AND field = ?2)";
    FORGET_RIVALS = "DELETE FROM debrief_rivals WHERE workshop = ?1 AND field = ?2";
    DEBRIEF_STATE = "SELECT (SELECT coalesce(sum(version), 0) FROM debrief_fields WHERE workshop = ?1),
        EXISTS (SELECT 1 FROM debrief_rivals WHERE workshop = ?1)";
    LAST_DEBRIEF = "SELECT number, at, content FROM debriefs WHERE workshop = ?1 ORDER BY number DESC LIMIT 1";
    KEEP_DEBRIEF = "INSERT INTO debriefs (workshop, number, at, content) VALUES (?1, ?2, ?3, ?4)";
    DEBRIEFS = "SELECT d.number, at FROM debriefs d JOIN workshops w ON w.number = d.workshop
        WHERE w.id = ?1 ORDER BY d.number";
    DEBRIEF = "SELECT d.number, at, content FROM debriefs d JOIN workshops w ON w.number = d.workshop
        WHERE w.id = ?1 AND (?2 IS NULL OR d.number = ?2) ORDER BY d.number DESC LIMIT 1";

    // Organisers.
    ANY_ORGANISER = "SELECT EXISTS (SELECT 1 FROM organisers)";
    ADD_ORGANISER = "INSERT INTO organisers (login, login_key, password_hash) VALUES (?1, ?2, ?3)
        ON CONFLICT (login_key) DO NOTHING RETURNING id";
    ORGANISER_BY_LOGIN = "SELECT id, password_hash FROM organisers WHERE login_key = ?1";
    SIGN_IN = "INSERT INTO sign_ins (visitor, organiser) VALUES (?1, ?2)
        ON CONFLICT (visitor) DO UPDATE SET organiser = excluded.organiser";
    SIGN_OUT = "DELETE FROM sign_ins WHERE visitor = ?1";
    SIGNED_IN = "SELECT organiser FROM sign_ins s JOIN organisers o ON o.id = s.organiser
        WHERE visitor = ?1 AND standing = 'organises'";

    // Voices.
    VOTE_CLOSED = "SELECT EXISTS (SELECT 1 FROM counts c JOIN boards b ON b.number = c.board WHERE b.workshop = ?1)";
    WORKSHOP_CLOSED = "SELECT EXISTS (SELECT 1 FROM closings WHERE workshop = ?1)";
    BOARD_AND_WORKSHOP = "SELECT number, workshop FROM boards WHERE id = ?1";
    VOTE = "INSERT INTO votes (workshop, actor, board) VALUES (?1, ?2, ?3)
        ON CONFLICT (workshop, actor) DO UPDATE SET board = excluded.board";
    VOTE_OF = "SELECT b.id FROM votes v JOIN boards b ON b.number = v.board
        WHERE v.workshop = (SELECT number FROM workshops WHERE id = ?1) AND actor = ?2";
    TURNOUT = "SELECT count(*) FROM votes WHERE workshop = (SELECT number FROM workshops WHERE id = ?1)";
    COUNT_VOTES = "INSERT INTO counts (board, votes) SELECT b.number,
        (SELECT count(*) FROM votes v JOIN seats s ON s.workshop = v.workshop AND s.actor = v.actor
            WHERE v.board = b.number AND s.board <> v.board)
        FROM boards b WHERE b.workshop = ?1 ON CONFLICT (board) DO NOTHING";
    FORGET_VOTES = "DELETE FROM votes WHERE workshop = ?1";
    COUNTED = "SELECT votes FROM counts c JOIN boards b ON b.number = c.board
        WHERE b.workshop = (SELECT number FROM workshops WHERE id = ?1) ORDER BY place";
    ANSWER = "INSERT INTO answered (workshop, actor, question) VALUES (?1, ?2, ?3)
        ON CONFLICT (workshop, actor, question) DO NOTHING";
    ANSWERED = "SELECT EXISTS (SELECT 1 FROM answered
        WHERE workshop = (SELECT number FROM workshops WHERE id = ?1) AND actor = ?2 AND question = ?3)";
    SAY_MOOD = "INSERT INTO moods (board, word, times) VALUES (?1, ?2, 1)
        ON CONFLICT (board, word) DO UPDATE SET times = times + 1";
    MOODS = "SELECT word, times FROM moods WHERE board = (SELECT number FROM boards WHERE id = ?1)
        ORDER BY times DESC, word";
    GIVE_FEEDBACK = "INSERT INTO feedback (id, board, learned, learned_what, room, wrong, missing, realistic, obstacle,
        longing, worry, anger, relief, other, worked, worked_what)
        VALUES (randomblob(16), ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
    FEEDBACK = "SELECT learned, learned_what, room, wrong, missing, realistic, obstacle,
        longing, worry, anger, relief, other, worked, worked_what
        FROM feedback WHERE board = (SELECT number FROM boards WHERE id = ?1) ORDER BY id";
    CLOSE_WORKSHOP = "INSERT INTO closings (workshop, at) VALUES (?1, ?2) ON CONFLICT (workshop) DO NOTHING";
    IS_CLOSED = "SELECT EXISTS (SELECT 1 FROM closings
        WHERE workshop = (SELECT number FROM workshops WHERE id = ?1))";
    /// A name's key must stay alone at its workshop: the number of the seat is. A seat without a name is left as it is.
    ERASE_NAMES = "UPDATE seats SET name = '', name_key = '#' || actor WHERE workshop = ?1 AND name <> ''";
    ERASE_GRANTED_NAMES = "UPDATE grants SET name = '' WHERE workshop = ?1";
    ERASE_MOODS = "DELETE FROM moods WHERE board IN (SELECT number FROM boards WHERE workshop = ?1)";
    FORGET_ANSWERED = "DELETE FROM answered WHERE workshop = ?1";

    // The follow-up.
    LEAVE = "INSERT INTO left_addresses (workshop, actor) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    HAS_LEFT = "SELECT EXISTS (SELECT 1 FROM left_addresses
        WHERE workshop = (SELECT number FROM workshops WHERE id = ?1) AND actor = ?2)";
    FORGET_LEFT = "DELETE FROM left_addresses WHERE workshop = ?1";
    KEEP_ADDRESS = "INSERT INTO reminders (asker, workshop, address, lang, since, milestone, due)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (workshop, address) DO NOTHING";
    AWAITED = "SELECT count(*) FROM reminders WHERE workshop = (SELECT number FROM workshops WHERE id = ?1)";
    DUE = "SELECT asker, w.id, address, lang, since, milestone, due, tries, again
        FROM reminders r JOIN workshops w ON w.number = r.workshop
        WHERE due <= ?1 AND sending = 0 ORDER BY due, asker LIMIT ?2";
    BEGIN_SENDING = "UPDATE reminders SET sending = 1, tries = tries + 1 WHERE asker = ?1 AND sending = 0";
    ASK = "INSERT INTO asked (hash, asker, workshop, milestone, until)
        SELECT ?1, asker, workshop, ?3, ?4 FROM reminders WHERE asker = ?2";
    SENT = "UPDATE reminders SET milestone = ?2, due = ?3, tries = 0, sending = 0, again = 0 WHERE asker = ?1";
    PUT_OFF = "UPDATE reminders SET due = ?2, sending = 0, again = max(again, ?3) WHERE asker = ?1";
    FORGET_ADDRESS = "DELETE FROM reminders WHERE asker = ?1";
    FORGET_ADDRESSES = "DELETE FROM reminders WHERE workshop = (SELECT number FROM workshops WHERE id = ?1)";
    INTERRUPTED = "SELECT asker, w.id, address, lang, since, milestone, due, tries, again
        FROM reminders r JOIN workshops w ON w.number = r.workshop WHERE sending = 1 ORDER BY asker";
    SEND_AGAIN = "UPDATE reminders SET sending = 0, again = 1 WHERE sending = 1 AND again = 0";
    FORGET_ASKED = "DELETE FROM asked WHERE until <= ?1";
    FORGET_OLD_ADDRESSES = "DELETE FROM reminders WHERE since < ?1";
    ASKED = "SELECT asker, w.id, milestone, until, EXISTS (SELECT 1 FROM reminders r WHERE r.asker = a.asker)
        FROM asked a JOIN workshops w ON w.number = a.workshop WHERE hash = ?1 AND until > ?2";
    ANSWER_ASKED = "INSERT INTO became (asker, board, action, milestone, status) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (asker, board, action, milestone) DO UPDATE SET status = excluded.status";
    ANSWERS_OF = "SELECT b.id, action, milestone, status FROM became a JOIN boards b ON b.number = a.board
        WHERE asker = ?1 ORDER BY place, action, milestone";
    SHARES = "SELECT b.id, action, milestone, status, count(*) FROM became a JOIN boards b ON b.number = a.board
        WHERE b.workshop = (SELECT number FROM workshops WHERE id = ?1) GROUP BY b.number, action, milestone, status";
    STATE = "INSERT INTO statements (board, action, milestone, status, word, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (board, action, milestone) DO UPDATE SET status = excluded.status, word = excluded.word, at = excluded.at";
    UNSTATE = "DELETE FROM statements WHERE board = ?1 AND action = ?2 AND milestone = ?3";
    STATEMENTS = "SELECT b.id, action, milestone, status, word, at FROM statements s JOIN boards b ON b.number = s.board
        WHERE b.workshop = (SELECT number FROM workshops WHERE id = ?1) ORDER BY place, action, milestone";
    ENDED = "SELECT at FROM closings WHERE workshop = (SELECT number FROM workshops WHERE id = ?1)";

    // The network.
    PUBLISH = "INSERT INTO network (source, matter, text, detail, venue, contact, until)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    WITHDRAW = "DELETE FROM network WHERE id = ?1";
    PUBLISHED = "SELECT id, source, matter, text, detail, venue, contact, until FROM network
        WHERE until >= ?1 ORDER BY until, id";
    FORGET_SOURCE = "DELETE FROM network WHERE source = ?1";
    FORGET_PAST = "DELETE FROM network WHERE until < ?1";

    // Sessions.
    CREATE_SESSION = "INSERT INTO sessions (hash, content, expires) VALUES (?1, ?2, ?3) ON CONFLICT (hash) DO NOTHING";
    SAVE_SESSION = "INSERT INTO sessions (hash, content, expires) VALUES (?1, ?2, ?3)
        ON CONFLICT (hash) DO UPDATE SET content = excluded.content, expires = excluded.expires";
    SESSION = "SELECT content, expires FROM sessions WHERE hash = ?1 AND expires > ?2";
    DELETE_SESSION = "DELETE FROM sessions WHERE hash = ?1";
    DELETE_EXPIRED_SESSIONS = "DELETE FROM sessions WHERE expires <= ?1";

    // Backups.
    COPY_INTO = "VACUUM INTO ?1";
    INTEGRITY = "PRAGMA integrity_check(1)";
    DANGLING = "SELECT count(*) FROM pragma_foreign_key_check";
}

/// Appends this many rows, from 1 to [`MOST_ROWS`], in one statement: on its own it is a transaction of its own.
pub(super) fn append(rows: usize) -> SqlStr {
    static BY_ROWS: LazyLock<Vec<Arc<str>>> = LazyLock::new(|| {
        let text = |rows| {
            let values = vec!["(?,?,?,?,?,?)"; rows].join(",");
            format!("INSERT INTO entries (board, seq, op_id, actor, at, op) VALUES {values}").into()
        };
        (1..=MOST_ROWS).map(text).collect()
    });
    AssertSqlSafe(Arc::clone(&BY_ROWS[rows - 1])).into_sql_str()
}
