package rapporteur

// A Place is a toponym, resolved to GeoNames where one was found.
type Place struct {
	Span       Span
	Name       string  // GeoNames name, or the article's where unresolved
	Kind       string  // GeoNames feature code: PPLC, ADM1, PCLI …; "" where unresolved
	Country    string  // ISO 3166-1 alpha-3
	Admin1     string  // name of the first-level division
	GeoNamesID int     // 0 where unresolved
	Lat, Lon   float64 // degrees, WGS 84; meaningful where GeoNamesID or Resolved says so
	Resolved   bool    // Lat and Lon are known
	Sentence   int
	Rule       string
}
