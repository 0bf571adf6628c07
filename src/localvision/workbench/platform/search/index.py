"""The full-text index itself: made by migration, kept by the database."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = (
    """CREATE VIRTUAL TABLE platform_search USING fts5(title, body,
       content='platform_searchentry', content_rowid='id',
       tokenize='porter unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER platform_search_added AFTER INSERT ON platform_searchentry BEGIN
       INSERT INTO platform_search(rowid, title, body) VALUES (new.id, new.title, new.body);
       END""",
    """CREATE TRIGGER platform_search_removed AFTER DELETE ON platform_searchentry BEGIN
       INSERT INTO platform_search(platform_search, rowid, title, body)
       VALUES ('delete', old.id, old.title, old.body); END""",
    """CREATE TRIGGER platform_search_changed AFTER UPDATE ON platform_searchentry BEGIN
       INSERT INTO platform_search(platform_search, rowid, title, body)
       VALUES ('delete', old.id, old.title, old.body);
       INSERT INTO platform_search(rowid, title, body) VALUES (new.id, new.title, new.body);
       END""",
)
#: normalize() and the range of combining marks fold accents without the unaccent extension.
FOLDED = "regexp_replace(normalize({column}, NFKD), '[\u0300-\u036f]', '', 'g')"
POSTGRES = (
    "ALTER TABLE platform_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS ("
    f"setweight(to_tsvector('english', {FOLDED.format(column='title')}), 'A') || "
    f"setweight(to_tsvector('english', {FOLDED.format(column='body')}), 'B')) STORED",
    "CREATE INDEX platform_search_words ON platform_searchentry USING gin(words)",
)


def make(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index that this database has."""
    for sql in POSTGRES if editor.connection.vendor == "postgresql" else SQLITE:
        editor.execute(sql)
