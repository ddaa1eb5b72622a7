package export

import (
	"bytes"
	"encoding/json"
	"io"
)

// JSONL is the table as JSON Lines: one object a row, the names of the columns as
// keys in their order, all of them every time, null for what is unknown. Text is
// as in the report, line breaks and all.
func JSONL[R any](t Table[R]) Writer[R] { return objects[R]{t} }

type objects[R any] struct{ Table[R] }

func (o objects[R]) Head(io.Writer) error { return nil }

func (o objects[R]) Write(w io.Writer, rows []R) error {
	var b bytes.Buffer
	for i := range rows {
		if err := o.object(&b, &rows[i]); err != nil {
			return err
		}
		b.WriteByte('\n')
	}
	_, err := w.Write(b.Bytes())
	return err
}

// object writes a row as a JSON object.
func (t Table[R]) object(b *bytes.Buffer, row *R) error {
	for k, c := range t.Columns {
		if k == 0 {
			b.WriteByte('{')
		} else {
			b.WriteByte(',')
		}
		value := c.Of(row)
		switch v := value.(type) {
		case string:
			if v == "" {
				value = nil
			}
		case []string:
			if v == nil {
				value = []string{}
			}
		}
		if err := encode(b, c.Name); err != nil {
			return err
		}
		b.WriteByte(':')
		if err := encode(b, value); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

// encode writes v as JSON without the escapes for HTML and without a line break.
func encode(b *bytes.Buffer, v any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	b.Truncate(b.Len() - 1)
	return nil
}
