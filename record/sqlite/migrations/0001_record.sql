-- +goose Up
-- docs/store.md says what the tables and columns are.

-- Kept: articles, sightings, readings, corrections.

CREATE TABLE articles (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, url TEXT NOT NULL, author TEXT NOT NULL, publisher TEXT NOT NULL,
    published TEXT NOT NULL, ref TEXT NOT NULL, language TEXT NOT NULL, added TEXT NOT NULL, node INTEGER NOT NULL, text TEXT NOT NULL
);
CREATE TABLE sightings (
    article INTEGER NOT NULL, url TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL, ref TEXT NOT NULL,
    title TEXT NOT NULL, author TEXT NOT NULL, added TEXT NOT NULL,
    PRIMARY KEY (article, url, publisher, published, ref)
) WITHOUT ROWID;
CREATE TABLE readings (
    article INTEGER PRIMARY KEY, reader TEXT NOT NULL, models TEXT NOT NULL, published TEXT NOT NULL, made TEXT NOT NULL,
    format INTEGER NOT NULL, body BLOB NOT NULL
);
CREATE TABLE corrections (
    n INTEGER PRIMARY KEY, action TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL,
    target INTEGER NOT NULL, article TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    other INTEGER NOT NULL, other_article TEXT NOT NULL, other_start INTEGER NOT NULL, other_stop INTEGER NOT NULL,
    field TEXT NOT NULL, value TEXT NOT NULL, undoes INTEGER NOT NULL
);

-- Worked out: the findings as rows.

CREATE TABLE actors (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, node INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, entry TEXT NOT NULL, country TEXT NOT NULL,
    sector TEXT NOT NULL, title TEXT NOT NULL, body INTEGER NOT NULL, renamed TEXT NOT NULL, mentions INTEGER NOT NULL
);
CREATE TABLE statements (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, kind TEXT NOT NULL, sourcing TEXT NOT NULL, speaker TEXT NOT NULL, outlet TEXT NOT NULL,
    denies INTEGER NOT NULL, content TEXT NOT NULL
);
CREATE TABLE events (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, node INTEGER NOT NULL, type TEXT NOT NULL, mode TEXT NOT NULL, contexts TEXT NOT NULL,
    cameo TEXT NOT NULL, status TEXT NOT NULL, historical INTEGER NOT NULL, attributed_to TEXT NOT NULL, statement INTEGER NOT NULL,
    location TEXT NOT NULL, country TEXT NOT NULL, geonames INTEGER NOT NULL, located INTEGER NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    date TEXT NOT NULL, date_from TEXT NOT NULL, date_to TEXT NOT NULL, renamed TEXT NOT NULL
);
CREATE TABLE figures (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, measure TEXT NOT NULL, counted TEXT NOT NULL, value REAL NOT NULL, value_max REAL NOT NULL,
    unit TEXT NOT NULL, qualifier TEXT NOT NULL, location TEXT NOT NULL, country TEXT NOT NULL, geonames INTEGER NOT NULL, date TEXT NOT NULL,
    date_from TEXT NOT NULL, date_to TEXT NOT NULL, attributed_to TEXT NOT NULL, statement INTEGER NOT NULL
);
CREATE TABLE places (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL,
    geonames INTEGER NOT NULL, located INTEGER NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL
);
CREATE TABLE dates (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, date_from TEXT NOT NULL, date_to TEXT NOT NULL,
    modifier TEXT NOT NULL
);
CREATE TABLE talks (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, node INTEGER NOT NULL, subject TEXT NOT NULL, stage TEXT NOT NULL, venue TEXT NOT NULL,
    renamed TEXT NOT NULL
);
CREATE TABLE points (
    n INTEGER PRIMARY KEY, id INTEGER NOT NULL, article INTEGER NOT NULL, ordinal INTEGER NOT NULL, mark INTEGER NOT NULL, day TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL, sentence_start INTEGER NOT NULL, sentence_stop INTEGER NOT NULL,
    spans TEXT NOT NULL, rule TEXT NOT NULL, talks INTEGER NOT NULL, proposal INTEGER NOT NULL, kind TEXT NOT NULL, holder TEXT NOT NULL,
    code TEXT NOT NULL, issue TEXT NOT NULL, phases INTEGER NOT NULL
);
CREATE TABLE parts (
    finding INTEGER NOT NULL, role TEXT NOT NULL, ordinal INTEGER NOT NULL, actor INTEGER NOT NULL, name TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, words TEXT NOT NULL,
    PRIMARY KEY (finding, role, ordinal)
) WITHOUT ROWID;

-- Worked out: what mentions are to linking, and where corrections land.

CREATE TABLE nodes (n INTEGER PRIMARY KEY, kind INTEGER NOT NULL, hash INTEGER NOT NULL UNIQUE, grp INTEGER NOT NULL, told BLOB NOT NULL);
CREATE TABLE keys (hash INTEGER NOT NULL, node INTEGER NOT NULL, PRIMARY KEY (hash, node)) WITHOUT ROWID;
CREATE TABLE laid (correction INTEGER NOT NULL, slot INTEGER NOT NULL, finding INTEGER NOT NULL, PRIMARY KEY (correction, slot)) WITHOUT ROWID;

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

CREATE VIRTUAL TABLE articles_words USING fts5(title, text, content='articles', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
-- +goose StatementBegin
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
    INSERT INTO articles_words(rowid, title, text) VALUES (new.n, new.title, new.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    INSERT INTO articles_words(articles_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER articles_titled AFTER UPDATE OF title ON articles WHEN old.title <> new.title BEGIN
    INSERT INTO articles_words(articles_words, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
    INSERT INTO articles_words(rowid, title, text) VALUES (new.n, new.title, new.text);
END;
-- +goose StatementEnd
CREATE VIRTUAL TABLE statements_words USING fts5(content, content='statements', content_rowid='n', tokenize='porter unicode61 remove_diacritics 2');
-- +goose StatementBegin
CREATE TRIGGER statements_added AFTER INSERT ON statements BEGIN
    INSERT INTO statements_words(rowid, content) VALUES (new.n, new.content);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER statements_gone AFTER DELETE ON statements BEGIN
    INSERT INTO statements_words(statements_words, rowid, content) VALUES ('delete', old.n, old.content);
END;
-- +goose StatementEnd
