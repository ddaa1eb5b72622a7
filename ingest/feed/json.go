package feed

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/mmcdole/gofeed"
)

const jsonFeed = "jsonfeed.org/version/"

// isJSON reports whether an object begins as a JSON Feed does: the version
// should come first, and the items after it.
func isJSON(text string) bool {
	before, _, found := strings.Cut(text, jsonFeed)
	return found && len(before) < 4096 && strings.Contains(before, `"version"`) ||
		strings.Contains(text, `"items"`) && (strings.Contains(text, `"content_html"`) || strings.Contains(text, `"content_text"`) || strings.Contains(text, `"feed_url"`))
}

// json reads a JSON Feed: what it says of itself, and each item within a feed of
// its own. Objects are read from the stream, so that a feed cut in half gives
// the items before the cut.
func (r *reader) json(text string) error {
	if !strings.Contains(text, `"items"`) {
		return errNone
	}
	in := json.NewDecoder(strings.NewReader(text))
	if _, err := in.Token(); err != nil { // the brace
		return fmt.Errorf("%w: %w", errNone, err)
	}
	cut := func(err error) {
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		r.feed.Faults = append(r.feed.Faults, Fault{0, fmt.Errorf("the feed breaks off after item %d: %w", r.n, err)})
	}
	for in.More() {
		key, err := in.Token()
		if err != nil {
			cut(err)
			return nil
		}
		if key == "items" {
			if err := r.jsonItems(in); err != nil {
				cut(err)
				return nil
			}
			continue
		}
		var value json.RawMessage
		if err := in.Decode(&value); err != nil {
			cut(err)
			return nil
		}
		switch key {
		case "title":
			r.feed.Title = oneLine(str(value))
		case "home_page_url":
			r.feed.Home = str(value)
		}
	}
	if _, err := in.Token(); err != nil {
		cut(err)
	}
	return nil
}

func (r *reader) jsonItems(in *json.Decoder) error {
	if _, err := in.Token(); err != nil {
		return err
	}
	for in.More() {
		var raw json.RawMessage
		if err := in.Decode(&raw); err != nil {
			return err
		}
		if !r.more() {
			continue
		}
		if len(raw) > maxItem {
			r.fault("it has more than 2 MB")
			continue
		}
		f, err := r.parse(`{"version":"https://jsonfeed.org/version/1.1","items":[` + string(raw) + `]}`)
		if err == nil && len(f.Items) > 0 {
			r.add(f.Items[0], nil)
			continue
		}
		var fields map[string]json.RawMessage
		loose := &gofeed.Item{}
		if json.Unmarshal(raw, &fields) == nil {
			loose = &gofeed.Item{GUID: str(fields["id"]), Link: str(fields["url"]), Title: str(fields["title"]), Published: str(fields["date_published"])}
		}
		if err == nil {
			err = errors.New("it is empty")
		}
		r.add(loose, fmt.Errorf("not an item of a JSON Feed: %w", err))
	}
	_, err := in.Token()
	return err
}

// str is a value that should be a string.
func str(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}
