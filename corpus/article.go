package corpus

import "time"

// Article is one text by one outlet.
//
// Text holds the content exactly as it lies in the file, so that every Span in
// it is a range of byte offsets into that file. An Article is not changed after
// it is loaded and is safe for concurrent use.
type Article struct {
	// ID names the article in its story: the path relative to the story's
	// folder, with slashes. No two articles of a story share one.
	ID string
	// Path is the file as it was opened, for messages.
	Path string
	// Outlet is the publisher's name, and OutletFrom says how it is known:
	// "manifest" or "file name".
	Outlet, OutletFrom string
	// Title is the headline; empty where none was found.
	Title string
	URL   string
	// Published is when the article appeared.
	Published Published
	// SHA256 is the hash of the file's bytes, in hexadecimal.
	SHA256 string
	// Text is the content, byte for byte.
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
	// From says how it is known: "manifest", "dateline", "byline" (a line of
	// the page with a date) or "file name", and
	// "" where it is not.
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
	Name     string
	Articles []*Article
}

// Problem is something that could not be read. The rest is read all the same.
type Problem struct {
	// Path is the file or folder, as given.
	Path string
	// Err says what was wrong and, where it helps, what would be legal.
	Err error
}
