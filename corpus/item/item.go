// Package item is what the readers of file formats hand over: articles as
// their files state them, with where in the file each stood.
//
// It is the contract between package corpus and the packages of the formats,
// which do not know each other.
package item

import "time"

// The limits that hold for every format. They bound memory, and each is a
// multiple of what the largest real file of its sort needs.
const (
	// MaxDocument is the largest single document in bytes, packed or not: a
	// page, a PDF, a mail.
	MaxDocument = 64 << 20
	// MaxUnpacked is how much one file may unpack to in all, in bytes.
	MaxUnpacked = 4 << 30
	// MaxRatio is how many times its packed size text unpacks to at most once
	// it is larger than MinRatioSize bytes. Prose packs 3 to 5 times, tables
	// of boilerplate up to 60; a bomb of zeros packs 1,000 times.
	MaxRatio     = 200
	MinRatioSize = 1 << 20
	// MaxItems is how many articles one file may hold.
	MaxItems = 2_000_000
	// MaxDepth is how deep archives, mails and documents may lie inside each
	// other.
	MaxDepth = 4
)

// Stated is something that a file says of an article, and where it says it.
type Stated struct {
	// Value is empty where the file says nothing.
	Value string
	// From names the place in words that a reader of the report understands,
	// such as "JSON-LD", "OpenGraph" or "mail header".
	From string
}

// Known reports whether the file says anything.
func (s Stated) Known() bool { return s.Value != "" }

// Or returns s, or t where s says nothing.
func (s Stated) Or(t Stated) Stated {
	if s.Known() {
		return s
	}
	return t
}

// Moment is a time that a file states.
type Moment struct {
	// Time is zero where the file states none, and in UTC otherwise.
	Time time.Time
	// Clock reports whether the file states a time of day.
	Clock bool
	// From is as in Stated.
	From string
}

// Known reports whether the file states a time.
func (m Moment) Known() bool { return !m.Time.IsZero() }

// Or returns m, or n where m states nothing.
func (m Moment) Or(n Moment) Moment {
	if m.Known() {
		return m
	}
	return n
}

// Kind says what a part of the text is.
type Kind uint8

// The kinds of part.
const (
	// Paragraph is running text.
	Paragraph Kind = iota
	// Headline is the title of the article.
	Headline
	// Heading is a heading inside the article.
	Heading
	// Aside is part of the file and not of the story, such as a signature or
	// a byline.
	Aside
)

// Part is a range of bytes of an item's text.
type Part struct {
	Start, End int
	Kind       Kind
	// Reason says what an Aside is, such as "caption".
	Reason string
}

// Item is one article as its file holds it. Its text is UTF-8 in NFC.
type Item struct {
	// Format is the file's format in words, such as "HTML page".
	Format string
	// Place says where in the file the article stands, for messages: "item 3",
	// "line 12", "a/b.html". It is empty where the file is the article.
	Place string
	// Name is the last part of the article's ID, where one file holds several:
	// "3", "a/b.html". No two articles of one file share one.
	Name string
	// Text is the article's text and Parts are what it consists of, in order.
	// Where Parts is nil they are not known and are to be guessed.
	Text  string
	Parts []Part
	// Unmarked reports that the parts come from text in which headings are not
	// marked, so that they are still to be told from paragraphs.
	Unmarked bool
	// Raw reports that Text is the document's bytes, to the letter.
	Raw bool
	// Bytes are what the article was read from, for its hash.
	Bytes []byte

	Title, Outlet, Byline, URL, Language, Charset Stated
	Published, Modified                           Moment
	// URI identifies the article in all its versions, and Version tells them
	// apart; "" where the format has none.
	URI, Version string
	// Credits are the agencies that the file credits with the words, as written.
	Credits []string
	// Link is the address of the full text, where the file holds none.
	Link string
}

// Sink takes what a reader finds, in the order in which it stands in the file.
type Sink struct {
	// Item takes an article.
	Item func(*Item)
	// Fault takes what could not be read; place is as in Item.Place.
	Fault func(place string, err error)
}
