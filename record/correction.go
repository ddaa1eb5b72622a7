package record

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// A Correction is what a person changed: a line of a log to which lines are
// only added. Corrections are laid over the readings whenever the record is
// worked out, so that no re-reading undoes them.
type Correction struct {
	N      int64  // its place in the log, from 1
	Action string // one of the Action constants
	Who    string
	At     string // RFC 3339
	Why    string
	Target Target // of all but an undo
	Other  Target // of a merge: what Target is one with
	Field  string // of a recode: the key of docs/record.md, such as "type" or "value"
	Value  string // of a recode or a rename
	Undoes int64  // of an undo: N of what it takes back
}

// A Target is the finding that a correction is about, by its name and, since
// another reading may find it in slightly other words, by its place.
type Target struct {
	ID      ID
	Article string // id of the article
	Span    rapporteur.Span
}

// The actions of a Correction.
const (
	ActionRename  = "rename"  // an identity, an event or a process is called Value
	ActionMerge   = "merge"   // two mentions are of one thing
	ActionSplit   = "split"   // a mention is of nothing that others tell of, until it is merged
	ActionReject  = "reject"  // the finding is wrong and hidden
	ActionConfirm = "confirm" // the finding is right
	ActionRecode  = "recode"  // a field of the finding has another value
	ActionUndo    = "undo"    // an earlier correction, perhaps an undo, does not hold
)

// Actions are all of them, as they are told to people.
var Actions = []string{ActionRename, ActionMerge, ActionSplit, ActionReject, ActionConfirm, ActionRecode, ActionUndo}

// standing are the corrections of a log, undoings among them, that no standing
// one undoes.
func standing(log []Correction) map[int64]bool {
	out := make(map[int64]bool, len(log))
	undone := map[int64]bool{}
	for _, c := range slices.Backward(log) {
		if out[c.N] = !undone[c.N]; out[c.N] && c.Action == ActionUndo {
			undone[c.Undoes] = true
		}
	}
	return out
}

// holding are the corrections of a log that are to be laid over the record,
// oldest first.
func holding(log []Correction) []Correction {
	stands := standing(log)
	var out []Correction
	for _, c := range log {
		if stands[c.N] && c.Action != ActionUndo {
			out = append(out, c)
		}
	}
	return out
}

// linked are the kinds of mentions that make groups.
var linked = []Kind{KindArticle, KindActor, KindEvent, KindTalks}

// check looks at what can be told without the record.
func (c Correction) check() error {
	kind, other := c.Target.ID.Kind(), c.Other.ID.Kind()
	switch {
	case strings.TrimSpace(c.Who) == "":
		return fmt.Errorf("a correction needs to say who makes it")
	case !slices.Contains(Actions, c.Action):
		return fmt.Errorf("no correction is called %q: they are %s", c.Action, strings.Join(Actions, ", "))
	case c.Action == ActionUndo:
		return nil
	case c.Action == ActionMerge && (kind != other || c.Target.ID == c.Other.ID || !slices.Contains(linked, kind)):
		return fmt.Errorf("%s and %s cannot be merged: name two different articles, actors, events or talks", c.Target.ID, c.Other.ID)
	case c.Action == ActionSplit && !slices.Contains(linked, kind):
		return fmt.Errorf("%s cannot be split from anything: only articles, actors, events and talks make groups", c.Target.ID)
	case c.Action == ActionRename && !slices.Contains([]Kind{KindActor, KindEvent, KindTalks}, kind):
		return fmt.Errorf("%s cannot be renamed: only actors, events and talks have names", c.Target.ID)
	case c.Action == ActionRename && strings.TrimSpace(c.Value) == "":
		return fmt.Errorf("renaming %s: to what?", c.Target.ID)
	case (c.Action == ActionReject || c.Action == ActionConfirm || c.Action == ActionRecode) && kind == KindArticle:
		return fmt.Errorf("an article is kept as it came; reject, confirm or recode what was found in it")
	}
	return nil
}

// A laid says where a correction lands: on which finding of its article.
type laid struct {
	Correction int64
	Slot       int   // 0 for the target, 1 for the other
	Finding    int64 // N of the finding; of an article, its own; 0 where the finding is gone
}

// lay lays the corrections that hold over the findings of an article; both
// are changed. apart says that the article itself was taken out of its family.
func lay(article *Article, all []*found, corrections []Correction) (landed []laid, apart bool, err error) {
	for _, c := range corrections {
		for slot, t := range []Target{c.Target, c.Other} {
			if t.Article != article.ID {
				continue
			}
			if t.ID.Kind() == KindArticle {
				landed = append(landed, laid{c.N, slot, article.N})
				apart = apart || c.Action == ActionSplit
				continue
			}
			at := t.among(all)
			if at < 0 {
				landed = append(landed, laid{c.N, slot, 0})
				continue
			}
			landed = append(landed, laid{c.N, slot, article.N<<ArticleBits + int64(at)})
			x := all[at]
			switch c.Action {
			case ActionRename:
				x.calls = c.Value
			case ActionReject:
				x.mark = Rejected
			case ActionConfirm:
				x.mark = Confirmed
			case ActionSplit:
				x.apart = true
			case ActionRecode:
				if err := recode(x.value, c.Field, c.Value); err != nil {
					return nil, false, fmt.Errorf("correction %d of %s: %w", c.N, x.id, err)
				}
			}
		}
	}
	return landed, apart, nil
}

// among is the index of the target among the findings of its article: the one of
// its name or else of its kind with the most words in common; -1 for none.
func (t Target) among(all []*found) int {
	best, most := -1, 0
	for i, x := range all {
		if x.id == t.ID {
			return i
		}
		if x.kind != t.ID.Kind() {
			continue
		}
		if common := min(x.span.End, t.Span.End) - max(x.span.Start, t.Span.Start); common > most {
			best, most = i, common
		}
	}
	return best
}

// fieldNames are keys of docs/record.md that are not the Go name in snake case.
var fieldNames = map[string]string{"geonames_id": "GeoNamesID", "mod": "Modifier"}

// recode gives a field of a finding another value.
func recode(finding any, key, value string) error {
	v := reflect.ValueOf(finding).Elem()
	var f reflect.Value
	for i := range v.NumField() {
		if k, ok := recodableKey(v.Type().Field(i)); ok && k == key {
			f = v.Field(i)
		}
	}
	bad := func(want string) error { return fmt.Errorf("%q is no %s, which %s must be", value, want, key) }
	switch f.Kind() {
	case reflect.String:
		f.SetString(value)
		if e, ok := finding.(*rapporteur.Event); ok && key == "type" {
			follow(e)
		}
	case reflect.Slice:
		f.Set(reflect.ValueOf(splitList(value)))
	case reflect.Bool:
		b, err := strconv.ParseBool(value)
		if err != nil {
			return bad("truth value (true or false)")
		}
		f.SetBool(b)
	case reflect.Int:
		n, err := strconv.Atoi(value)
		if err != nil {
			return bad("whole number")
		}
		f.SetInt(int64(n))
	case reflect.Float64:
		x, err := strconv.ParseFloat(value, 64)
		if err != nil || x != x {
			return bad("number")
		}
		f.SetFloat(x)
	default:
		return fmt.Errorf("it has no field %q that could be re-coded; it has %s", key, strings.Join(recodable(v.Type()), ", "))
	}
	return nil
}

// follow makes the mode and the CAMEO code of an event those of its new type.
func follow(e *rapporteur.Event) {
	t := plover.TypeByName(e.Type)
	if t == nil {
		return
	}
	if e.Mode != "" && t.Mode(e.Mode) == nil {
		e.Mode = ""
	}
	e.CAMEO = t.Root(e.Mode)
}

// recodable are the keys of a finding's fields that a person may set.
func recodable(t reflect.Type) []string {
	var out []string
	for i := range t.NumField() {
		if key, ok := recodableKey(t.Field(i)); ok {
			out = append(out, key)
		}
	}
	return out
}

// recodableKey is the key of a field that a person may set: of those that hold a
// value and do not refer to another finding by number.
func recodableKey(f reflect.StructField) (key string, ok bool) {
	switch f.Type.Kind() {
	case reflect.String, reflect.Bool, reflect.Float64, reflect.Int:
	case reflect.Slice:
		if f.Type.Elem().Kind() != reflect.String {
			return "", false
		}
	default:
		return "", false
	}
	if f.Name == "Rule" || f.Name == "Sentence" || f.Name == "Statement" || f.Name == "Of" && f.Type.Kind() == reflect.Int {
		return "", false
	}
	for k, name := range fieldNames {
		if name == f.Name {
			return k, true
		}
	}
	return snake(f.Name), true
}
