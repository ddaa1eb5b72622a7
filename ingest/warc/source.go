package warc

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// A packing is how a file is packed.
type packing int

const (
	unpacked packing = iota
	packedGzip
	packedZstd
)

const (
	maxWindow     = 128 << 20 // of zstd, as its own program has it with --long=27
	maxDictionary = 16 << 20
)

var (
	gzipMagic = []byte{0x1F, 0x8B, 0x08}
	zstdMagic = []byte{0x28, 0xB5, 0x2F, 0xFD}
	// dictionaryMagic begins the skippable frame that has the dictionary.
	dictionaryMagic = []byte{0x5D, 0x2A, 0x4D, 0x18}
)

// A source is the bytes of an archive, unpacked.
type source struct {
	raw    *counter
	kind   packing
	packed *gzip.Reader
	zstd   *zstd.Decoder
	begun  bool
	broken bool  // what is packed cannot be unpacked
	open   bool  // a member of gzip is being read
	member int64 // where it, or the last one, begins
	err    error
}

func newSource(r io.Reader) *source {
	return &source{raw: &counter{in: bufio.NewReaderSize(r, buffered)}}
}

// A counter counts what was taken. It is a reader of single bytes, so that
// unpacking takes no more than it needs.
type counter struct {
	in *bufio.Reader
	n  int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	c.n += int64(n)
	return n, err
}

func (c *counter) ReadByte() (byte, error) {
	b, err := c.in.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// offset is where the current member begins in a file packed with gzip; of
// others, about where the reader is.
func (s *source) offset() int64 {
	if s.kind == packedGzip {
		return s.member
	}
	return s.raw.n
}

func (s *source) Read(p []byte) (int, error) {
	if !s.begun {
		s.begun = true
		s.err = s.begin()
	}
	if s.err != nil {
		return 0, s.err
	}
	switch s.kind {
	case packedGzip:
		return s.readGzip(p)
	case packedZstd:
		n, err := s.zstd.Read(p)
		if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
			err = s.unpacking(err)
			s.err = err
		}
		return n, err
	}
	return s.raw.Read(p)
}

// begin finds out how the file is packed.
func (s *source) begin() error {
	start, _ := s.raw.in.Peek(4)
	switch {
	case bytes.HasPrefix(start, gzipMagic):
		s.kind = packedGzip
	case bytes.HasPrefix(start, zstdMagic), bytes.HasPrefix(start, dictionaryMagic):
		s.kind = packedZstd
		return s.beginZstd()
	}
	return nil
}

// readGzip reads from one member after another: each has a record, or some
// have a part of one.
func (s *source) readGzip(p []byte) (int, error) {
	for {
		if !s.open {
			if _, err := s.raw.in.Peek(1); err != nil {
				return 0, err
			}
			s.member = s.raw.n
			if s.packed == nil {
				s.packed = new(gzip.Reader)
			}
			if start, err := s.raw.in.Peek(4); err == nil && !begins(start) {
				return 0, s.gzipError(errors.New("no member of gzip begins here"))
			}
			if err := s.packed.Reset(s.raw); err != nil {
				return 0, s.gzipError(err)
			}
			s.packed.Multistream(false)
			s.open = true
		}
		n, err := s.packed.Read(p)
		switch {
		case errors.Is(err, io.EOF):
			s.open = false
			if n > 0 {
				return n, nil
			}
			continue
		case err != nil:
			return n, s.gzipError(err)
		}
		return n, nil
	}
}

func (s *source) gzipError(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.ErrUnexpectedEOF // also within the header of a member
	} else {
		err = s.unpacking(err)
	}
	s.err = err
	return err
}

func (s *source) unpacking(err error) error {
	s.broken = true
	return fmt.Errorf("it cannot be unpacked: %w", err)
}

// damage is what was found wrong with the member of gzip that begins there, or
// with what is packed with zstd, as far as it was read.
func (s *source) damage(member int64) error {
	if s.kind == packedZstd && s.broken || s.kind == packedGzip && s.member == member {
		return s.err
	}
	return nil
}

// begins reports whether a member of gzip may begin so: the magic number, and
// flags that there are (RFC 1952).
func begins(start []byte) bool { return bytes.HasPrefix(start, gzipMagic) && start[3]&0xE0 == 0 }

// canResync reports whether there may be a way to go on behind damage.
func (s *source) canResync() bool { return s.kind != packedZstd || !s.broken }

// resync goes to the next member of gzip.
func (s *source) resync() error {
	s.broken, s.open, s.err = false, false, nil
	for {
		start, err := s.raw.in.Peek(4)
		if err != nil {
			return err
		}
		if begins(start) {
			return nil
		}
		if _, err := s.raw.ReadByte(); err != nil {
			return err
		}
	}
}

func (s *source) beginZstd() error {
	options := []zstd.DOption{zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxWindow)}
	if start, _ := s.raw.in.Peek(4); bytes.Equal(start, dictionaryMagic) {
		dictionary, err := s.dictionary()
		if err != nil {
			return err
		}
		if len(dictionary) > 0 {
			options = append(options, zstd.WithDecoderDicts(dictionary))
		}
	}
	var err error
	if s.zstd, err = zstd.NewReader(s.raw, options...); err != nil {
		s.broken = true
	}
	return err
}

// dictionary is what stands in the skippable frame at the beginning, packed
// itself or not.
func (s *source) dictionary() ([]byte, error) {
	var head [8]byte
	if _, err := io.ReadFull(s.raw, head[:]); err != nil {
		return nil, err
	}
	size := binary.LittleEndian.Uint32(head[4:])
	if size > maxDictionary {
		s.broken = true
		return nil, fmt.Errorf("its dictionary has %d MB (the limit is %d MB)", size>>20, maxDictionary>>20)
	}
	var frame bytes.Buffer
	if _, err := io.CopyN(&frame, s.raw, int64(size)); err != nil {
		return nil, io.ErrUnexpectedEOF
	}
	if !bytes.HasPrefix(frame.Bytes(), zstdMagic) {
		return frame.Bytes(), nil
	}
	unpack, err := zstd.NewReader(&frame, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(maxWindow), zstd.WithDecoderMaxMemory(maxWindow))
	if err != nil {
		return nil, err
	}
	defer unpack.Close()
	out, err := io.ReadAll(io.LimitReader(unpack, maxDictionary+1))
	if err == nil && len(out) > maxDictionary {
		err = fmt.Errorf("its dictionary has more than %d MB", maxDictionary>>20)
	}
	if err != nil {
		s.broken = true
	}
	return out, err
}
