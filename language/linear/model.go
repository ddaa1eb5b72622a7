package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A Model is a table whose classes have names.
type Model struct {
	Labels []string
	*Table
}

// Append writes the model to b: the number of labels (uint16), each label's
// length (uint8) and bytes, then the table.
func (m *Model) Append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint16(b, uint16(len(m.Labels)))
	for _, label := range m.Labels {
		b = append(b, byte(len(label)))
		b = append(b, label...)
	}
	return m.Table.Append(b)
}

// LoadModel reads a model from the front of b and returns what follows it.
func LoadModel(b []byte) (*Model, []byte, error) {
	short := errors.New("linear: labels cut short")
	if len(b) < 2 {
		return nil, nil, short
	}
	m := &Model{Labels: make([]string, binary.LittleEndian.Uint16(b))}
	b = b[2:]
	for i := range m.Labels {
		if len(b) == 0 || len(b) < 1+int(b[0]) {
			return nil, nil, short
		}
		m.Labels[i] = string(b[1 : 1+int(b[0])])
		b = b[1+int(b[0]):]
	}
	table, rest, err := Load(b)
	if err != nil {
		return nil, nil, err
	}
	if len(m.Labels) > table.Classes() {
		return nil, nil, fmt.Errorf("linear: %d labels for %d classes", len(m.Labels), table.Classes())
	}
	m.Table = table
	return m, rest, nil
}

// Best is the first of the highest-scoring classes.
func Best(scores []int16) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}
