package fetch

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
)

// read is an answer with its body, unpacked and no larger than allowed.
func (c *Client) read(answer *http.Response, r Request) (*Response, error) {
	most := c.options.MaxBytes
	if r.MaxBytes > 0 {
		most = r.MaxBytes
	}
	var content io.Reader = answer.Body
	switch coding := strings.ToLower(answer.Header.Get("Content-Encoding")); coding {
	case "", "identity":
	case "gzip", "x-gzip":
		packed, err := gzip.NewReader(content)
		if err != nil {
			return nil, fmt.Errorf("the server says that the page is packed with gzip, but it is not: %w", err)
		}
		content = packed
	default:
		return nil, fmt.Errorf("the page came packed with %.40q, which nobody asked for; save it with a browser and give the file", coding)
	}
	out := &Response{ContentType: answer.Header.Get("Content-Type")}
	var err error
	out.Body, err = io.ReadAll(io.LimitReader(content, most+1))
	switch {
	case int64(len(out.Body)) > most:
		return nil, fmt.Errorf("the page has more than %s; save it and give the file", size(most))
	case errors.Is(err, io.ErrUnexpectedEOF) && len(out.Body) > 0:
		out.Cut = true
	case err != nil:
		return nil, advise(err)
	}
	return out, nil
}

func size(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d bytes", bytes)
	}
	return fmt.Sprintf("%d MB", bytes>>20)
}
