-- +goose Up
-- What questions over many reports need: docs/store.md.

-- How often the record was changed.
CREATE TABLE state (version INTEGER NOT NULL);
INSERT INTO state (version) VALUES (1);

-- The names of actors and places, for their words.
CREATE TABLE names (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE names_words USING fts5(name, content='names', content_rowid='n', tokenize='unicode61 remove_diacritics 2');
-- +goose StatementBegin
CREATE TRIGGER names_added AFTER INSERT ON names BEGIN
    INSERT INTO names_words(rowid, name) VALUES (new.n, new.name);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER names_gone AFTER DELETE ON names BEGIN
    INSERT INTO names_words(names_words, rowid, name) VALUES ('delete', old.n, old.name);
END;
-- +goose StatementEnd
INSERT INTO names (name) SELECT name FROM actors UNION SELECT renamed FROM actors WHERE renamed <> '' UNION SELECT name FROM places;

DROP INDEX actors_name;
CREATE INDEX actors_name ON actors (name, node);
CREATE INDEX actors_entry ON actors (entry, node) WHERE entry <> '';
CREATE INDEX actors_renamed ON actors (renamed, node) WHERE renamed <> '';
CREATE INDEX actors_country ON actors (country);
CREATE INDEX actors_day ON actors (day);
CREATE INDEX events_geonames ON events (geonames, day);
CREATE INDEX events_lat ON events (lat, lon) WHERE located = 1;
CREATE INDEX figures_location ON figures (location);
CREATE INDEX figures_geonames ON figures (geonames);
CREATE INDEX places_day ON places (day);
CREATE INDEX laid_finding ON laid (finding);
