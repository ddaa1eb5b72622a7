package api

// routes registers every operation.
func (a *API) routes() {
	for _, name := range a.names() {
		a.list[name].register(a)
	}
	a.wholeRoutes()
	a.dossierRoute()
	a.articleRoute()
	a.searchRoute()
	a.explainRoute()
	a.correctionRoutes()
	a.readRoute()
}
