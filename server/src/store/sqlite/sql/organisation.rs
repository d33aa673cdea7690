//! The statements of accounts, invitations, the register, and of keeping and erasing.

statements! {
    ACCOUNT = "SELECT o.id, login, standing FROM sign_ins s JOIN organisers o ON o.id = s.organiser WHERE visitor = ?1";
    ACCOUNTS = "SELECT id, login, standing FROM organisers ORDER BY id";
    ACCOUNT_BY_ID = "SELECT id, login, standing FROM organisers WHERE id = ?1";
    ADD_ACCOUNT = "INSERT INTO organisers (login, login_key, password_hash, standing) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (login_key) DO NOTHING RETURNING id";
    OTHERS_ORGANISE = "SELECT EXISTS (SELECT 1 FROM organisers WHERE standing = 'organises' AND id <> ?1)";
    /// The seats that an account gave its browsers: not those that came by a secret, which is taken back for itself.
    LEAVE_SEATS = "UPDATE seats SET visitor = NULL, board = NULL, name = '', name_key = NULL
        WHERE role = 'facilitator' AND by_grant IS NULL
            AND visitor IN (SELECT visitor FROM sign_ins WHERE organiser = ?1) RETURNING workshop";
    SIGN_ALL_OUT = "DELETE FROM sign_ins WHERE organiser = ?1";
    REMOVE_ACCOUNT = "DELETE FROM organisers WHERE id = ?1";
    WORKSHOP_ID = "SELECT id FROM workshops WHERE number = ?1";

    INVITE = "INSERT INTO invitations (hash, name, standing, made, expires) VALUES (?1, ?2, ?3, ?4, ?5)";
    INVITED = "SELECT number, name, standing, made, expires FROM invitations WHERE hash = ?1";
    INVITATION = "SELECT number, name, standing, made, expires FROM invitations WHERE number = ?1";
    INVITATIONS = "SELECT number, name, standing, made, expires FROM invitations ORDER BY number";
    UNINVITE = "DELETE FROM invitations WHERE number = ?1";

    WRITE_DOWN = "INSERT INTO register (at, who, act, mark, workshop) VALUES (?1, ?2, ?3, ?4, ?5)";
    REGISTER = "SELECT at, who, act, mark, workshop, count(*) OVER () FROM register
        ORDER BY number DESC LIMIT ?1 OFFSET ?2";

    RETENTION = "SELECT names, boards, copies, since, awake FROM retention";
    WAKE = "UPDATE retention SET awake = iif(?1 - swept > ?2, ?1, awake), swept = ?1";
    SET_RETENTION = "UPDATE retention SET names = ?1, boards = ?2, copies = ?3, since = ?4";
    /// The last entry of a log is the one with the last place: asking for the latest time would read them all. What is
    /// quiet is found first: the library asks this each time, and only the rest is asked about those few.
    KEPT = "SELECT w.id, w.title,
            iif(i.came > 0, i.came, max(w.created, coalesce(l.at, 0), coalesce(c.at, 0))) AS last,
            l.at IS NOT NULL,
            EXISTS (SELECT 1 FROM seats WHERE workshop = w.number AND name <> ''),
            (SELECT count(*) FROM marks m JOIN boards b ON b.number = m.board WHERE b.workshop = w.number),
            (SELECT b.id FROM marks m JOIN boards b ON b.number = m.board WHERE b.workshop = w.number
                ORDER BY m.id DESC LIMIT 1)
        FROM workshops w
        LEFT JOIN (SELECT b.workshop, max((SELECT at FROM entries e WHERE e.board = b.number ORDER BY seq DESC LIMIT 1))
            AS at FROM boards b GROUP BY b.workshop) l ON l.workshop = w.number
        LEFT JOIN closings c ON c.workshop = w.number
        LEFT JOIN imports i ON i.workshop = w.number
        WHERE (?1 IS NULL OR w.id = ?1) AND (?2 IS NULL OR iif(i.came > 0, i.came, max(w.created, coalesce(l.at, 0), coalesce(c.at, 0))) <= ?2)
        ORDER BY last, w.number";
    /// What refers to what: the child, its column, the parent, its column.
    REFERENCES = "SELECT m.name, f.\"from\", f.\"table\", f.\"to\"
        FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY m.name";
    EMPTY_WAL = "PRAGMA wal_checkpoint(TRUNCATE)";
}
