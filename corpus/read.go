package corpus

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/concord-news/concord/corpus/charset"
)

// MaxFileSize is the largest file that Load reads, in bytes. The longest news
// text is under one megabyte; 64 leaves room and still bounds memory and time.
const MaxFileSize = 64 << 20

// maxControlShare is the share of control characters above which a file is
// taken for binary data. Text has none but tabs and line breaks; a few stray
// ones come from terminals and old word processors.
const maxControlShare = 0.01

// readFile returns the bytes of a text file, or an error that says why they
// cannot be had.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	if err := checkRegular(path, info); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	defer f.Close()
	return readAll(f, path, info.Size())
}

func checkRegular(path string, info fs.FileInfo) error {
	if info.IsDir() {
		return fmt.Errorf("%s: is a folder; a file is wanted here", shown(path))
	}
	// A pipe or device could keep the reader waiting for ever.
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s: is not a regular file; a file is wanted here", shown(path))
	}
	return nil
}

func readAll(f io.Reader, path string, size int64) ([]byte, error) {
	if size > MaxFileSize {
		return nil, tooLarge(path)
	}
	b := make([]byte, size, size+1)
	n, err := io.ReadFull(f, b)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = nil // the file shrank between Stat and Open
	}
	b = b[:n]
	if err == nil {
		// A file can also have grown since.
		var more []byte
		more, err = io.ReadAll(io.LimitReader(f, MaxFileSize+1-int64(n)))
		b = append(b, more...)
	}
	if err != nil {
		return nil, pathError(path, err)
	}
	if len(b) > MaxFileSize {
		return nil, tooLarge(path)
	}
	return b, nil
}

func tooLarge(path string) error {
	return fmt.Errorf("%s: is larger than %d MiB, the most that is read of one file", shown(path), MaxFileSize>>20)
}

// checkText returns an error where b is not text in UTF-8 with something to
// read in it: errEncoding where it may be text in another encoding.
func checkText(path string, b []byte) error {
	if len(b) == 0 {
		return fmt.Errorf("%s: is empty; an article needs at least one line of text", shown(path))
	}
	if charset.UTF16(b) != "" || bytes.HasPrefix(b, []byte("\xFF\xFE")) || bytes.HasPrefix(b, []byte("\xFE\xFF")) {
		return errEncoding
	}
	if err := checkBinary(path, b); err != nil {
		return err
	}
	if !utf8.Valid(b) {
		return errEncoding
	}
	if !hasText(b) {
		return fmt.Errorf("%s: holds nothing but white space; an article needs at least one line of text", shown(path))
	}
	return nil
}

// errEncoding is the error of text that is not in UTF-8.
var errEncoding = errors.New("not UTF-8")

func checkBinary(path string, b []byte) error {
	controls := 0
	for i, c := range b {
		if c >= 0x20 && c != 0x7F {
			continue
		}
		switch c {
		case 0:
			return fmt.Errorf("%s: is binary (byte %d is zero); a plain text file in UTF-8 is wanted", shown(path), i)
		case '\t', '\n', '\v', '\f', '\r', 0x1B:
		default:
			controls++
		}
	}
	if float64(controls) > maxControlShare*float64(len(b)) {
		return fmt.Errorf("%s: is binary (%d control characters in %d bytes); a plain text file in UTF-8 is wanted",
			shown(path), controls, len(b))
	}
	return nil
}

func hasText(b []byte) bool {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if !isBlank(r) && !unicode.IsControl(r) {
			return true
		}
		b = b[size:]
	}
	return false
}

// nfc returns s with each letter and its accents in one character, where there
// is one.
func nfc(s string) string { return norm.NFC.String(s) }

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// pathError says in one line what the system refused.
func pathError(path string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file or folder", shown(path))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: may not be read; it needs read permission", shown(path))
	case errors.Is(err, syscall.ELOOP):
		return fmt.Errorf("%s: is a symbolic link that leads back to itself", shown(path))
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	return fmt.Errorf("%s: %w", shown(path), err)
}

// shown returns path as it can stand in a one-line message.
func shown(path string) string {
	bad := func(r rune) bool { return !unicode.IsPrint(r) }
	if path == "" || strings.ContainsFunc(path, bad) || !utf8.ValidString(path) {
		return strconv.Quote(path)
	}
	return path
}
