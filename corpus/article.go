package corpus

import (
	"fmt"
	"time"

	"github.com/concord-news/concord/corpus/language"
)

// Article is one text by one outlet.
//
// For plain text in UTF-8, Text holds the content exactly as it lies in the
// file, so that every Span in it is a range of byte offsets into that file. For
// all else it is the text that was made out, see Extracted. An Article is not
// changed after it is loaded and is safe for concurrent use.
type Article struct {
	// ID names the article in its story: the path relative to the story's
	// folder, with slashes. No two articles of a story share one.
	ID string
	// Path is the file as it was opened, for messages.
	Path string
	// Format is the format of the file in words, such as "plain text", "HTML
	// page" or "RSS feed", and Place where in the file the article stands, such
	// as "item 3"; Place is empty where the file is the article.
	Format, Place string
	// Extracted reports that Text is not the bytes of the file: that it was made
	// out of another format, or came in another encoding. Spans then refer to
	// Text, which can be written beside a report.
	Extracted bool
	// Charset is the encoding of the file, and CharsetFrom how it is known:
	// "byte order mark", "its bytes", "declared" or "guessed".
	Charset, CharsetFrom string
	// Language is the ISO 639-1 code of the language, "en" for all that is
	// read, and LanguageFrom how it is known: "its words", or, where there were
	// too few to tell, what the file states or "assumed".
	Language, LanguageFrom string
	// Outlet is the publisher's name, and OutletFrom says how it is known:
	// "manifest", "outlet table" (by the domain of the article's address), the
	// part of the file that states it, such as "JSON-LD", "domain" (the name is
	// then the domain itself) or "file name".
	Outlet, OutletFrom string
	// Tier is how far the newsroom trusts the outlet, in its own words: what
	// Options.Tiers has for the outlet's name. Nothing but reports shows it.
	Tier string
	// Byline is who wrote the article as the file states it, and BylineFrom
	// where it does; "" where a format has no byline outside its text.
	Byline, BylineFrom string
	// Title is the headline; empty where none was found. TitleFrom says where it
	// was: "manifest", "text", or the part of the file that states it.
	Title, TitleFrom string
	// URL is the article's address, and URLFrom the part of the file, or
	// "manifest", that states it.
	URL, URLFrom string
	// Published is when the article appeared, and Modified when this version of
	// it was made, where the file states that.
	Published, Modified Published
	// URI identifies the article through all its versions and Version tells
	// these apart, as in ninjs and NewsML-G2; "" where the format has none.
	URI, Version string
	// Credits are the agencies that the file's own fields credit with the words.
	Credits []string
	// SHA256 is the hash of the file's bytes, or for one of several articles of
	// a file of its part of them, in hexadecimal.
	SHA256 string
	// Text is the content.
	Text string
	// Blocks are the paragraphs, headings and furniture of Text, in order and
	// without overlap. Every byte that is not white space lies in one of them.
	Blocks []Block
	// Origin names who wrote the words: articles of one story that share long
	// passages have the same one. It is "A", "B", and so on.
	Origin string
}

// Published is a time of publication, in UTC.
type Published struct {
	// Time is zero where the time is not known.
	Time time.Time
	// Clock reports whether Time has a time of day; otherwise it is midnight
	// of the day.
	Clock bool
	// From says how it is known: "manifest", the part of the file that states
	// it, such as "JSON-LD", "dateline", "byline" (a line of the page with a
	// date) or "file name", and "" where it is not.
	From string
}

// Known reports whether a time of publication is known.
func (p Published) Known() bool { return !p.Time.IsZero() }

// BlockKind says what a block is on the page.
type BlockKind uint8

// The kinds of block.
const (
	// Paragraph is running text of the story.
	Paragraph BlockKind = iota
	// Headline is the title of the article.
	Headline
	// Heading is a heading inside the story.
	Heading
	// Furniture is part of the page and not of the story: menus, author boxes,
	// appeals, share links, headings of other stories. It is listed, not read.
	Furniture
)

// Block is one paragraph, heading or piece of page furniture. It may run over
// several lines of hard-wrapped text: a single newline inside it is a space.
type Block struct {
	Span
	Kind BlockKind
	// Reason says why furniture is kept out, such as "share link".
	Reason string
}

// Story is the articles about one thing, ordered by ID.
type Story struct {
	// Name is the folder's name, or "story" for files given singly.
	Name string
	// Folder is the story's folder as it was found, "" for files given singly.
	Folder   string
	Articles []*Article
	// Passed are files of the story's folder that hold no article and are none
	// the worse for it: pictures, settings, licences.
	Passed []Passed
}

// Passed is a file that was looked at and passed over.
type Passed struct {
	// Path is the file, and for a part of one what it is called in it.
	Path string
	// Why says what it is.
	Why string
}

// NotRead is the error of an article in another language than English. It is
// recognised and named, and not read as bad English.
type NotRead struct {
	// Path is the file with the place in it.
	Path string
	// Language is the ISO 639-1 code, "und" where it is not known.
	Language string
}

// Error says what language it is.
func (e *NotRead) Error() string {
	return fmt.Sprintf("%s: is in %s and is not read; English is", shown(e.Path), language.Name(e.Language))
}

// Problem is something that could not be read. The rest is read all the same.
type Problem struct {
	// Path is the file or folder, as given.
	Path string
	// Err says what was wrong and, where it helps, what would be legal.
	Err error
}
