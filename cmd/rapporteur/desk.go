package main

import (
	"fmt"
	"io"
	"sync"
)

// A desk is where results are put down: it prints and counts them.
type desk struct {
	sync.Mutex
	streams
	bar          bar
	read, unread int
	closed       bool
}

// put prints one result, or names what could not be read. The error is of the
// output: there is no use in going on.
func (d *desk) put(out []byte, err error) error {
	d.Lock()
	defer d.Unlock()
	if d.closed {
		return io.ErrClosedPipe
	}
	if err != nil {
		d.unread++
		d.bar.hide()
		d.complain(err)
	} else {
		d.read++
		if _, err := d.out.Write(out); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	d.bar.step()
	return nil
}

// close ends the work; nothing is printed afterwards.
func (d *desk) close(err error, stopped bool) error {
	d.Lock()
	defer d.Unlock()
	d.closed = true
	d.bar.close()
	switch {
	case err != nil:
		return err
	case stopped:
		return fmt.Errorf("stopped after %s", reports(d.read))
	case d.unread > 0 && d.read+d.unread > 1:
		d.complain(fmt.Errorf("%s read, %d could not be read", reports(d.read), d.unread))
		return errTold
	case d.unread > 0:
		return errTold
	}
	return nil
}

func reports(n int) string {
	if n == 1 {
		return "1 report"
	}
	return fmt.Sprintf("%d reports", n)
}
