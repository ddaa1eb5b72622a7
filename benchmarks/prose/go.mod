module rapporteur/benchmarks/prose

go 1.26.0

require (
	github.com/jdkato/prose/v2 v2.0.0
	rapporteur v0.0.0
)

require (
	github.com/bits-and-blooms/bitset v1.24.2 // indirect
	github.com/blevesearch/mmap-go v1.2.0 // indirect
	github.com/blevesearch/vellum v1.2.1 // indirect
	github.com/deckarep/golang-set v1.7.1 // indirect
	github.com/klauspost/compress v1.20.3 // indirect
	github.com/mingrammer/commonregex v1.0.1 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
	gonum.org/v1/gonum v0.7.0 // indirect
	gopkg.in/neurosnap/sentences.v1 v1.0.6 // indirect
)

replace (
	github.com/markusmobius/go-dateparser => ../../ingest/page/dateparser
	rapporteur => ../..
)
