-- +goose Up
-- What watch follows, and the addresses that were listed there: docs/store.md.

CREATE TABLE subscriptions (
    address TEXT PRIMARY KEY, list TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, checked TEXT NOT NULL,
    next TEXT NOT NULL, failures INTEGER NOT NULL, error TEXT NOT NULL, faults INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE leads (
    address TEXT PRIMARY KEY, list TEXT NOT NULL, title TEXT NOT NULL, publisher TEXT NOT NULL, published TEXT NOT NULL, state INTEGER NOT NULL,
    tries INTEGER NOT NULL, next TEXT NOT NULL, error TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX subscriptions_list ON subscriptions (list);
CREATE INDEX leads_next ON leads (state, next);
CREATE INDEX leads_list ON leads (list, state);
