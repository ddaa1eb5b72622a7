package record

import (
	"context"
	"database/sql"
	"fmt"

	"rapporteur"
)

// A KeptReading is what an article says as the record has it: as the models read
// it and corrections leave it, with the ids of its findings.
type KeptReading struct {
	Article *Article
	// Reading is for whoever works with readings. Its document has the sentences, and
	// no tokens.
	Reading *rapporteur.Reading
	Models  string // the version of the models

	ids   map[Kind][]ID
	marks map[ID]int
	at    map[ID]int
}

// IDs are the ids of the findings of a kind, in step with their list in the
// Findings: of actors, statements, events, figures, places, dates and talks.
func (k *KeptReading) IDs(kind Kind) []ID { return k.ids[kind] }

// Mark is what a person made of a finding: Rejected, Unmarked or Confirmed.
func (k *KeptReading) Mark(id ID) int { return k.marks[id] }

// Index is where a finding is in its list, -1 where there is none.
func (k *KeptReading) Index(id ID) int {
	if i, ok := k.at[id]; ok {
		return i
	}
	return rapporteur.None
}

// KeptReadings are those of articles, by their ids; what the record does not
// have is not among them.
func (r *Record) KeptReadings(ctx context.Context, ids ...string) (map[string]*KeptReading, error) {
	out := map[string]*KeptReading{}
	err := r.store.View(ctx, func(tx Tx) error {
		log, err := corrections(ctx, tx)
		if err != nil {
			return err
		}
		holds := holding(log)
		for _, id := range ids {
			a, err := article(ctx, tx, id)
			switch {
			case err != nil:
				return err
			case a == nil:
				continue
			}
			if out[id], err = keptReading(ctx, tx, a, holds); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading what %d articles say: %w", len(ids), err)
	}
	return out, nil
}

// EachReading tells of all articles, in the order in which they came into the
// record, as it is at one moment.
func (r *Record) EachReading(ctx context.Context, tell func(*KeptReading) error) error {
	err := r.store.View(ctx, func(tx Tx) error {
		log, err := corrections(ctx, tx)
		if err != nil {
			return err
		}
		holds := holding(log)
		const page = 50
		for last := int64(0); ; {
			some, err := articles(ctx, tx, "WHERE n > ? ORDER BY n LIMIT ?", last, page)
			if err != nil {
				return err
			}
			for _, a := range some {
				last = a.N
				k, err := keptReading(ctx, tx, a, holds)
				if err != nil {
					return err
				}
				if err := tell(k); err != nil {
					return err
				}
			}
			if len(some) < page {
				return nil
			}
		}
	})
	if err != nil {
		return fmt.Errorf("going through the record: %w", err)
	}
	return nil
}

func keptReading(ctx context.Context, tx Tx, a *Article, holds []Correction) (*KeptReading, error) {
	read, err := reading(ctx, tx, a.N)
	if err != nil || read == nil {
		return nil, fmt.Errorf("the reading of article %s is not there (%v)", a.ID, err)
	}
	f, all, _, _, err := corrected(a, read, holds)
	if err != nil {
		return nil, err
	}
	d := &rapporteur.Document{Article: a.report(), Reader: read.Reader}
	for _, s := range read.Sentences {
		d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: s.Span, Paragraph: s.Paragraph, Heading: s.Heading, Boilerplate: s.Boilerplate})
	}
	k := &KeptReading{Article: a, Reading: &rapporteur.Reading{Document: d, Findings: f}, Models: read.Models, ids: map[Kind][]ID{}, marks: map[ID]int{}, at: map[ID]int{}}
	for _, x := range all {
		k.at[x.id], k.marks[x.id] = len(k.ids[x.kind]), x.mark
		k.ids[x.kind] = append(k.ids[x.kind], x.id)
	}
	return k, nil
}

// Links are the names of what mentions are of, across reports: of an identity,
// an event or a negotiation the id of its first mention, of a report that of the
// first of its copies.
type Links map[ID]ID

// Links are those of all mentions of a kind that are not rejected, for whoever
// takes the whole record away.
func (r *Record) Links(ctx context.Context, kind Kind) (Links, error) {
	out := Links{}
	err := r.store.View(ctx, func(tx Tx) error {
		clear(out)
		firsts, grp := map[int64]Mention{}, map[ID]int64{}
		query := "SELECT x.grp, m.id, a.id, a.published, m.start FROM nodes x JOIN " + nodeTables[kind] + " m ON m.node = x.n JOIN articles a ON a.n = m.article WHERE m.mark >= 0"
		if kind == KindArticle {
			query = "SELECT x.grp, 0, a.id, a.published, 0 FROM nodes x JOIN articles a ON a.node = x.n"
		}
		err := Each(ctx, tx, func(rows *sql.Rows) error {
			var m Mention
			if err := rows.Scan(&m.group, &m.ID, &m.Article, &m.Published, &m.Start); err != nil {
				return err
			}
			if kind == KindArticle {
				m.ID = ArticleID(m.Article)
			}
			grp[m.ID] = m.group
			if had, ok := firsts[m.group]; !ok || m.before(had) < 0 {
				firsts[m.group] = m
			}
			return nil
		}, query)
		for id, label := range grp {
			out[id] = firsts[label].ID
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for the links of %s mentions: %w", kind, err)
	}
	return out, nil
}
