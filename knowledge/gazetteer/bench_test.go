package gazetteer

import "testing"

func BenchmarkLookup(b *testing.B) {
	names := []string{"Kharkiv", "Deir al-Balah", "Paris", "Sudan", "Nowhere at All", "El Fasher", "Springfield", "Khan Younis"}
	for i := 0; b.Loop(); i++ {
		Lookup(names[i%len(names)])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "lookups/s")
}

func BenchmarkKnown(b *testing.B) {
	names := []string{"Kharkiv", "Deir al-Balah", "Paris", "Sudan", "Nowhere at All", "El Fasher", "Springfield", "Khan Younis"}
	for i := 0; b.Loop(); i++ {
		Known(names[i%len(names)])
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "names/s")
}
