package date

import "time"

// hebrewNewYear is Rosh Hashanah, the first of Tishri, in the autumn of year y,
// exactly, by the arithmetic of the Hebrew calendar with its postponements (E. M.
// Reingold and N. Dershowitz, Calendrical Calculations, 3rd edition 2008, chapter 7).
func hebrewNewYear(y int) time.Time {
	h := y + 3761
	days := hebrewDays(h)
	switch before, after := hebrewDays(h-1), hebrewDays(h+1); {
	case after-days == 356: // no year has 356 days
		days += 2
	case days-before == 382: // nor does one of 382 begin the next
		days++
	}
	return date(-3760, 9, 7+days) // from the first of Tishri of the year 1
}

// hebrewDays is how many days the mean moons of the years before h take, with the
// postponement of a new year on Sunday, Wednesday or Friday.
func hebrewDays(h int) int {
	moons := (235*h - 234) / 19
	parts := 12084 + 13753*moons
	days := 29*moons + parts/25920
	if 3*(days+1)%7 < 3 {
		days++
	}
	return days
}

// hanukkah is the 25th of Kislev after the Hebrew new year of autumn y: Heshvan,
// the month between, has a thirtieth day in the long years.
func hanukkah(y int) time.Time {
	start := hebrewNewYear(y)
	length := int(hebrewNewYear(y+1).Sub(start) / oneDay)
	days := 83
	if length%10 == 5 { // 355 or 385
		days++
	}
	return start.Add(time.Duration(days) * oneDay)
}
