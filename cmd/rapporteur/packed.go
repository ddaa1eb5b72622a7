package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxWindow is the memory that unpacking zstd may take, as its own program has it
// with --long=27.
const maxWindow = 128 << 20

// opened is a stream of JSON Lines, unpacked where its name says that it is packed.
func opened(name string) (io.ReadCloser, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	in := packed{file, file, func() {}}
	switch {
	case hasEnding(name, ".gz"):
		in.Reader, err = gzip.NewReader(file)
	case hasEnding(name, ".zst"):
		var z *zstd.Decoder
		if z, err = zstd.NewReader(file, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxWindow)); err == nil {
			in.Reader, in.done = z, z.Close
		}
	}
	if err != nil {
		_ = file.Close() // it was only read
		return nil, fmt.Errorf("unpacking %s: %w", name, err)
	}
	return in, nil
}

func hasEnding(name, ending string) bool { return strings.HasSuffix(strings.ToLower(name), ending) }

// packed is a file that is unpacked as it is read.
type packed struct {
	io.Reader
	file *os.File
	done func()
}

func (p packed) Close() error {
	p.done()
	return p.file.Close()
}
