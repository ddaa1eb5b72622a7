-- +goose Up
-- What questions by place need of statements and figures, and how the keys of nodes are made: docs/store.md. Of articles that are in the
-- record already both are worked out by rapporteur check --rebuild.
CREATE TABLE spots (finding INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (finding, place)) WITHOUT ROWID;
CREATE INDEX spots_place ON spots (place);
ALTER TABLE state ADD COLUMN linking INTEGER NOT NULL DEFAULT 0;
