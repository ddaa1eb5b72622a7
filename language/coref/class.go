package coref

// kinds puts what the referent is.
func (f *finder) kinds(t task, x *mention, c *cluster) {
	switch {
	case c.class == 0:
		f.put(fUnknownClass)
	case c.class == person:
		f.put(fPerson)
	case c.class == thing:
		f.put(fThing)
	case c.class&place != 0 && c.class&body != 0:
		f.put(fCountry)
	case c.class&place != 0:
		f.put(fPlace)
	case c.class == people:
		f.put(fPeople)
	default:
		f.put(fBody)
	}
	if t == taskHe {
		switch {
		case c.gender != unknownGender:
			f.put(fGenderKnown)
		case c.lean == unknownGender:
			f.put(fGenderUnknown)
		case c.lean == x.gender:
			f.put(fGenderLikely)
		default:
			f.put(fGenderUnlikely)
		}
	}
	f.agency(x, c)
	switch {
	case c.number == plural:
		f.put(fPlural)
	case c.number == unknownNumber:
		f.put(fUnknownNumber)
	case t == taskThey || t == taskMany:
		f.put(fSingularBody)
	}
}

// agency puts whether the referent can do what the anaphor does, or own what it
// owns: bodies have leaders, things have ends.
func (f *finder) agency(x *mention, c *cluster) {
	agent := c.class&(person|people|body) != 0
	switch does := f.doing(x); {
	case (does == reports || does == acts) && agent:
		f.put(fAgentActs)
	case does == reports || does == acts:
		f.put(fThingActs)
	case does == happens && agent:
		f.put(fAgentHappens)
	case does == happens:
		f.put(fThingHappens)
	}
	if x.form != thirdPossessive || f.heads[x.head] == none {
		return
	}
	owned := f.nounClass(f.heads[x.head])
	switch owns := owned&(person|people|body) != 0; {
	case owns && agent:
		f.put(fAgentOwnsAgent)
	case owns:
		f.put(fThingOwnsAgent)
	case agent:
		f.put(fAgentOwnsThing)
	}
}
