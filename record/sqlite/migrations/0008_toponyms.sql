-- +goose Up
-- What questions by the name of a place need first: all ids of GeoNames that it has. docs/store.md.
DROP INDEX places_name;
CREATE INDEX places_name ON places (name, geonames);
