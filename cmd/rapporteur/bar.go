package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

const (
	barWidth = 30 // columns
	barPause = 100 * time.Millisecond
)

// A bar shows on standard error how far the work is; the zero bar shows
// nothing. What it cannot write it leaves: progress is no result.
type bar struct{ bar *progressbar.ProgressBar }

// newBar is a bar for so many reports, unknown where nobody knows how many. One
// report needs none, and where the results go to the same screen it is in the way.
func newBar(s streams, total int) bar {
	if total == 1 || !s.errTerminal || s.outTerminal {
		return bar{}
	}
	return bar{progressbar.NewOptions(total, progressbar.OptionSetWriter(s.err), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("reports"),
		progressbar.OptionThrottle(barPause), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(barWidth))}
}

func (b bar) step() {
	if b.bar != nil {
		_ = b.bar.Add(1)
	}
}

// hide makes room for a message; the next step shows the bar again.
func (b bar) hide() {
	if b.bar != nil {
		_ = b.bar.Clear()
	}
}

func (b bar) close() {
	if b.bar != nil {
		_ = b.bar.Exit()
		_ = b.bar.Clear()
	}
}
