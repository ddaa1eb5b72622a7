package talks

import (
	"time"

	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// Speeches, communiqués, visits and history speak of negotiations, too. What
// follows tells news of a negotiation from them.

// A report begins with what it reports, so that long ones whose first words do
// not speak of a negotiation must speak of it much more often to be on one; so
// must those who speak for themselves.
const (
	leading     = 130 // tokens of the beginning
	plainLead   = 1.6
	ownLead     = 2.4
	ownWords    = 3
	long        = 450       // tokens that a report of the day seldom has more of
	longer      = 1.0 / 250 // what is asked for every token more
	longWithout = 1.0 / 100 // the same where the beginning speaks of something else
	beyondDoubt = 7.0       // words that say so plainly need no quarrel
	disputes    = 3         // so many quarrels are not those of friends
)

// newsOf reports whether a text on which words say so strongly that somebody
// negotiates is news of it, by where they stand and who speaks.
func (f *finder) newsOf(plainly float64) bool {
	lead := f.lead()
	if f.spokenByOneself() && (lead < ownLead || plainly < plain+longWithout*float64(f.size)/2) {
		return false
	}
	differ, please := f.contention()
	if plainly < beyondDoubt && (differ == 0 || please > differ && differ < disputes) {
		return false
	}
	more := longer
	if lead < plainLead {
		more = longWithout
	}
	return f.size <= long || plainly >= plain+more*float64(f.size-long)
}

// contention is how many words show that somebody has something out with somebody,
// or that it is not settled yet, and how many that all is well: friendly governments
// only welcome, support and agree.
func (f *finder) contention() (differ, please int) {
	for i := range f.hits {
		switch h := &f.hits[i]; h.cue.Table {
		case know.Stance:
			switch h.cue.Label {
			case "supports":
				please++
			case "open-to", "accepts":
			default:
				differ++
			}
		case know.Sticking, know.Awaited, know.Answer:
			differ++
		case know.Stage:
			switch h.cue.Label {
			case rapporteur.StageStalled, rapporteur.StageSuspended, rapporteur.StageCollapsed, rapporteur.StageRejected, rapporteur.StageCritical:
				differ++
			}
		}
	}
	truce := 0
	for _, n := range f.nouns {
		switch {
		case n.class&know.Dispute != 0 && f.aboutDeal(n.head):
			differ++ // "an agreement to end the crisis"
		case n.class&(know.Truce|know.Mediator) != 0:
			truce = 1
		}
	}
	differ += truce
	return differ, please
}

// lead is how strongly the nouns of the beginning say that somebody negotiates.
func (f *finder) lead() float64 {
	sum, end := 0.0, 0
	for _, s := range f.t.Sentences {
		if s.Heading {
			continue
		}
		if end == 0 {
			end = s.First + leading
		}
		break
	}
	for _, n := range f.nouns {
		if n.head < end && (n.class&(know.Talks|know.Truce|know.Mediator|know.Side) != 0 || n.weight >= 1.5) {
			sum += n.weight
		}
	}
	return sum
}

// spokenByOneself reports whether whoever wrote the text speaks of himself in it:
// "I will visit", "we welcome", with nobody else saying so.
func (f *finder) spokenByOneself() bool {
	n := 0
	for i := range f.t.Tokens {
		if f.content[i] > 0 || f.t.Tokens[i].UPOS != "PRON" {
			continue
		}
		switch lower(f.t.Word(i)) {
		case "i", "we", "my", "our":
			n++
		}
	}
	return n >= ownWords && n > len(f.statements)
}

// bygone reports whether a text tells of negotiations of long ago: most of what
// speaks of them stands in sentences of another year. A sentence has the time of its
// dates, or goes on in that of the sentence before. Where it is not known when the
// text was published, years that it names are taken for past, and days of the week
// and the like for present.
func (f *finder) bygone() bool {
	published := f.t.Article.Published
	times := make([]int, len(f.t.Sentences)) // 0 nothing said, 1 long ago, 2 of late
	for i := range f.dates {
		d := &f.dates[i]
		if d.Type == rapporteur.DateDuration || d.Type == rapporteur.DateSet {
			continue
		}
		to, err := time.Parse(time.DateOnly, d.To)
		switch {
		case err != nil || published.IsZero() && f.ofWeek(d):
			if f.ofWeek(d) {
				times[d.Sentence] = 2
			}
		case published.IsZero() || to.Before(published.AddDate(-1, 0, 0)):
			times[d.Sentence] = max(times[d.Sentence], 1)
		default:
			times[d.Sentence] = 2
		}
	}
	for i := range f.statements {
		if s := &times[f.statements[i].Sentence]; *s == 0 {
			*s = 2 // what somebody says is told of the day
		}
	}
	old, all := 0.0, 0.0
	s, time := -1, 0
	for _, n := range f.nouns {
		if n.class&(know.Talks|know.Deal|know.Truce|know.Proposal|know.Mediator) == 0 || n.weight < slight {
			continue
		}
		for ; s < f.t.SentenceOf(n.head); s++ {
			if t := times[s+1]; t > 0 {
				time = t
			}
		}
		all += n.weight
		if time == 1 {
			old += n.weight
		}
	}
	return old > bygoneShare*all
}

// bygoneShare is the part of what speaks of a negotiation that must be of long ago
// for the text to be history.
const bygoneShare = 0.7

// ofWeek reports whether a date is one that only the day of publication gives a
// sense: "Monday", "yesterday".
func (f *finder) ofWeek(d *rapporteur.Date) bool {
	for k := f.tokenAt(d.Span.Start); k < len(f.t.Tokens) && f.t.Tokens[k].Span.Start < d.Span.End; k++ {
		switch lower(f.t.Word(k)) {
		case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow", "tonight", "now", "currently", "ago", "next", "last", "this":
			return true
		}
	}
	return false
}
