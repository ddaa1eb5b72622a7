package record

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"rapporteur"
)

// Explained is a finding with all that is known of where it comes from.
type Explained struct {
	ID          ID
	Article     *Article
	Span        rapporteur.Span // the words that name it
	Sentence    rapporteur.Span // the sentence it stands in
	Rule        string          // the rule or model that found it
	Reader      string          // the models of the language layer
	Models      string          // their version
	Mark        int             // Rejected, Unmarked or Confirmed
	Called      string          // what a person calls it
	Fields      []Field         // that say something, as corrections have them
	Accounts    []Account       // of the same thing, by publication; itself among them
	First       ID              // the first mention of the same thing, which gives it its name; 0 for what is not linked
	Mentions    int             // how many accounts there are in all
	Corrections []LoggedCorrection
}

// A Field is a key of docs/record.md and its value.
type Field struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// An Account is one mention of a group.
type Account struct {
	Mention
	Publisher string
	Span      rapporteur.Span // the sentence it stands in; of an article, nothing
	Words     string          // of that span
	Why       string          // why it is the same as what is explained; "" where it is so by others of the group
}

// Explain tells where a finding comes from and what is linked with it, so many
// accounts at most, those that were published next to the finding: a state has
// thousands, each of which asks for its article to be worked out. The ID may be that
// of an article.
func (r *Record) Explain(ctx context.Context, id ID, most int) (*Explained, error) {
	out := &Explained{ID: id}
	log, err := r.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	var holds []Correction
	for _, c := range log {
		if c.Target.ID == id || c.Other.ID == id {
			out.Corrections = append(out.Corrections, c)
		}
		if c.Holds && c.Action != ActionUndo {
			holds = append(holds, c.Correction)
		}
	}
	var mentions []Mention
	if nodeTables[id.Kind()] != "" {
		if mentions, err = r.Group(ctx, id); err != nil {
			return nil, err
		}
	}
	if out.Mentions = len(mentions); len(mentions) > 0 {
		out.First = mentions[0].ID
	}
	if len(mentions) > most {
		at := max(slices.IndexFunc(mentions, func(m Mention) bool { return m.ID == id }), 0)
		from := min(max(at-most/2, 0), len(mentions)-most)
		mentions = mentions[from : from+most]
	}
	err = r.store.View(ctx, func(tx Tx) error {
		out.Accounts, out.Fields = nil, nil
		t := Target{ID: id}
		if err := t.find(ctx, tx); err != nil {
			return err
		}
		own, err := out.fill(ctx, tx, t, holds)
		if err != nil {
			return err
		}
		for _, m := range mentions {
			account, like, err := accountOf(ctx, tx, m, holds)
			if err != nil {
				return err
			}
			if own != nil && like != nil && m.ID != id {
				if why, same := own.same(like); same {
					account.Why = why
				}
			}
			out.Accounts = append(out.Accounts, account)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("explaining %s: %w", id, err)
	}
	return out, nil
}

// fill tells what the finding is, and what it is to linking.
func (x *Explained) fill(ctx context.Context, tx Tx, t Target, holds []Correction) (likeness, error) {
	a, read, d, err := worked(ctx, tx, t.Article, holds)
	if err != nil {
		return nil, err
	}
	x.Article, x.Span, x.Reader, x.Models = a, t.Span, read.Reader, read.Models
	if x.ID.Kind() == KindArticle {
		return d.like(x.ID), nil
	}
	for _, f := range d.found {
		if f.id == x.ID {
			x.Mark, x.Called, x.Fields = f.mark, f.calls, fieldsOf(f.value)
		}
	}
	row := d.row(x.ID)
	x.Rule, x.Sentence = row.Rule, rapporteur.Span{Start: row.SentenceStart, End: row.SentenceStop}
	return d.like(x.ID), nil
}

// worked is an article worked out as it was for its rows.
func worked(ctx context.Context, tx Tx, id string, holds []Correction) (*Article, *Reading, *derived, error) {
	a, err := article(ctx, tx, id)
	if err != nil || a == nil {
		return nil, nil, nil, fmt.Errorf("article %s is not there (%v)", id, err)
	}
	read, err := reading(ctx, tx, a.N)
	if err != nil || read == nil {
		return nil, nil, nil, fmt.Errorf("the reading of article %s is not there (%v)", id, err)
	}
	d, err := derive(a, read, holds)
	return a, read, d, err
}

// accountOf is what an article tells of a mention, and what it is to linking.
func accountOf(ctx context.Context, tx Tx, m Mention, holds []Correction) (Account, likeness, error) {
	a, _, d, err := worked(ctx, tx, m.Article, holds)
	if err != nil {
		return Account{}, nil, err
	}
	out := Account{Mention: m, Publisher: a.Publisher}
	if m.ID.Kind() != KindArticle {
		row := d.row(m.ID)
		out.Span = rapporteur.Span{Start: row.SentenceStart, End: row.SentenceStop}
		out.Words = a.report().Quote(out.Span)
	}
	return out, d.like(m.ID), nil
}

// row is what the row of a finding has in common with all.
func (d *derived) row(id ID) Finding {
	for _, rows := range d.all() {
		for _, row := range rows {
			if f, ok := commonOf(row); ok && f.ID == id {
				return f
			}
		}
	}
	return Finding{}
}

// like is what a mention of the article is to linking, nil where it is like nothing.
func (d *derived) like(id ID) likeness {
	i := slices.IndexFunc(d.mentions, func(m mention) bool { return m.id == id })
	if i < 0 {
		return nil
	}
	return d.mentions[i].like
}

// fieldsOf are the fields of a finding that say something.
func fieldsOf(finding any) []Field {
	v := reflect.ValueOf(finding).Elem()
	var out []Field
	for i := range v.NumField() {
		key, ok := recodableKey(v.Type().Field(i))
		if ok && !v.Field(i).IsZero() {
			value := v.Field(i).Interface()
			if list, ok := value.([]string); ok {
				value = strings.Join(list, ", ")
			}
			out = append(out, Field{key, strings.TrimSpace(fmt.Sprint(value))})
		}
	}
	return out
}
