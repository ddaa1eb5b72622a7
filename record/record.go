package record

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"rapporteur"
)

// A Record is what many reports say, on a Store. It may be shared by goroutines.
type Record struct {
	store   Store
	options Options
	writing sync.Mutex // guards cache: one writer a process, as the store has one at all
	cache   cache
	answers answers
}

// Options are those of a Record.
type Options struct {
	// Models is the version of the models that the readings to come are made with:
	// an article is read again when it changes.
	Models string
	// Late leaves it to Settle to work negotiations out, which takes less time when
	// very many articles are added.
	Late bool
	// Now is the clock; nil means that of the machine.
	Now func() time.Time
}

// New is the record that a store holds.
func New(store Store, o Options) *Record {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Record{store: store, options: o}
}

// Close closes the store.
func (r *Record) Close() error { return r.store.Close() }

// now is the time for the columns that keep one.
func (r *Record) now() string { return r.options.Now().UTC().Format(time.RFC3339) }

// Wanted is the article as it should be read by reader, or nil where the record
// has such a reading: of the models of this Record, against the earliest
// date of publication that is known of the text.
func (r *Record) Wanted(ctx context.Context, a *rapporteur.Article, reader string) (*rapporteur.Article, error) {
	var out *rapporteur.Article
	err := r.store.View(ctx, func(tx Tx) error {
		out = a
		kept, err := article(ctx, tx, a.ID())
		if err != nil || kept == nil {
			return err
		}
		if s := sightingOf(a, ""); s.before(kept.sighting()) {
			kept.show(s)
		}
		head, err := readingHead(ctx, tx, kept.N)
		if err != nil {
			return err
		}
		if head != nil && head.same(reader, r.options.Models, kept.Published) {
			out = nil
			return nil
		}
		asked := *a
		asked.Published = kept.report().Published
		out = &asked
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("looking for article %s: %w", a.ID(), err)
	}
	return out, nil
}

// An Entry is an article as it was seen, and its reading where one was wanted.
type Entry struct {
	Seen    *rapporteur.Article
	Reading *rapporteur.Reading // of the same text; nil for a text that the record has a reading of
}

// Added is what adding entries did.
type Added struct {
	Articles  int // texts that are new to the record
	Copies    int // of them, copies of another text that is in the record, cut or changed a little
	Read      int // texts read again, whose earlier reading was replaced
	Seen      int // texts that were there before, seen at another place
	Known     int // texts that were there before, and at this place
	HeavyKeys int // keys too common to link by; see docs/store.md
}

// Plus is the sum of both.
func (a Added) Plus(b Added) Added {
	return Added{a.Articles + b.Articles, a.Copies + b.Copies, a.Read + b.Read, a.Seen + b.Seen, a.Known + b.Known, a.HeavyKeys + b.HeavyKeys}
}

// Add keeps entries, all or, where there is an error, none: their articles,
// sightings and readings, and what follows from them.
func (r *Record) Add(ctx context.Context, entries ...Entry) (Added, error) {
	r.writing.Lock()
	defer r.writing.Unlock()
	var out Added
	err := r.store.Update(ctx, func(tx Tx) error {
		out = Added{}
		log, err := corrections(ctx, tx)
		if err != nil {
			return err
		}
		w := r.writer(tx, log)
		for _, e := range entries {
			if err := w.entry(ctx, e, &out); err != nil {
				return err
			}
		}
		if err := w.finish(ctx); err != nil {
			return err
		}
		if err := w.settle(ctx); err != nil {
			return err
		}
		out.HeavyKeys = w.linker.heavy
		out.Copies, err = w.copies(ctx)
		return err
	})
	if err != nil {
		r.cache = cache{}
		return Added{}, fmt.Errorf("adding %d articles to the record: %w", len(entries), err)
	}
	return out, nil
}

// A writer gathers what one transaction changes.
type writer struct {
	*Record
	tx          Tx
	linker      *linker
	log         []Correction
	corrections []Correction    // those of the log that hold
	touched     []*touched      // in the order in which they came
	last        int64           // number of the article that was added last
	tallies     map[int64]tally // by node, how much more its actors are named than its row says
}

// touched is an article whose rows are to be made anew.
type touched struct {
	article *Article
	reading *Reading // nil: the one that is kept
	isNew   bool     // the article is not kept yet
	seen    []Sighting
}

func (r *Record) writer(tx Tx, log []Correction) *writer {
	return &writer{Record: r, tx: tx, linker: newLinker(tx, &r.cache), log: log, corrections: holding(log), tallies: map[int64]tally{}}
}

func (w *writer) find(id string) *touched {
	for _, t := range w.touched {
		if t.article.ID == id {
			return t
		}
	}
	return nil
}

// entry takes one entry in.
func (w *writer) entry(ctx context.Context, e Entry, out *Added) error {
	id := e.Seen.ID()
	if e.Reading != nil && e.Reading.Document.Article.Text != e.Seen.Text {
		return fmt.Errorf("article %s: its reading is of another text", id)
	}
	at := w.now()
	s := sightingOf(e.Seen, at)
	t := w.find(id)
	switch {
	case t != nil && t.isNew:
		if slices.ContainsFunc(t.seen, func(o Sighting) bool {
			return o.URL == s.URL && o.Publisher == s.Publisher && o.Published == s.Published && o.Ref == s.Ref
		}) {
			out.Known++
		} else {
			out.Seen++
			t.seen = append(t.seen, s)
			if s.before(t.article.sighting()) {
				t.article.show(s)
			}
		}
		w.read(t, e, at)
		return nil
	case t == nil:
		kept, err := article(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if kept == nil {
			if e.Reading == nil {
				return fmt.Errorf("article %s is new to the record and comes without a reading", id)
			}
			if w.last == 0 {
				if w.last, err = number(ctx, w.tx, "SELECT max(n) FROM articles"); err != nil {
					return err
				}
			}
			w.last++
			a := &Article{N: w.last, ID: id, Language: e.Seen.Language, Added: at, Text: e.Seen.Text}
			a.show(s)
			t = &touched{article: a, isNew: true, seen: []Sighting{s}}
			w.read(t, e, at)
			w.touched = append(w.touched, t)
			out.Articles++
			return nil
		}
		t = &touched{article: kept}
	}
	added, shown, err := putSighting(ctx, w.tx, t.article, s)
	if err != nil {
		return err
	}
	head, err := readingHead(ctx, w.tx, t.article.N)
	if err != nil {
		return err
	}
	had := t.reading
	if had == nil {
		had = head
	}
	if e.Reading != nil && !w.asGood(had, e.Reading, t.article.Published) {
		t.reading = readingOf(e.Reading, w.options.Models, at)
		out.Read++
		shown = true
	} else if added {
		out.Seen++
	} else {
		out.Known++
	}
	if shown && w.find(id) == nil {
		w.touched = append(w.touched, t)
	}
	return nil
}

// read gives a new article its reading, unless it has as good a one.
func (w *writer) read(t *touched, e Entry, at string) {
	if e.Reading != nil && !w.asGood(t.reading, e.Reading, t.article.Published) {
		t.reading = readingOf(e.Reading, w.options.Models, at)
	}
}

// asGood reports whether an article of that date is read by had as well as it is by r.
func (w *writer) asGood(had *Reading, r *rapporteur.Reading, date string) bool {
	if had == nil || had.Reader != r.Document.Reader || had.Models != w.options.Models {
		return false
	}
	return had.Published == date || published(r.Document.Article.Published) != date
}

// finish makes the rows, nodes and groups of what was touched.
func (w *writer) finish(ctx context.Context) error {
	if len(w.touched) == 0 && len(w.linker.dissolved) == 0 {
		return nil
	}
	if err := fits(ctx, w.tx); err != nil {
		return err
	}
	if err := changed(ctx, w.tx); err != nil {
		return err
	}
	var orphans []int64
	for _, t := range w.touched {
		if t.isNew {
			continue
		}
		nodes, err := w.remove(ctx, t.article)
		if err != nil {
			return err
		}
		orphans = append(orphans, nodes...)
	}
	byTable := make([][]Row, len(rowKinds))
	var mentions []mention
	var landed []laid
	sheets := make([]*derived, len(w.touched))
	for i, t := range w.touched {
		d, err := w.deriveOne(ctx, t)
		if err != nil {
			return err
		}
		sheets[i] = d
		mentions = append(mentions, d.mentions...)
		landed = append(landed, d.landed...)
	}
	// Nodes that the new rows share with the old ones stay.
	if err := w.linker.put(ctx, mentions); err != nil {
		return err
	}
	if err := w.keep(ctx); err != nil {
		return err
	}
	for _, d := range sheets {
		for k, rows := range d.all() {
			byTable[k] = append(byTable[k], rows...)
		}
	}
	for _, rows := range byTable {
		if err := insert(ctx, w.tx, rows); err != nil {
			return err
		}
	}
	for _, l := range landed {
		if err := w.tx.Exec(ctx, "INSERT INTO laid (correction, slot, finding) VALUES (?, ?, ?)", l.Correction, l.Slot, l.Finding); err != nil {
			return err
		}
	}
	for _, t := range w.touched {
		if err := w.tally(ctx, t.article.N, 1); err != nil {
			return err
		}
	}
	if err := keepNames(ctx, w.tx, sheets); err != nil {
		return err
	}
	slices.Sort(orphans)
	w.linker.moved = append(w.linker.moved, orphans...)
	if err := w.linker.drop(ctx, slices.Compact(orphans)); err != nil {
		return err
	}
	for _, t := range w.touched {
		if err := w.loosen(ctx, t.article); err != nil {
			return err
		}
	}
	if err := w.linker.group(ctx); err != nil {
		return err
	}
	if err := w.identify(ctx); err != nil {
		return err
	}
	return w.stale(ctx)
}

func (w *writer) deriveOne(ctx context.Context, t *touched) (*derived, error) {
	read := t.reading
	if read == nil {
		var err error
		if read, err = reading(ctx, w.tx, t.article.N); err != nil {
			return nil, fmt.Errorf("article %s: %w", t.article.ID, err)
		}
		if read == nil {
			return nil, errors.New("article " + t.article.ID + " has no reading")
		}
	}
	return derive(t.article, read, w.corrections)
}

// keep keeps the articles, sightings and readings of what was touched, a table
// after the other: SQLite writes the words of texts to their index whenever another
// table has its turn.
func (w *writer) keep(ctx context.Context) error {
	var articles []Row
	var seen, readings [][]any
	for _, t := range w.touched {
		if t.isNew {
			articles = append(articles, *t.article)
			for _, s := range t.seen {
				seen = append(seen, s.row(t.article.N))
			}
		} else if err := w.tx.Exec(ctx, "UPDATE articles SET node = ? WHERE n = ?", t.article.Node, t.article.N); err != nil {
			return err
		}
		if t.reading == nil {
			continue
		}
		if !t.isNew {
			if err := w.tx.Exec(ctx, "DELETE FROM readings WHERE article = ?", t.article.N); err != nil {
				return err
			}
		}
		row, err := t.reading.row(t.article.N)
		if err != nil {
			return err
		}
		readings = append(readings, row)
	}
	if err := insert(ctx, w.tx, articles); err != nil {
		return err
	}
	if err := w.tx.Insert(ctx, "sightings", sightingColumns, seen); err != nil {
		return err
	}
	return w.tx.Insert(ctx, "readings", readingColumns, readings)
}

// remove takes away the rows of an article, and gives the nodes of its mentions.
func (w *writer) remove(ctx context.Context, a *Article) ([]int64, error) {
	first, end := bounds(a.N)
	if err := w.loosen(ctx, a); err != nil {
		return nil, err
	}
	if err := w.tally(ctx, a.N, -1); err != nil {
		return nil, err
	}
	nodes := []int64{a.Node}
	for _, kind := range linked {
		if kind == KindArticle {
			continue
		}
		some, err := numbers(ctx, w.tx, "SELECT node FROM "+nodeTables[kind]+" WHERE n >= ? AND n < ?", first, end)
		if err != nil {
			return nil, err
		}
		nodes = append(nodes, some...)
	}
	for _, row := range rowKinds {
		if err := w.tx.Exec(ctx, fmt.Sprintf("DELETE FROM %[1]s WHERE %[2]s >= ? AND %[2]s < ?", row.Table(), numbered(row)), first, end); err != nil {
			return nil, err
		}
	}
	err := w.tx.Exec(ctx, "DELETE FROM laid WHERE slot = 0 AND correction IN (SELECT n FROM corrections WHERE article = ?)", a.ID)
	if err == nil {
		err = w.tx.Exec(ctx, "DELETE FROM laid WHERE slot = 1 AND correction IN (SELECT n FROM corrections WHERE other_article = ?)", a.ID)
	}
	return nodes, err
}

// loosen dissolves the groups that corrections of this article join or joined:
// another reading may have the mentions that were merged elsewhere, or not at
// all, and a correction may be new or no longer hold.
func (w *writer) loosen(ctx context.Context, a *Article) error {
	for _, c := range of(a.ID, w.log) {
		if c.Action != ActionMerge && c.Action != ActionSplit {
			continue
		}
		for slot, t := range []Target{c.Target, c.Other} {
			table := nodeTables[t.ID.Kind()]
			if table == "" {
				continue
			}
			grp, err := number(ctx, w.tx, "SELECT x.grp FROM laid l JOIN "+table+" m ON m.n = l.finding JOIN nodes x ON x.n = m.node WHERE l.correction = ? AND l.slot = ?", c.N, slot)
			if err != nil {
				return err
			}
			if grp != 0 {
				w.linker.dissolved[grp] = true
			}
		}
	}
	return nil
}

// copies counts the new articles that are copies of another text.
func (w *writer) copies(ctx context.Context) (int, error) {
	n := 0
	for _, t := range w.touched {
		if !t.isNew {
			continue
		}
		others, err := number(ctx, w.tx, `SELECT count(*) FROM (SELECT 1 FROM nodes WHERE grp = (SELECT grp FROM nodes WHERE n = ?) LIMIT 2) AS family`, t.article.Node)
		if err != nil {
			return 0, err
		}
		if others > 1 {
			n++
		}
	}
	return n, nil
}
