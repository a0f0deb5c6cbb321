package dates

import (
	"math"
	"time"

	"github.com/dateline-nlp/dateline"
)

// Days that follow the new moon. Its time is that of Meeus, Astronomical Algorithms, chapter 49, to a few minutes, so that a day is
// wrong only where the moon is new within minutes of midnight there. Years before firstMoon, when other calendars held, and after
// lastMoon have no such days.
const (
	firstMoon = 1645
	lastMoon  = 2400
)

// julianEpoch is the Julian date of midnight UTC that begins 1 January 1970.
const julianEpoch = 2440587.5

// newMoon returns the k-th new moon after that of 6 January 2000, as a Julian date.
func newMoon(k float64) float64 {
	t := k / 1236.85
	rad := func(deg float64) float64 { return deg * math.Pi / 180 }
	e := 1 - 0.002516*t - 0.0000074*t*t
	sun := rad(2.5534 + 29.10535670*k - 0.0000014*t*t)
	moon := rad(201.5643 + 385.81693528*k + 0.0107582*t*t)
	node := rad(160.7108 + 390.67050284*k - 0.0016118*t*t)
	return 2451550.09766 + 29.530588861*k + 0.00015437*t*t -
		0.40720*math.Sin(moon) + 0.17241*e*math.Sin(sun) + 0.01608*math.Sin(2*moon) + 0.01039*math.Sin(2*node) +
		0.00739*e*math.Sin(moon-sun) - 0.00514*e*math.Sin(moon+sun) + 0.00208*e*e*math.Sin(2*sun) -
		0.00111*math.Sin(moon-2*node) - 0.00057*math.Sin(moon+2*node) + 0.00056*e*math.Sin(2*moon+sun) -
		0.00042*math.Sin(3*moon) + 0.00042*e*math.Sin(sun+2*node) + 0.00038*e*math.Sin(sun-2*node) - 0.00024*e*math.Sin(2*moon-sun)
}

// moonAfter returns the first new moon on or after day d, and the day on which it falls where clocks are so many hours ahead of UTC.
func moonAfter(d dateline.Day, ahead float64) (moon float64, day dateline.Day) {
	k := math.Floor((float64(d)+julianEpoch-2451550)/29.530588861) - 2
	for ; ; k++ {
		moon = newMoon(k)
		if day = dateline.Day(math.Floor(moon + ahead/24 - julianEpoch)); day >= d {
			return moon, day
		}
	}
}

// islamic is a day of the Islamic calendar as it is kept: a month begins on the day after the first evening, at Mecca, that the new
// crescent can be seen. Of 48 days of 2010 to 2025 on which Ramadan and the two feasts began in Saudi Arabia, 43 are right and 5 are off by
// one; the tabular calendar has 23. It is what is left where there are no moons.
func islamic(n, m, d int) dateline.Day {
	first := hijri(n, m, 1)
	if n >= firstMoon && n <= lastMoon {
		const dusk = 10.5 // UTC: a moon that is new later in the day is not seen that evening
		moon, _ := moonAfter(first-4, 3)
		first = dateline.Day(math.Floor(moon+(24-dusk)/24-julianEpoch)) + 1
	}
	return first + dateline.Day(d-1)
}

// lunarNewYear is the New Year of the Chinese calendar in the Gregorian year y: the second new moon after the month of the winter
// solstice began; never before 21 January.
func lunarNewYear(y int) dateline.Interval {
	if y < firstMoon || y > lastMoon {
		return dateline.Interval{}
	}
	const beijing = 8
	t := float64(y-1-2000) / 1000
	solstice := 2451900.05952 + 365242.74049*t - 0.06223*t*t
	month := dateline.Day(math.Floor(solstice + beijing/24. - julianEpoch))
	for { // back to the new moon on or before the solstice
		if _, d := moonAfter(month, beijing); d <= dateline.Day(math.Floor(solstice+beijing/24.-julianEpoch)) {
			month = d
			break
		}
		month--
	}
	_, d := moonAfter(month+1, beijing)
	if _, d = moonAfter(d+1, beijing); d < dateline.DayOf(y, time.January, 21) {
		_, d = moonAfter(d+1, beijing)
	}
	return dateline.Interval{From: d, To: d + 1}
}

// diwali is the evening before the new moon of Kartika in India: the last one, at 18:20, that the moon is not yet new.
func diwali(y int) dateline.Interval {
	if y < firstMoon || y > lastMoon {
		return dateline.Interval{}
	}
	const india, evening = 5.5, 18 + 20./60
	moon, _ := moonAfter(dateline.DayOf(y, time.October, 18), india)
	d := dateline.Day(math.Floor(moon + (india-evening)/24 - julianEpoch))
	return dateline.Interval{From: d, To: d + 1}
}
