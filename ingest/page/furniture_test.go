package page

import (
	"strconv"
	"strings"
	"testing"
)

// Every row of the table is well formed and can match what it means to.
func TestFurnitureTable(t *testing.T) {
	hows := map[string]bool{"is": true, "starts": true, "ends": true, "has": true, "linked": true, "stop": true}
	seen := map[string]int{}
	n := 0
	for line := range strings.Lines(furnitureTable) {
		n++
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 4 {
			t.Errorf("line %d: %d columns; want how, max, words, about", n, len(fields))
			continue
		}
		how, words := fields[0], fields[2]
		if !hows[how] {
			t.Errorf("line %d: how is %q", n, how)
		}
		if limit, err := strconv.Atoi(fields[1]); err != nil || limit < len(words) || limit > 600 {
			t.Errorf("line %d: max is %q", n, fields[1])
		}
		if fields[3] == "" {
			t.Errorf("line %d: nothing says what %q is", n, words)
		}
		plain, bare := plainly(words)
		switch {
		case plain != words:
			t.Errorf("line %d: %q is written %q when it is compared", n, words, plain)
		case (how == "is" || how == "stop" || how == "ends") && bare != words:
			t.Errorf("line %d: %q never matches: %q is compared", n, words, bare)
		}
		if before := seen[how+words]; before > 0 {
			t.Errorf("line %d: %q is there already, in line %d", n, words, before)
		}
		seen[how+words] = n
	}
	if n < 100 {
		t.Errorf("the table has %d lines", n)
	}
}

func TestFurnishing(t *testing.T) {
	for text, want := range map[string]bool{
		"Advertisement":                            true,
		"ADVERTISEMENT":                            true,
		"— Share this article —":                   true,
		"* * *":                                    true,
		"Read more: Envoys return to Port Arden":   true,
		"Editors’ picks":                           true,
		"3 min read":                               true,
		"FILE - A ferry leaves Port Arden in May.": true,
		"A relative at the harbour wall. (AP Photo/Ada Lund)":                         true,
		"Copyright © 2024 Harbour Post. All rights reserved.":                         true,
		"We use cookies to make this site work.":                                      true,
		"Sign up for our newsletter, The Morning Tide.":                               true,
		"Share prices in Velm fell by a tenth on Monday after the talks broke up.":    false,
		"Print media in Arden welcomed the offer.":                                    false,
		"Save the Children said that 3,400 people had left their homes on the coast.": false,
		"Live fire was heard in Port Arden on Monday.":                                false,
		"“Listen to this man,” she told the council.":                                 false,
		"Related talks on grain are to begin in June.":                                false,
		"Subscribers of the state telephone company lost their service.":              false,
		"Breaking the blockade is our first aim, the minister said.":                  false,
		"Comments by the commissioner angered Arden.":                                 false,
		"Read by his spokesman, the statement said that Velm would not sign.":         false,
		"Photographs of the quay show two craters.":                                   false,
		"Reuters first reported the offer.":                                           false,
	} {
		if got := furnishing(&run{text: text, size: len(text)}); got != want {
			t.Errorf("%q: furniture %v; want %v", text, got, want)
		}
	}
}
