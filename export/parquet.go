package export

import (
	"fmt"
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// Parquet is the table as an Apache Parquet file, compressed with Zstandard: text
// and lists of it as UTF-8, whole numbers with 64 bits, others as doubles; what is
// unknown is null. Text is as in the report. Close writes the end, without which
// it is no file.
func Parquet[R any](w io.Writer, t Table[R]) Sink[R] {
	var fields []reflect.StructField
	for i, c := range t.Columns {
		f := reflect.StructField{Name: fmt.Sprintf("Column%d", i), Type: parquetTypes[c.Holds], Tag: reflect.StructTag(`parquet:"` + c.Name + `,optional"`)}
		switch c.Holds {
		case List:
			f.Tag = reflect.StructTag(`parquet:"` + c.Name + `,list"`)
		case Text:
			f.Tag = reflect.StructTag(`parquet:"` + c.Name + `,optional,dict"`)
		}
		fields = append(fields, f)
	}
	row := reflect.StructOf(fields)
	schema := parquet.NewSchema(t.Name, parquet.SchemaOf(reflect.New(row).Interface()))
	return &parquetFile[R]{t, row, parquet.NewGenericWriter[any](w, schema, parquet.Compression(&zstd.Codec{}), parquet.MaxRowsPerRowGroup(rowsAGroup))}
}

var parquetTypes = map[Holding]reflect.Type{
	Text: reflect.TypeFor[*string](), Whole: reflect.TypeFor[*int64](), Real: reflect.TypeFor[*float64](), Truth: reflect.TypeFor[*bool](), List: reflect.TypeFor[[]string](),
}

type parquetFile[R any] struct {
	Table[R]
	row reflect.Type
	out *parquet.GenericWriter[any]
}

// rowsAGroup are written together; a reader skips whole groups, and memory holds
// one.
const rowsAGroup = 100_000

func (p *parquetFile[R]) Put(rows ...R) error {
	out := make([]any, len(rows))
	for i := range rows {
		made := reflect.New(p.row)
		for k, c := range p.Columns {
			if err := fill(made.Elem().Field(k), c.Of(&rows[i])); err != nil {
				return fmt.Errorf("writing the column %s: %w", c.Name, err)
			}
		}
		out[i] = made.Interface()
	}
	_, err := p.out.Write(out)
	return err
}

func (p *parquetFile[R]) Close() error { return p.out.Close() }

// fill sets a field of a row to a cell.
func fill(field reflect.Value, cell any) error {
	switch v := cell.(type) {
	case nil:
		return nil
	case string:
		if v == "" {
			return nil
		}
	case int:
		cell = int64(v)
	}
	value := reflect.ValueOf(cell)
	switch {
	case value.Type() == field.Type():
		field.Set(value)
	case field.Kind() == reflect.Pointer && value.Type() == field.Type().Elem():
		field.Set(reflect.New(value.Type()))
		field.Elem().Set(value)
	default:
		return fmt.Errorf("it holds %s, not %s", field.Type(), value.Type())
	}
	return nil
}
