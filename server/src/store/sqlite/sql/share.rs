//! The statements of read-only links.

statements! {
    SHARE = "INSERT INTO shares (hash, mark, note, made, expires, origins)
        SELECT ?1, id, ?3, ?4, ?5, ?6 FROM marks WHERE id = ?2";
    SHARED = "SELECT number, mark, note, made, expires, opened, origins FROM shares WHERE hash = ?1";
    SHARES = "SELECT number, mark, note, made, expires, opened, origins FROM shares WHERE mark = ?1 ORDER BY number";
    OPENED = "UPDATE shares SET opened = opened + 1 WHERE number = ?1";
    UNSHARE = "DELETE FROM shares WHERE mark = ?1 AND number = ?2";
}
