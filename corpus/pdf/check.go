package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
)

// The bounds of a PDF. The library calls itself for each bracket inside a
// bracket, and a program that runs out of stack cannot be saved.
const (
	maxNesting = 2000
	// maxStream is the largest stream of objects or of a page's text, unpacked.
	maxStream = 64 << 20
	// maxStreams bounds what the streams of objects unpack to in all.
	maxStreams = 256 << 20
)

var errNested = fmt.Errorf("objects lie more than %d deep in each other", maxNesting)

// check looks through a file before the library sees it.
func check(b []byte) error {
	left := int64(maxStreams)
	for at := 0; at < len(b); {
		start := bytes.Index(b[at:], []byte("stream"))
		if start < 0 {
			return checkNesting(b[at:])
		}
		start += at
		if err := checkNesting(b[at:start]); err != nil {
			return err
		}
		body := start + len("stream")
		end := bytes.Index(b[body:], []byte("endstream"))
		if end < 0 {
			end = len(b) - body
		}
		dict := b[max(at, start-1024):start]
		if bytes.Contains(dict, []byte("/ObjStm")) || bytes.Contains(dict, []byte("/XRef")) {
			if err := checkObjects(b[body:body+end], dict, &left); err != nil {
				return err
			}
		}
		at = min(body+end+len("endstream"), len(b))
	}
	return nil
}

// checkObjects unpacks a stream of objects, which the library reads whole.
func checkObjects(packed, dict []byte, left *int64) error {
	if bytes.Contains(dict, []byte("ASCII85")) || bytes.Contains(dict, []byte("ASCIIHex")) || bytes.Contains(dict, []byte("LZW")) {
		return errors.New("its objects are packed in a way that is not read; print it to a new PDF")
	}
	packed = bytes.TrimLeft(packed, "\r\n")
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return checkNesting(packed)
	}
	out, _ := io.ReadAll(io.LimitReader(z, min(maxStream, *left)+1)) // what is cut short, the library finds
	if *left -= int64(len(out)); *left < 0 || len(out) > maxStream {
		return errors.New("its objects unpack to more than a document can have")
	}
	return checkNesting(out)
}

// checkNesting counts brackets that open arrays, dictionaries and texts.
func checkNesting(b []byte) error {
	depth := 0
	for i, c := range b {
		switch {
		case c == '[' || c == '(' || c == '<' && i > 0 && b[i-1] == '<':
			depth++
		case c == ']' || c == ')' || c == '>' && i > 0 && b[i-1] == '>':
			depth = max(0, depth-1)
		case c == 'j' && bytes.HasSuffix(b[:i+1], []byte("endobj")):
			depth = 0
		}
		if depth > maxNesting {
			return errNested
		}
	}
	return nil
}

// checkClosed refuses a program that ends inside a text: the library would look
// for its end for ever.
func checkClosed(b []byte) error {
	for i := 0; i < len(b); i++ {
		end := -1
		switch c := b[i]; {
		case c == '%':
			if end = bytes.IndexAny(b[i:], "\r\n"); end < 0 {
				return nil
			}
		case c == '(':
			end = closing(b[i:])
		case c == '<' && i+1 < len(b) && b[i+1] == '<':
			end = 1
		case c == '<':
			end = bytes.IndexByte(b[i:], '>')
		default:
			continue
		}
		if end < 0 {
			return errors.New("ends inside a text; it is cut short")
		}
		i += end
	}
	return nil
}

// closing returns the offset of the bracket that closes the text at the start
// of b, or -1.
func closing(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}
