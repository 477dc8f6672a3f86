package quantity

import "strings"

// The subunits that several currencies share. Their amounts stay as written,
// since "50 cents" does not say of which currency; Convert makes 0.5 of any.
const (
	cent  = "cent"
	penny = "penny"
)

// sign returns the ISO 4217 code of a currency sign, "" where s is none. "$"
// alone is the US dollar: the text rarely says otherwise.
// Source: Unicode CLDR, en.xml, narrow and standard symbols.
func sign(s string) string {
	switch s {
	case "$", "us$", "usd$", "u.s.$":
		return "USD"
	case "£", "gb£":
		return "GBP"
	case "€":
		return "EUR"
	case "¥", "￥", "jp¥":
		return "JPY"
	case "cn¥":
		return "CNY"
	case "₹":
		return "INR"
	case "₽":
		return "RUB"
	case "₩":
		return "KRW"
	case "₺":
		return "TRY"
	case "₪":
		return "ILS"
	case "₦":
		return "NGN"
	case "₴":
		return "UAH"
	case "₫":
		return "VND"
	case "฿":
		return "THB"
	case "₱":
		return "PHP"
	case "₾":
		return "GEL"
	case "₸":
		return "KZT"
	case "₡":
		return "CRC"
	case "₲":
		return "PYG"
	case "₵":
		return "GHS"
	case "₿":
		return "BTC"
	case "¢":
		return cent
	}
	return dollarSign(s)
}

func dollarSign(s string) string {
	switch s {
	case "a$", "au$", "aud$":
		return "AUD"
	case "c$", "ca$", "cad$", "can$":
		return "CAD"
	case "nz$", "nzd$":
		return "NZD"
	case "hk$", "hkd$":
		return "HKD"
	case "s$", "sg$", "sgd$":
		return "SGD"
	case "nt$":
		return "TWD"
	case "r$", "brl$":
		return "BRL"
	case "mx$", "mex$", "mxn$":
		return "MXN"
	case "j$":
		return "JMD"
	}
	return ""
}

// code returns the ISO 4217 code that the lower-cased s is, "" where it is
// none. Codes that are English words (TRY, ALL, TOP) are left out.
func code(s string) string {
	switch s {
	case "usd", "eur", "gbp", "jpy", "cny", "inr", "aud", "cad", "chf", "nzd", "hkd", "sgd", "sek", "nok", "dkk", "rub", "krw",
		"brl", "mxn", "zar", "pln", "thb", "idr", "myr", "php", "ngn", "uah", "aed", "sar", "ils", "egp", "pkr", "bdt", "kes",
		"huf", "czk", "ron", "vnd", "twd", "clp", "ars", "qar", "kwd", "btc", "eth":
		return strings.ToUpper(s)
	case "rmb":
		return "CNY"
	}
	return ""
}

// currencyWord returns the currency that a word names: a code, or a name that
// several countries share ("dollar", "franc", "krone"), which issued resolves.
func currencyWord(w string) (unit string, ok bool) {
	switch w {
	case "dollar", "dollars", "buck", "bucks":
		return "USD", true
	case "euro", "euros":
		return "EUR", true
	case "pound", "pounds":
		return "pound", true
	case "sterling":
		return "GBP", true
	case "yen":
		return "JPY", true
	case "yuan", "renminbi", "kuai":
		return "CNY", true
	case "rupee", "rupees":
		return "INR", true
	case "rouble", "roubles", "ruble", "rubles":
		return "RUB", true
	case "won":
		return "KRW", true
	case "cent", "cents":
		return cent, true
	case "pence", "pennies":
		return penny, true
	case "bitcoin", "bitcoins":
		return "BTC", true
	case "satoshi", "satoshis":
		return "satoshi", true
	}
	return rareCurrency(w)
}

func rareCurrency(w string) (string, bool) {
	switch w {
	case "franc", "francs":
		return "franc", true
	case "krone", "kroner", "krona", "kronor":
		return "krone", true
	case "peso", "pesos":
		return "peso", true
	case "dinar", "dinars":
		return "dinar", true
	case "rial", "rials", "riyal", "riyals":
		return "rial", true
	case "dirham", "dirhams":
		return "dirham", true
	case "shilling", "shillings":
		return "shilling", true
	case "mark", "marks", "deutschmarks", "deutschmark":
		return "mark", true
	case "lira", "liras", "lire":
		return "TRY", true
	case "reais":
		return "BRL", true
	case "rand":
		return "ZAR", true
	case "shekel", "shekels":
		return "ILS", true
	case "hryvnia", "hryvnias":
		return "UAH", true
	case "zloty", "zlotys":
		return "PLN", true
	case "baht":
		return "THB", true
	case "ringgit":
		return "MYR", true
	case "rupiah":
		return "IDR", true
	case "naira":
		return "NGN", true
	case "cedi", "cedis":
		return "GHS", true
	case "forint", "forints":
		return "HUF", true
	case "guilder", "guilders":
		return "NLG", true
	case "lari":
		return "GEL", true
	case "taka":
		return "BDT", true
	}
	return "", false
}

// issuer reads the country's adjective before a currency at token j and
// returns it with the token after it; "" where there is none.
func (r *reader) issuer(j int) (string, int) {
	w := r.lower(j)
	switch w {
	case "hong", "new", "sri", "south", "saudi":
		two := r.lower(j + 1)
		if two == "kong" || two == "zealand" || two == "lankan" || two == "korean" || two == "african" || two == "arabian" {
			return two, j + 2
		}
	case "us", "u.s.", "american", "australian", "canadian", "singapore", "taiwan", "jamaican", "indian", "pakistani", "nepalese",
		"mexican", "philippine", "argentine", "chilean", "colombian", "swiss", "french", "belgian", "cfa", "congolese", "danish", "norwegian",
		"swedish", "icelandic", "kuwaiti", "iraqi", "jordanian", "tunisian", "bahraini", "serbian", "libyan", "algerian", "british",
		"egyptian", "lebanese", "syrian", "sudanese", "kenyan", "ugandan", "tanzanian", "japanese", "chinese", "turkish", "italian",
		"korean", "iranian", "omani", "qatari", "yemeni", "emirati", "moroccan", "dutch", "german", "deutsche", "russian", "belarusian":
		return w, j + 1
	}
	return "", j
}

// issued returns the code of the currency called unit that a country issues,
// "" where we know none.
func issued(country, unit string) string {
	switch unit {
	case "USD":
		return dollarOf(country)
	case "pound":
		return pick(country, "british", "GBP", "egyptian", "EGP", "lebanese", "LBP", "syrian", "SYP", "sudanese", "SDG")
	case "INR":
		return pick(country, "", "INR", "indian", "INR", "pakistani", "PKR", "lankan", "LKR", "nepalese", "NPR")
	case "franc":
		return pick(country, "swiss", "CHF", "cfa", "XOF", "congolese", "CDF", "french", "FRF", "belgian", "BEF")
	case "krone":
		return pick(country, "danish", "DKK", "norwegian", "NOK", "swedish", "SEK", "icelandic", "ISK")
	case "peso":
		return pick(country, "mexican", "MXN", "philippine", "PHP", "argentine", "ARS", "chilean", "CLP", "colombian", "COP")
	case "dinar":
		return pick(country, "kuwaiti", "KWD", "iraqi", "IQD", "jordanian", "JOD", "tunisian", "TND", "bahraini", "BHD",
			"serbian", "RSD", "libyan", "LYD", "algerian", "DZD")
	case "rial":
		return pick(country, "iranian", "IRR", "omani", "OMR", "qatari", "QAR", "yemeni", "YER", "saudi", "SAR", "arabian", "SAR")
	case "dirham":
		return pick(country, "emirati", "AED", "moroccan", "MAD")
	case "shilling":
		return pick(country, "kenyan", "KES", "ugandan", "UGX", "tanzanian", "TZS")
	case "mark":
		return pick(country, "german", "DEM", "deutsche", "DEM")
	case "TRY":
		return pick(country, "", "TRY", "turkish", "TRY", "lebanese", "LBP", "italian", "ITL")
	}
	return unit
}

func dollarOf(country string) string {
	return pick(country, "", "USD", "us", "USD", "u.s.", "USD", "american", "USD", "australian", "AUD", "canadian", "CAD", "zealand", "NZD",
		"kong", "HKD", "singapore", "SGD", "taiwan", "TWD", "jamaican", "JMD")
}

// pick returns the value after key in pairs, "" where key is not there.
func pick(key string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == key {
			return pairs[i+1]
		}
	}
	return ""
}

// lowerASCII puts A to Z in lower case, and leaves other letters as they are.
func lowerASCII(s string) string {
	for i := range len(s) {
		if s[i] >= 'A' && s[i] <= 'Z' {
			b := []byte(s)
			for i, c := range b {
				if c >= 'A' && c <= 'Z' {
					b[i] = c + 32
				}
			}
			return string(b)
		}
	}
	return s
}
