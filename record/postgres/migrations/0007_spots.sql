-- +goose Up
-- What questions by place need of statements and figures, and how the keys of nodes are made: docs/store.md. Of articles that are in the
-- record already both are worked out by rapporteur check --rebuild.
CREATE TABLE spots (finding bigint NOT NULL, place bigint NOT NULL, PRIMARY KEY (finding, place));
CREATE INDEX spots_place ON spots (place);
ALTER TABLE state ADD COLUMN linking bigint NOT NULL DEFAULT 0;
