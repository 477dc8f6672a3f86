package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus/item"
)

// maxLine is the longest line or row that is read, in bytes: an article with
// its metadata.
const maxLine = 16 << 20

func sortedKeys(v map[string]json.RawMessage) []string { return slices.Sorted(maps.Keys(v)) }

// JSONLines reads articles from JSON, one object a line. A line that cannot be
// read is a fault, and the rest is read.
func JSONLines(r io.Reader, sink item.Sink) error {
	in := bufio.NewReaderSize(r, 1<<16)
	found := 0
	for n := 1; ; n++ {
		line, err := readLine(in)
		place := fmt.Sprintf("line %d", n)
		if errors.Is(err, errLong) {
			sink.Fault(place, err)
			continue
		}
		if line = bytes.TrimSpace(bytes.TrimPrefix(line, []byte("\xEF\xBB\xBF"))); len(line) > 0 {
			it, wrong := parse(line, place)
			if wrong != nil {
				sink.Fault(place, wrong)
			} else {
				found++
				if found > item.MaxItems {
					return fmt.Errorf("%s: more than %d articles, the most that is read of one file", place, item.MaxItems)
				}
				it.Name, it.Format = strconv.Itoa(n), "JSON lines"
				sink.Item(it)
			}
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", place, err)
		}
	}
	if found == 0 {
		return errors.New("no line holds an article")
	}
	return nil
}

var errLong = fmt.Errorf("line is longer than %d MiB, the most that is read", maxLine>>20)

// readLine returns the next line. One that is too long is passed over.
func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(line) > maxLine {
			long, line = true, nil
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if long && (err == nil || errors.Is(err, io.EOF)) {
			return nil, errLong // the end of the file comes with the next call
		}
		return line, err
	}
}

func parse(line []byte, place string) (*item.Item, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("not UTF-8")
	}
	var v map[string]json.RawMessage
	if err := json.Unmarshal(line, &v); err != nil {
		return nil, fmt.Errorf("not a JSON object: %w", err)
	}
	return record(v, place, line)
}

// JSON reads articles from one JSON value: an article, a list of articles, or
// an object that has such a list.
func JSON(b []byte, sink item.Sink) error {
	b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
	list := articles(b, 0)
	if list == nil {
		return errors.New("holds no articles; an article is an object with a text, body or content")
	}
	for i, raw := range list {
		place := fmt.Sprintf("record %d", i+1)
		it, err := parse(raw, place)
		if err != nil {
			sink.Fault(place, err)
			continue
		}
		it.Name, it.Format = strconv.Itoa(i+1), "JSON"
		if len(list) == 1 && !bytes.HasPrefix(bytes.TrimSpace(b), []byte("[")) {
			it.Name, it.Place = "", ""
		}
		sink.Item(it)
	}
	return nil
}

// Articles reports whether a JSON value holds articles.
func Articles(b []byte) bool { return articles(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")), 0) != nil }

// articles finds the list of articles in a value, at most two objects deep.
func articles(b []byte, depth int) []json.RawMessage {
	var list []json.RawMessage
	if json.Unmarshal(b, &list) == nil {
		if len(list) == 0 || !slices.ContainsFunc(list, isArticle) {
			return nil
		}
		return list
	}
	if isArticle(b) {
		return []json.RawMessage{b}
	}
	var v map[string]json.RawMessage
	if depth > 1 || json.Unmarshal(b, &v) != nil {
		return nil
	}
	for _, name := range []string{"articles", "items", "docs", "documents", "results", "data", "response", "hits", "stories", "news"} {
		if found := articles(v[name], depth+1); v[name] != nil && found != nil {
			return found
		}
	}
	return nil
}

// isArticle reports whether a value is an object with a text.
func isArticle(raw json.RawMessage) bool {
	var v map[string]json.RawMessage
	if json.Unmarshal(raw, &v) != nil {
		return false
	}
	text, known := Fields(sortedKeys(v))
	return text && known >= 2
}
