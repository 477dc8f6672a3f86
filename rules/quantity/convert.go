package quantity

import "strings"

// dimension is what a unit measures; only units of one can be converted.
type dimension uint8

const (
	length dimension = iota + 1
	area
	volume
	mass
	speed
	temperature
	power
	energy
	pressure
	data
	cycles
	duration
	points
	dose
	voltage
)

// factor is one unit in the dimension's base unit. Offset is added after.
type factor struct {
	unit   string
	dim    dimension
	by     float64
	offset float64
}

// factors are the exact conversion factors: international yard and pound
// (1959), SI prefixes, US liquid gallon, thermochemical calorie, mechanical
// horsepower, oil barrel of 42 US gallons (NIST SP 811). "Ton" is missing, for
// it may be 2,000 or 2,240 pounds; month and year are, for their lengths vary.
var factors = [...]factor{
	{"picometre", length, 1e-12, 0}, {"nanometre", length, 1e-9, 0}, {"micrometre", length, 1e-6, 0},
	{"millimetre", length, 1e-3, 0}, {"centimetre", length, 1e-2, 0}, {"decimetre", length, 0.1, 0},
	{"metre", length, 1, 0}, {"kilometre", length, 1e3, 0}, {"inch", length, foot / 12, 0}, {"foot", length, foot, 0},
	{"yard", length, 3 * foot, 0}, {"fathom", length, 6 * foot, 0}, {"furlong", length, mile / 8, 0}, {"mile", length, mile, 0},
	{"nautical mile", length, 1852, 0}, {"light-year", length, 9460730472580800, 0},
	{"square centimetre", area, 1e-4, 0}, {"square metre", area, 1, 0}, {"square kilometre", area, 1e6, 0},
	{"square inch", area, foot * foot / 144, 0}, {"square foot", area, foot * foot, 0}, {"square yard", area, 9 * foot * foot, 0},
	{"square mile", area, mile * mile, 0}, {"acre", area, mile * mile / 640, 0}, {"hectare", area, 1e4, 0},
	{"millilitre", volume, 1e-6, 0}, {"centilitre", volume, 1e-5, 0}, {"litre", volume, 1e-3, 0}, {"cubic metre", volume, 1, 0},
	{"cubic kilometre", volume, 1e9, 0}, {"cubic foot", volume, foot * foot * foot, 0}, {"gallon", volume, gallon, 0},
	{"barrel", volume, 42 * gallon, 0},
	{"microgram", mass, 1e-9, 0}, {"milligram", mass, 1e-6, 0}, {"gram", mass, 1e-3, 0}, {"kilogram", mass, 1, 0},
	{"tonne", mass, 1e3, 0}, {"ounce", mass, pound / 16, 0}, {"pound", mass, pound, 0}, {"stone", mass, 14 * pound, 0},
	{"carat", mass, 2e-4, 0},
	{"knot", speed, 1852.0 / 3600, 0},
	{"celsius", temperature, 1, 273.15}, {"fahrenheit", temperature, 5.0 / 9, 273.15 - 160.0/9}, {"kelvin", temperature, 1, 0},
	{"watt", power, 1, 0}, {"kilowatt", power, 1e3, 0}, {"megawatt", power, 1e6, 0}, {"gigawatt", power, 1e9, 0},
	{"terawatt", power, 1e12, 0}, {"horsepower", power, 550 * foot * pound * 9.80665, 0},
	{"joule", energy, 1, 0}, {"kilojoule", energy, 1e3, 0}, {"megajoule", energy, 1e6, 0}, {"calorie", energy, 4.184, 0},
	{"kilocalorie", energy, 4184, 0}, {"kilowatt-hour", energy, 3.6e6, 0}, {"megawatt-hour", energy, 3.6e9, 0},
	{"gigawatt-hour", energy, 3.6e12, 0}, {"terawatt-hour", energy, 3.6e15, 0},
	{"pascal", pressure, 1, 0}, {"hectopascal", pressure, 100, 0}, {"millibar", pressure, 100, 0}, {"kilopascal", pressure, 1e3, 0},
	{"psi", pressure, pound * 9.80665 / (foot * foot / 144), 0},
	{"bit", data, 1, 0}, {"byte", data, 8, 0}, {"kilobit", data, 1e3, 0}, {"megabit", data, 1e6, 0}, {"gigabit", data, 1e9, 0},
	{"kilobyte", data, 8e3, 0}, {"megabyte", data, 8e6, 0}, {"gigabyte", data, 8e9, 0}, {"terabyte", data, 8e12, 0},
	{"petabyte", data, 8e15, 0},
	{"hertz", cycles, 1, 0}, {"kilohertz", cycles, 1e3, 0}, {"megahertz", cycles, 1e6, 0}, {"gigahertz", cycles, 1e9, 0},
	{"second", duration, 1, 0}, {"minute", duration, 60, 0}, {"hour", duration, 3600, 0}, {"day", duration, 86400, 0},
	{"week", duration, 604800, 0},
	{"percentage point", points, 1, 0}, {"basis point", points, 0.01, 0},
	{"microsievert", dose, 1e-6, 0}, {"millisievert", dose, 1e-3, 0},
	{"volt", voltage, 1, 0}, {"kilovolt", voltage, 1e3, 0},
}

const foot, mile, pound, gallon = 0.3048, 1609.344, 0.45359237, 0.003785411784

// Convert returns value in the unit from as the same amount in the unit to, by
// exact factors, and whether the two measure one thing. Both are units as Read
// writes them, rates included ("kilometre/hour"). Currencies are not converted
// but for their hundredths: "cent" becomes a hundredth of any dollar or euro,
// "penny" of a pound. It is safe for concurrent use.
func Convert(value float64, from, to string) (float64, bool) {
	if from == to {
		return value, from != ""
	}
	fromTop, fromPer, _ := strings.Cut(from, "/")
	toTop, toPer, _ := strings.Cut(to, "/")
	if fromPer != toPer {
		return convertRate(value, from, to)
	}
	if f, ok := subunit(fromTop, toTop); ok {
		return value * f, true
	}
	f, okFrom := find(fromTop)
	t, okTo := find(toTop)
	if !okFrom || !okTo || f.dim != t.dim || fromPer != "" && f.dim == temperature {
		if fromPer == "" {
			return convertRate(value, from, to)
		}
		return 0, false
	}
	return (value*f.by + f.offset - t.offset) / t.by, true
}

// convertRate converts units of a speed or another rate over time.
func convertRate(value float64, from, to string) (float64, bool) {
	f, okFrom := rateOf(from)
	t, okTo := rateOf(to)
	if !okFrom || !okTo || f.dim != t.dim {
		return 0, false
	}
	return value * f.by / t.by, true
}

// rateOf returns what one unit is a second: "mile/hour", "knot".
func rateOf(unit string) (factor, bool) {
	if f, ok := find(unit); ok && f.dim == speed {
		return factor{dim: length, by: f.by}, true
	}
	top, per, ok := strings.Cut(unit, "/")
	f, okTop := find(top)
	t, okPer := find(per)
	if !ok || !okTop || !okPer || t.dim != duration || f.dim == temperature {
		return factor{}, false
	}
	return factor{dim: f.dim, by: f.by / t.by}, true
}

func find(unit string) (factor, bool) {
	for i := range factors {
		if factors[i].unit == unit {
			return factors[i], true
		}
	}
	return factor{}, false
}

// subunit returns the factor between a hundredth and its currency.
func subunit(from, to string) (float64, bool) {
	whole := func(u string) string {
		switch u {
		case "USD", "EUR", "AUD", "CAD", "NZD", "HKD", "SGD", "ZAR":
			return cent
		case "GBP":
			return penny
		}
		return "-"
	}
	switch {
	case whole(to) == from:
		return 0.01, true
	case whole(from) == to:
		return 100, true
	}
	return 0, false
}
