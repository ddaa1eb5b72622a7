-- +goose Up
-- docs/store.md says what the tables and columns are. Of articles that are in the record already the new columns are worked out by rapporteur check --rebuild.

ALTER TABLE parts ADD COLUMN side TEXT NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN side_name TEXT NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN root INTEGER NOT NULL DEFAULT 0;
ALTER TABLE points ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
ALTER TABLE talks ADD COLUMN dispute TEXT NOT NULL DEFAULT '';
ALTER TABLE talks ADD COLUMN matter TEXT NOT NULL DEFAULT '';

-- Worked out: negotiations as they stand, and who moved.

CREATE TABLE processes (
    grp INTEGER PRIMARY KEY, id INTEGER NOT NULL, name TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL, moved TEXT NOT NULL, stage TEXT NOT NULL,
    dispute TEXT NOT NULL, reports INTEGER NOT NULL, searched TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE process_names (grp INTEGER NOT NULL, what TEXT NOT NULL, name TEXT NOT NULL, side TEXT NOT NULL, PRIMARY KEY (what, name, grp, side)) WITHOUT ROWID;
CREATE TABLE changes (
    grp INTEGER NOT NULL, ordinal INTEGER NOT NULL, n INTEGER NOT NULL, day TEXT NOT NULL, kind TEXT NOT NULL, side TEXT NOT NULL, actor TEXT NOT NULL, issue TEXT NOT NULL,
    stance_from TEXT NOT NULL, stance_to TEXT NOT NULL, disputed INTEGER NOT NULL, outlets TEXT NOT NULL, evidence TEXT NOT NULL, evidence_before TEXT NOT NULL,
    PRIMARY KEY (grp, ordinal)
) WITHOUT ROWID;
CREATE TABLE stale (grp INTEGER PRIMARY KEY);
INSERT INTO stale (grp) SELECT DISTINCT grp FROM nodes WHERE kind = 116;

CREATE INDEX processes_moved ON processes (moved, id);
CREATE INDEX process_names_grp ON process_names (grp);
CREATE INDEX changes_day ON changes (day, n);
CREATE INDEX changes_side ON changes (side, day, n);
CREATE INDEX changes_kind ON changes (kind, day, n);
CREATE INDEX parts_root ON parts (root) WHERE root <> 0;
