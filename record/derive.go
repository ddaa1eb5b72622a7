package record

import (
	"encoding/json"
	"fmt"
	"time"

	"rapporteur"
	"rapporteur/record/link"
)

// A derived is all that is worked out of one article: its rows, its mentions as
// linking sees them, and where corrections land.
type derived struct {
	*sheet
	found    []*found
	mentions []mention
	landed   []laid
}

// A mention is something of an article that may be the same as in another.
type mention struct {
	id   ID
	node *int64 // where the number of its node belongs
	kind Kind
	hash int64    // two mentions with one hash are the same to linking
	keys []int64  // none where it can be the same as nothing
	like likeness // nil without keys
	told []byte   // like, packed; empty, never nil, without keys
}

// derive works out an article from its reading and the corrections that hold.
// It depends on nothing else.
func derive(a *Article, r *Reading, corrections []Correction) (*derived, error) {
	f, all, landed, apart, err := corrected(a, r, corrections)
	if err != nil {
		return nil, err
	}
	report := a.report()
	who := link.Identities(report, f)
	talks := link.Negotiations(report, f, who)
	d := &derived{sheet: flatten(a, r.Sentences, &link.Report{Article: report, Findings: f, Who: who}, talks, all), found: all, landed: landed}
	d.mention(&a.Node, KindArticle, ArticleID(a.ID), apart, as[link.Article]{link.ArticleOf(a.Text)})
	for i, x := range who {
		row := &d.actors[i]
		d.mention(&row.Node, KindActor, row.ID, all[i].apart || row.Mark == Rejected, as[link.Identity]{x})
	}
	first := len(f.Actors) + len(f.Statements)
	for i, x := range link.Events(report, f, who) {
		row := &d.events[i]
		d.mention(&row.Node, KindEvent, row.ID, all[first+i].apart || row.Mark == Rejected, as[link.Event]{x})
	}
	first += len(f.Events) + len(f.Figures) + len(f.Places) + len(f.Dates)
	for i, x := range talks {
		row := &d.talks[i]
		d.mention(&row.Node, KindTalks, row.ID, all[first+i].apart || row.Mark == Rejected, as[link.Talks]{x})
	}
	for i := range d.mentions {
		if err := d.mentions[i].tell(report.Published); err != nil {
			return nil, fmt.Errorf("article %s: %w", a.ID, err)
		}
	}
	return d, nil
}

// corrected is what an article says with the corrections that hold laid over it,
// and where they land.
func corrected(a *Article, r *Reading, corrections []Correction) (f *rapporteur.Findings, all []*found, landed []laid, apart bool, err error) {
	f = r.Findings
	mine := of(a.ID, corrections)
	if len(mine) > 0 {
		// What is re-coded must not be so for the caller.
		f = &rapporteur.Findings{}
		plain, err := json.Marshal(r.Findings)
		if err == nil {
			err = json.Unmarshal(plain, f)
		}
		if err != nil {
			return nil, nil, nil, false, fmt.Errorf("copying the findings of article %s: %w", a.ID, err)
		}
	}
	all = findingsOf(a.ID, f)
	landed, apart, err = lay(a, all, mine)
	if err != nil {
		return nil, nil, nil, false, fmt.Errorf("article %s: %w", a.ID, err)
	}
	return f, all, landed, apart, nil
}

// mention notes a mention; one that is apart is like nothing.
func (d *derived) mention(node *int64, kind Kind, id ID, apart bool, like likeness) {
	m := mention{id: id, node: node, kind: kind, told: []byte{}}
	if !apart {
		m.keys = keyHashes(kind, like.keys())
	}
	if len(m.keys) == 0 {
		m.hash = hashOf("apart " + id.String() + d.article.ID)
	} else {
		m.like = like
	}
	d.mentions = append(d.mentions, m)
}

// tell packs what is like something.
func (m *mention) tell(published time.Time) error {
	if m.like == nil {
		return nil
	}
	plain, err := m.like.plain()
	if err != nil {
		return fmt.Errorf("packing a mention: %w", err)
	}
	m.hash = hashOf(string(m.kind) + string(plain))
	if !published.IsZero() && (m.kind == KindEvent || m.kind == KindTalks) {
		m.hash = near(m.hash, published) // those of actors and texts are of any time
	}
	m.told, err = squeeze(mentionPacker, plain)
	return err
}

// of are the corrections that are about an article.
func of(article string, corrections []Correction) []Correction {
	var out []Correction
	for _, c := range corrections {
		if c.Target.Article == article || c.Other.Article == article {
			out = append(out, c)
		}
	}
	return out
}
