package record

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// What is kept whole (readings, and what a mention is to linking) is JSON of
// the Go values, compressed. JSON lets fields be added: what an older program
// wrote is read with the new ones empty.

// Names of fields take up most of a short JSON text; the dictionary, which has
// them all, takes them out. It is raw content (RFC 8878, section 5), part of the
// format: a changed one needs another number.
//
//go:embed dictionary.txt
var dictionary []byte

const dictionaryNumber = 0x5250_0001

// packer packs readings. Mentions are packed by a faster one, of which there are
// many: what takes time there is to make the tables of the encoder anew for each.
var (
	packer        = sync.OnceValues(func() (*zstd.Encoder, error) { return newPacker(zstd.SpeedDefault) })
	mentionPacker = sync.OnceValues(func() (*zstd.Encoder, error) { return newPacker(zstd.SpeedFastest) })
)

func newPacker(level zstd.EncoderLevel) (*zstd.Encoder, error) {
	return zstd.NewWriter(nil, zstd.WithEncoderDictRaw(dictionaryNumber, dictionary), zstd.WithEncoderLevel(level), zstd.WithEncoderConcurrency(2), zstd.WithSingleSegment(true))
}

// longest is the most that a packed value may unpack to: damage must not take
// the memory of the machine.
const longest = 1 << 30

var unpacker = sync.OnceValues(func() (*zstd.Decoder, error) {
	return zstd.NewReader(nil, zstd.WithDecoderDictRaw(dictionaryNumber, dictionary), zstd.WithDecoderConcurrency(2), zstd.WithDecoderMaxMemory(longest))
})

func pack(v any) ([]byte, error) {
	plain, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("packing %T: %w", v, err)
	}
	return squeeze(packer, plain)
}

func squeeze(with func() (*zstd.Encoder, error), plain []byte) ([]byte, error) {
	z, err := with()
	if err != nil {
		return nil, fmt.Errorf("preparing to pack: %w", err)
	}
	return z.EncodeAll(plain, nil), nil
}

func unpack(packed []byte, v any) error {
	z, err := unpacker()
	if err != nil {
		return fmt.Errorf("preparing to unpack: %w", err)
	}
	plain, err := z.DecodeAll(packed, nil)
	if err != nil {
		return fmt.Errorf("unpacking %T: %w", v, err)
	}
	if err := json.Unmarshal(plain, v); err != nil {
		return fmt.Errorf("unpacking %T: %w", v, err)
	}
	return nil
}
