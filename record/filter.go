package record

// A Filter says which articles a question is about; the zero Filter lets all
// through.
type Filter struct {
	Publisher string // outlet
	From, To  string // first and last day of publication, YYYY-MM-DD; what is undated passes neither
}

// Where is the filter as the end of a condition on the table of articles, called
// by an alias, and its arguments.
func (f Filter) Where(alias string) (condition string, args []any) {
	if f.Publisher != "" {
		condition += " AND " + alias + ".publisher = ?"
		args = append(args, f.Publisher)
	}
	if f.From != "" {
		condition += " AND " + alias + ".published >= ?"
		args = append(args, f.From)
	}
	if f.To != "" {
		// The time of day may follow the day.
		condition += " AND " + alias + ".published <> '' AND " + alias + ".published < ?"
		args = append(args, f.To+"~")
	}
	return condition, args
}
