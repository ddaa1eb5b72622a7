-- +goose Up
-- What watch follows, and the addresses that were listed there: docs/store.md.

CREATE TABLE subscriptions (
    address text PRIMARY KEY, list text NOT NULL, kind text NOT NULL, title text NOT NULL, etag text NOT NULL, modified text NOT NULL, checked text NOT NULL,
    next text NOT NULL, failures integer NOT NULL, error text NOT NULL, faults integer NOT NULL
);
CREATE TABLE leads (
    address text PRIMARY KEY, list text NOT NULL, title text NOT NULL, publisher text NOT NULL, published text NOT NULL, state integer NOT NULL,
    tries integer NOT NULL, next text NOT NULL, error text NOT NULL
);

CREATE INDEX subscriptions_list ON subscriptions (list);
CREATE INDEX leads_next ON leads (state, next);
CREATE INDEX leads_list ON leads (list, state);
