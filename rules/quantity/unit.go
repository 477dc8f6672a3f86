package quantity

// unitName returns the canonical singular name of the unit of measure that w
// writes. Stuck says that it stands against its figure: only there are single
// letters and "in" units. Names are lower case, all but "m²" and such.
func unitName(w string, stuck bool) (string, bool) {
	if len(w) == 0 {
		return "", false
	}
	if u := lengthUnit(w); u != "" {
		return u, true
	}
	if u := massUnit(w); u != "" {
		return u, true
	}
	if u := volumeUnit(w); u != "" {
		return u, true
	}
	if u := powerUnit(w); u != "" {
		return u, true
	}
	if u := dataUnit(w); u != "" {
		return u, true
	}
	if !stuck {
		return "", false
	}
	switch w {
	case "m":
		return "metre", true
	case "g":
		return "gram", true
	case "l", "L":
		return "litre", true
	case "t":
		return "tonne", true
	case "in":
		return "inch", true
	case "W", "w":
		return "watt", true
	case "V", "v":
		return "volt", true
	case "C":
		return "celsius", true
	case "F", "f":
		return "fahrenheit", true
	}
	return "", false
}

func lengthUnit(w string) string {
	switch w {
	case "metre", "metres", "meter", "meters":
		return "metre"
	case "kilometre", "kilometres", "kilometer", "kilometers", "km", "kms", "km.":
		return "kilometre"
	case "centimetre", "centimetres", "centimeter", "centimeters", "cm", "cms":
		return "centimetre"
	case "millimetre", "millimetres", "millimeter", "millimeters", "mm":
		return "millimetre"
	case "decimetre", "decimetres", "decimeter", "decimeters", "dm":
		return "decimetre"
	case "micrometre", "micrometres", "micrometer", "micrometers", "micron", "microns", "μm", "µm":
		return "micrometre"
	case "nanometre", "nanometres", "nanometer", "nanometers", "nm":
		return "nanometre"
	case "picometre", "picometres", "picometer", "picometers":
		return "picometre"
	case "mile", "miles", "mi":
		return "mile"
	case "foot", "feet", "ft", "ft.":
		return "foot"
	case "inch", "inches", "ins":
		return "inch"
	case "yard", "yards", "yd", "yds":
		return "yard"
	case "fathom", "fathoms":
		return "fathom"
	case "furlong", "furlongs":
		return "furlong"
	case "lightyear", "lightyears":
		return "light-year"
	case "acre", "acres":
		return "acre"
	case "hectare", "hectares", "ha":
		return "hectare"
	case "km2", "km²", "sqkm":
		return "square kilometre"
	case "m2", "m²", "sqm":
		return "square metre"
	case "cm2", "cm²":
		return "square centimetre"
	case "m3", "m³":
		return "cubic metre"
	case "km3", "km³":
		return "cubic kilometre"
	case "mph":
		return "mile/hour"
	case "kph", "kmph", "kmh", "km/h", "km/hr":
		return "kilometre/hour"
	case "knot", "knots", "kts":
		return "knot"
	}
	return ""
}

func massUnit(w string) string {
	switch w {
	case "gram", "grams", "gramme", "grammes", "gm", "gms":
		return "gram"
	case "kilogram", "kilograms", "kilogramme", "kilogrammes", "kg", "kgs", "kilo", "kilos":
		return "kilogram"
	case "milligram", "milligrams", "milligramme", "milligrammes", "mg":
		return "milligram"
	case "microgram", "micrograms", "microgramme", "microgrammes", "μg", "µg", "mcg", "ug":
		return "microgram"
	case "tonne", "tonnes":
		return "tonne"
	case "ton", "tons":
		return "ton"
	case "kiloton", "kilotons", "kilotonne", "kilotonnes":
		return "kiloton"
	case "megaton", "megatons", "megatonne", "megatonnes":
		return "megaton"
	case "pound", "pounds", "lb", "lbs", "lbs.", "lb.":
		return "pound"
	case "ounce", "ounces", "oz", "oz.":
		return "ounce"
	case "stone":
		return "stone"
	case "carat", "carats":
		return "carat"
	}
	return ""
}

func volumeUnit(w string) string {
	switch w {
	case "litre", "litres", "liter", "liters", "ltr":
		return "litre"
	case "millilitre", "millilitres", "milliliter", "milliliters", "ml":
		return "millilitre"
	case "centilitre", "centilitres", "centiliter", "centiliters", "cl":
		return "centilitre"
	case "gallon", "gallons":
		return "gallon"
	case "pint", "pints":
		return "pint"
	case "quart", "quarts":
		return "quart"
	case "barrel", "barrels", "bbl":
		return "barrel"
	case "bushel", "bushels":
		return "bushel"
	case "cup", "cups":
		return "cup"
	case "tablespoon", "tablespoons", "tbsp":
		return "tablespoon"
	case "teaspoon", "teaspoons", "tsp":
		return "teaspoon"
	case "celsius", "celcius", "centigrade", "centigrate":
		return "celsius"
	case "fahrenheit", "farenheit":
		return "fahrenheit"
	case "kelvin", "kelvins":
		return "kelvin"
	case "degree", "degrees", "deg", "deg.", "°":
		return "degree"
	case "℃":
		return "celsius"
	case "℉":
		return "fahrenheit"
	case "radian", "radians", "rad":
		return "radian"
	}
	return ""
}

func powerUnit(w string) string {
	switch w {
	case "watt", "watts":
		return "watt"
	case "kilowatt", "kilowatts", "kw":
		return "kilowatt"
	case "megawatt", "megawatts", "mw", "MW":
		return "megawatt"
	case "gigawatt", "gigawatts", "gw", "GW":
		return "gigawatt"
	case "terawatt", "terawatts":
		return "terawatt"
	case "horsepower", "hp", "bhp":
		return "horsepower"
	case "joule", "joules":
		return "joule"
	case "kilojoule", "kilojoules", "kj":
		return "kilojoule"
	case "megajoule", "megajoules":
		return "megajoule"
	case "calorie", "calories":
		return "calorie"
	case "kilocalorie", "kilocalories", "kcal":
		return "kilocalorie"
	case "kwh":
		return "kilowatt-hour"
	case "mwh":
		return "megawatt-hour"
	case "gwh":
		return "gigawatt-hour"
	case "twh":
		return "terawatt-hour"
	case "volt", "volts":
		return "volt"
	case "kilovolt", "kilovolts", "kv":
		return "kilovolt"
	case "amp", "amps", "ampere", "amperes":
		return "ampere"
	case "pascal", "pascals":
		return "pascal"
	case "kilopascal", "kilopascals", "kpa":
		return "kilopascal"
	case "hectopascal", "hectopascals", "hpa":
		return "hectopascal"
	case "millibar", "millibars", "mbar":
		return "millibar"
	case "psi":
		return "psi"
	case "decibel", "decibels", "db":
		return "decibel"
	case "sievert", "sieverts":
		return "sievert"
	case "millisievert", "millisieverts", "msv":
		return "millisievert"
	case "microsievert", "microsieverts":
		return "microsievert"
	}
	return ""
}

func dataUnit(w string) string {
	switch w {
	case "bit", "bits":
		return "bit"
	case "byte", "bytes":
		return "byte"
	case "kilobit", "kilobits":
		return "kilobit"
	case "megabit", "megabits":
		return "megabit"
	case "gigabit", "gigabits":
		return "gigabit"
	case "kilobyte", "kilobytes", "kb":
		return "kilobyte"
	case "megabyte", "megabytes", "mb":
		return "megabyte"
	case "gigabyte", "gigabytes", "gb":
		return "gigabyte"
	case "terabyte", "terabytes", "tb":
		return "terabyte"
	case "petabyte", "petabytes", "pb":
		return "petabyte"
	case "mbps":
		return "megabit/second"
	case "gbps":
		return "gigabit/second"
	case "kbps":
		return "kilobit/second"
	case "hertz", "hz":
		return "hertz"
	case "kilohertz", "khz":
		return "kilohertz"
	case "megahertz", "mhz":
		return "megahertz"
	case "gigahertz", "ghz":
		return "gigahertz"
	case "megapixel", "megapixels", "mp":
		return "megapixel"
	}
	return ""
}
