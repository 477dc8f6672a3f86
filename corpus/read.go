package corpus

import (
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
)

// MaxFileSize is the largest file that Load reads, in bytes. The longest news
// text is under one megabyte; 64 leaves room and still bounds memory and time.
const MaxFileSize = 64 << 20

// maxControlShare is the share of control characters above which a file is
// taken for binary data. Text has none but tabs and line breaks; a few stray
// ones come from terminals and old word processors.
const maxControlShare = 0.01

// readFile returns the bytes of a text file, or an error that says why they
// are not text.
func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	if info.IsDir() {
		return nil, fmt.Errorf("%s: is a folder; a plain text file is wanted here", shown(path))
	}
	// A pipe or device could keep the reader waiting for ever.
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: is not a regular file; a plain text file is wanted here", shown(path))
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, pathError(path, err)
	}
	defer f.Close()
	return readAll(f, path, info.Size())
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
// read in it.
func checkText(path string, b []byte) error {
	if len(b) == 0 {
		return fmt.Errorf("%s: is empty; an article needs at least one line of text", shown(path))
	}
	if name := utf16Name(b); name != "" {
		return fmt.Errorf("%s: is %s; save it as UTF-8", shown(path), name)
	}
	if err := checkBinary(path, b); err != nil {
		return err
	}
	if at := invalidAt(b); at >= 0 {
		return fmt.Errorf("%s: byte %d (0x%02x) is not UTF-8; save the file as UTF-8", shown(path), at, b[at])
	}
	if !hasText(b) {
		return fmt.Errorf("%s: holds nothing but white space; an article needs at least one line of text", shown(path))
	}
	return nil
}

// utf16Name recognises UTF-16 by its byte-order mark, or by every second byte
// being zero, as in Latin text.
func utf16Name(b []byte) string {
	if len(b) >= 2 && b[0] == 0xFF && b[1] == 0xFE {
		return "UTF-16 (little-endian)"
	}
	if len(b) >= 2 && b[0] == 0xFE && b[1] == 0xFF {
		return "UTF-16 (big-endian)"
	}
	head := b[:min(len(b), 4096)&^1]
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i&1]++
		}
	}
	// Seven of ten characters with a zero on one side, next to none on the other.
	half := len(head) / 2
	switch {
	case half < 2:
		return ""
	case zero[1]*10 >= half*7 && zero[0]*20 <= half:
		return "UTF-16 (little-endian, without a byte-order mark)"
	case zero[0]*10 >= half*7 && zero[1]*20 <= half:
		return "UTF-16 (big-endian, without a byte-order mark)"
	}
	return ""
}

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

// invalidAt returns the offset of the first byte that is not UTF-8, or -1.
func invalidAt(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
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
