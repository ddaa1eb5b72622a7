-- +goose Up
-- What questions for identities need: docs/store.md.

-- Identities as they are asked for: of the groups of actors, how many reports name them, and the first mention of
-- the form of them that the most have.
ALTER TABLE nodes ADD COLUMN reports bigint NOT NULL DEFAULT 0;
ALTER TABLE nodes ADD COLUMN mentions bigint NOT NULL DEFAULT 0;
DROP INDEX actors_node;
CREATE INDEX actors_node ON actors (node, day);
UPDATE nodes SET (reports, mentions) = (SELECT count(*), coalesce(sum(m.mentions), 0) FROM actors m WHERE m.node = nodes.n AND m.mark >= 0) WHERE kind = 97;
CREATE TABLE identities (
    grp bigint PRIMARY KEY, n bigint NOT NULL, name text NOT NULL, kind text NOT NULL, country text NOT NULL, sector text NOT NULL, entry text NOT NULL,
    reports bigint NOT NULL, mentions bigint NOT NULL
);
INSERT INTO identities (grp, n, name, kind, country, sector, entry, reports, mentions)
SELECT t.grp, m.n, m.name, m.kind, m.country, m.sector, m.entry, t.reports, t.mentions
FROM (SELECT grp, sum(reports) AS reports, sum(mentions) AS mentions FROM nodes WHERE kind = 97 GROUP BY grp) AS t CROSS JOIN actors m WHERE m.n = (
    SELECT o.n FROM actors o WHERE o.mark >= 0 AND o.node = (SELECT x.n FROM nodes x WHERE x.grp = t.grp ORDER BY x.reports DESC, x.n LIMIT 1) ORDER BY o.day, o.n LIMIT 1);
CREATE INDEX identities_reports ON identities (reports, grp);
CREATE INDEX identities_name ON identities (name, grp);
CREATE INDEX identities_kind ON identities (kind, reports, grp);
CREATE INDEX identities_country ON identities (country, reports, grp);
