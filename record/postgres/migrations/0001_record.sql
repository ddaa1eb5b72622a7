-- +goose Up
-- docs/store.md says what the tables and columns are.

-- Kept: articles, sightings, readings, corrections.

CREATE TABLE articles (
    n bigint PRIMARY KEY, id text NOT NULL UNIQUE, title text NOT NULL, url text NOT NULL, author text NOT NULL, publisher text NOT NULL,
    published text NOT NULL, ref text NOT NULL, language text NOT NULL, added text NOT NULL, node bigint NOT NULL, text text NOT NULL
);
CREATE TABLE sightings (
    article bigint NOT NULL, url text NOT NULL, publisher text NOT NULL, published text NOT NULL, ref text NOT NULL,
    title text NOT NULL, author text NOT NULL, added text NOT NULL,
    PRIMARY KEY (article, url, publisher, published, ref)
);
CREATE TABLE readings (
    article bigint PRIMARY KEY, reader text NOT NULL, models text NOT NULL, published text NOT NULL, made text NOT NULL,
    format integer NOT NULL, body bytea NOT NULL
);
CREATE TABLE corrections (
    n bigint PRIMARY KEY, action text NOT NULL, who text NOT NULL, at text NOT NULL, why text NOT NULL,
    target bigint NOT NULL, article text NOT NULL, start integer NOT NULL, stop integer NOT NULL,
    other bigint NOT NULL, other_article text NOT NULL, other_start integer NOT NULL, other_stop integer NOT NULL,
    field text NOT NULL, value text NOT NULL, undoes bigint NOT NULL
);

-- Worked out: the findings as rows.

CREATE TABLE actors (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, node bigint NOT NULL, name text NOT NULL, kind text NOT NULL, entry text NOT NULL, country text NOT NULL,
    sector text NOT NULL, title text NOT NULL, body bigint NOT NULL, renamed text NOT NULL, mentions integer NOT NULL
);
CREATE TABLE statements (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, kind text NOT NULL, sourcing text NOT NULL, speaker text NOT NULL, outlet text NOT NULL,
    denies integer NOT NULL, content text NOT NULL
);
CREATE TABLE events (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, node bigint NOT NULL, type text NOT NULL, mode text NOT NULL, contexts text NOT NULL, cameo text NOT NULL,
    status text NOT NULL, historical integer NOT NULL, attributed_to text NOT NULL, statement bigint NOT NULL, location text NOT NULL,
    country text NOT NULL, geonames integer NOT NULL, located integer NOT NULL, lat double precision NOT NULL, lon double precision NOT NULL,
    date text NOT NULL, date_from text NOT NULL, date_to text NOT NULL, renamed text NOT NULL
);
CREATE TABLE figures (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, measure text NOT NULL, counted text NOT NULL, value double precision NOT NULL,
    value_max double precision NOT NULL, unit text NOT NULL, qualifier text NOT NULL, location text NOT NULL, country text NOT NULL,
    geonames integer NOT NULL, date text NOT NULL, date_from text NOT NULL, date_to text NOT NULL, attributed_to text NOT NULL,
    statement bigint NOT NULL
);
CREATE TABLE places (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, name text NOT NULL, kind text NOT NULL, country text NOT NULL, admin1 text NOT NULL,
    geonames integer NOT NULL, located integer NOT NULL, lat double precision NOT NULL, lon double precision NOT NULL
);
CREATE TABLE dates (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, type text NOT NULL, value text NOT NULL, date_from text NOT NULL, date_to text NOT NULL,
    modifier text NOT NULL
);
CREATE TABLE talks (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, node bigint NOT NULL, subject text NOT NULL, stage text NOT NULL, venue text NOT NULL,
    renamed text NOT NULL
);
CREATE TABLE points (
    n bigint PRIMARY KEY, id bigint NOT NULL, article bigint NOT NULL, ordinal integer NOT NULL, mark integer NOT NULL, day text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL, sentence_start integer NOT NULL, sentence_stop integer NOT NULL,
    spans text NOT NULL, rule text NOT NULL, talks bigint NOT NULL, proposal bigint NOT NULL, kind text NOT NULL, holder text NOT NULL,
    code text NOT NULL, issue text NOT NULL, phases integer NOT NULL
);
CREATE TABLE parts (
    finding bigint NOT NULL, role text NOT NULL, ordinal integer NOT NULL, actor bigint NOT NULL, name text NOT NULL,
    start integer NOT NULL, stop integer NOT NULL, words text NOT NULL,
    PRIMARY KEY (finding, role, ordinal)
);

-- Worked out: what mentions are to linking, and where corrections land.

CREATE TABLE nodes (n bigint PRIMARY KEY, kind integer NOT NULL, hash bigint NOT NULL UNIQUE, grp bigint NOT NULL, told bytea NOT NULL);
CREATE TABLE keys (hash bigint NOT NULL, node bigint NOT NULL, PRIMARY KEY (hash, node));
CREATE TABLE laid (correction bigint NOT NULL, slot integer NOT NULL, finding bigint NOT NULL, PRIMARY KEY (correction, slot));

CREATE INDEX actors_node ON actors (node);
CREATE INDEX actors_name ON actors (name);
CREATE INDEX events_node ON events (node);
CREATE INDEX events_day ON events (day);
CREATE INDEX events_type ON events (type, day);
CREATE INDEX events_country ON events (country, day);
CREATE INDEX events_location ON events (location, day);
CREATE INDEX statements_day ON statements (day);
CREATE INDEX figures_measure ON figures (measure, day);
CREATE INDEX figures_country ON figures (country, measure, day);
CREATE INDEX figures_day ON figures (day);
CREATE INDEX places_geonames ON places (geonames);
CREATE INDEX places_name ON places (name);
CREATE INDEX talks_node ON talks (node);
CREATE INDEX talks_day ON talks (day);
CREATE INDEX points_day ON points (kind, day);
CREATE INDEX points_talks ON points (talks);
CREATE INDEX parts_actor ON parts (actor);
CREATE INDEX nodes_grp ON nodes (grp);
CREATE INDEX articles_node ON articles (node);
CREATE INDEX articles_published ON articles (published);
CREATE INDEX articles_publisher ON articles (publisher, published);

-- Full text.

-- A tsvector holds a megabyte at most: of a longer text the beginning is searched.
ALTER TABLE articles ADD COLUMN searched tsvector GENERATED ALWAYS AS
    (setweight(to_tsvector('english', title), 'A') || to_tsvector('english', left(text, 200000))) STORED;
ALTER TABLE statements ADD COLUMN searched tsvector GENERATED ALWAYS AS (to_tsvector('english', left(content, 200000))) STORED;
CREATE INDEX articles_searched ON articles USING gin (searched);
CREATE INDEX statements_searched ON statements USING gin (searched);
