package language

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/klauspost/compress/zstd"
)

// Compressed ends the name of a file of weights that is packed with Zstandard
// (RFC 8878). Most weights are near zero, so a table takes a third of its size
// on disk and in the binary, for some 50 ms more at the start.
const Compressed = ".zst"

// ReadWeights reads a file of models, unpacked.
func ReadWeights(models fs.FS, file string) ([]byte, error) {
	b, err := fs.ReadFile(models, file)
	if err != nil || !strings.HasSuffix(file, Compressed) {
		return b, err
	}
	in, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	defer in.Close()
	if b, err = in.DecodeAll(b, nil); err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	return b, nil
}

// Compress packs weights as ReadWeights unpacks them.
func Compress(weights []byte) ([]byte, error) {
	out, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return nil, err
	}
	return out.EncodeAll(weights, nil), out.Close()
}
