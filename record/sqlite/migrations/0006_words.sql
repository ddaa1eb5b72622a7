-- +goose Up
-- What questions by place and kind need: docs/store.md.
CREATE INDEX places_words ON places (words);
CREATE INDEX places_lat ON places (lat, lon) WHERE located = 1;
CREATE INDEX statements_kind ON statements (kind, day);
