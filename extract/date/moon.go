package date

import (
	"math"
	"time"
)

// newMoon is the conjunction of lunation k, counted from the first of the year
// 2000, in universal time to a few minutes (J. Meeus, Astronomical Algorithms,
// 2nd edition 1998, chapter 49, its larger terms).
func newMoon(k int) time.Time {
	n := float64(k)
	t := n / 1236.85
	sin := func(degrees float64) float64 { return math.Sin(math.Mod(degrees, 360) * math.Pi / 180) }
	sun := 2.5534 + 29.10535670*n
	moon := 201.5643 + 385.81693528*n + 0.0107582*t*t
	node := 160.7108 + 390.67050284*n - 0.0016118*t*t
	day := 2451550.09766 + 29.530588861*n + 0.00015437*t*t +
		-0.40720*sin(moon) + 0.17241*sin(sun) + 0.01608*sin(2*moon) + 0.01039*sin(2*node) +
		0.00739*sin(moon-sun) - 0.00514*sin(moon+sun) + 0.00208*sin(2*sun) - 0.00111*sin(moon-2*node)
	const unixEpoch = 2440587.5 // Julian day of 1970-01-01
	return time.Unix(0, 0).UTC().Add(time.Duration(math.Round((day-unixEpoch)*86400)) * time.Second)
}

// lunation is that of the last new moon of the year before y, or of one close to it.
func lunation(y int) int { return int(math.Floor(float64(y-2000)*12.3685)) - 1 }

// islamicMonth is the first day of lunation k as a month of the Islamic calendar of
// Mecca: the day after a conjunction early enough for the crescent to follow the
// sun, else the second day. The sighting of the moon may move it by a day.
func islamicMonth(k int) time.Time {
	const earliest = 11 * time.Hour // to the end of the day from a conjunction at 13 h
	return midnight(newMoon(k).Add(earliest)).Add(oneDay)
}

// ramadan2000 is the lunation of Ramadan 1421, November 2000.
const ramadan2000 = 11

// islamic is day d of month m of the Islamic calendar, the first one in year y,
// and the first day of the month after; not ok where y has none.
func islamic(m, d, y int) (at, next time.Time, ok bool) {
	for k := lunation(y) - 2; k < lunation(y)+16; k++ {
		if ((k-ramadan2000+8)%12+12)%12+1 != m {
			continue
		}
		if at = islamicMonth(k).Add(time.Duration(d-1) * oneDay); at.Year() == y {
			return at, islamicMonth(k + 1), true
		}
	}
	return at, next, false
}

// lunarNewYear is the new moon in Beijing between 21 January and 20 February.
func lunarNewYear(y int) time.Time {
	return moonFrom(date(y, 1, 21), 8*time.Hour)
}

// diwali is the last evening in India before a new moon, from the middle of
// October on.
func diwali(y int) time.Time {
	const fromEvening = 5*time.Hour + 30*time.Minute - 18*time.Hour - 30*time.Minute
	return moonFrom(date(y, 10, 16), fromEvening)
}

// moonFrom is the day of the first new moon on day d or after it, by a clock
// that is shifted from universal time.
func moonFrom(d time.Time, shift time.Duration) time.Time {
	for k := lunation(d.Year()); ; k++ {
		if at := midnight(newMoon(k).Add(shift)); !at.Before(d) {
			return at
		}
	}
}

func midnight(t time.Time) time.Time {
	y, m, d := t.Date()
	return date(y, int(m), d)
}
