-- +goose Up
-- docs/store.md says what the tables and columns are. Of articles that are in the record already the new columns are worked out by rapporteur check --rebuild.

ALTER TABLE parts ADD COLUMN side text NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN side_name text NOT NULL DEFAULT '';
ALTER TABLE parts ADD COLUMN root bigint NOT NULL DEFAULT 0;
ALTER TABLE points ADD COLUMN told integer NOT NULL DEFAULT 1;
ALTER TABLE talks ADD COLUMN dispute text NOT NULL DEFAULT '';
ALTER TABLE talks ADD COLUMN matter text NOT NULL DEFAULT '';

-- Worked out: negotiations as they stand, and who moved.

CREATE TABLE processes (
    grp bigint PRIMARY KEY, id bigint NOT NULL, name text NOT NULL, first_day text NOT NULL, last_day text NOT NULL, moved text NOT NULL, stage text NOT NULL,
    dispute text NOT NULL, reports bigint NOT NULL, searched text NOT NULL, body text NOT NULL
);
CREATE TABLE process_names (grp bigint NOT NULL, what text NOT NULL, name text NOT NULL, side text NOT NULL, PRIMARY KEY (what, name, grp, side));
CREATE TABLE changes (
    grp bigint NOT NULL, ordinal integer NOT NULL, n bigint NOT NULL, day text NOT NULL, kind text NOT NULL, side text NOT NULL, actor text NOT NULL, issue text NOT NULL,
    stance_from text NOT NULL, stance_to text NOT NULL, disputed integer NOT NULL, outlets text NOT NULL, evidence text NOT NULL, evidence_before text NOT NULL,
    PRIMARY KEY (grp, ordinal)
);
CREATE TABLE stale (grp bigint PRIMARY KEY);
INSERT INTO stale (grp) SELECT DISTINCT grp FROM nodes WHERE kind = 116;

CREATE INDEX processes_moved ON processes (moved, id);
CREATE INDEX process_names_grp ON process_names (grp);
CREATE INDEX changes_day ON changes (day, n);
CREATE INDEX changes_side ON changes (side, day, n);
CREATE INDEX changes_kind ON changes (kind, day, n);
CREATE INDEX parts_root ON parts (root) WHERE root <> 0;
