// Package archive opens zip and tar archives and packed files from outside
// without being led astray by them: sizes are counted as they unpack and not
// believed, and names that point out of the archive are refused.
package archive

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/concord-news/concord/corpus/item"
)

// maxMembers bounds the files of an archive.
const maxMembers = item.MaxItems

// Member is a file of an archive.
type Member struct {
	// Name is its path in the archive, with slashes.
	Name string
	// Bytes are its content.
	Bytes []byte
}

// Budget counts what one file unpacks to, over all the archives inside it.
type Budget struct{ left int64 }

// NewBudget returns a budget of item.MaxUnpacked bytes.
func NewBudget() *Budget { return &Budget{left: item.MaxUnpacked} }

// errBudget is the error of archives that hold too much in all.
var errBudget = fmt.Errorf("unpacks to more than %d GiB in all, the most that is read of one file", item.MaxUnpacked>>30)

// Zip hands over the files of a zip archive in the order of its directory.
// What cannot be read is a fault with the member's name, and the rest is read.
func Zip(r io.ReaderAt, size int64, v Visitor) error {
	z, err := OpenZip(r, size)
	if err != nil {
		return err
	}
	for _, f := range z.File {
		name, err := safeName(f.Name)
		if err != nil {
			v.Fault(quoted(f.Name), err)
			continue
		}
		if f.FileInfo().IsDir() || !v.Want(name) {
			continue
		}
		if !f.Mode().IsRegular() {
			v.Fault(name, errors.New("is a link or device; it is not followed"))
			continue
		}
		b, err := ReadZip(f, v.Budget)
		if errors.Is(err, errBudget) {
			return err
		}
		if err != nil {
			v.Fault(name, err)
			continue
		}
		v.Member(Member{Name: name, Bytes: b})
	}
	return nil
}

// Visitor takes what an archive holds.
type Visitor struct {
	// Want reports whether a file is to be read, by its name.
	Want   func(name string) bool
	Member func(Member)
	Fault  func(name string, err error)
	Budget *Budget
}

// OpenZip reads the directory of a zip archive.
func OpenZip(r io.ReaderAt, size int64) (*zip.Reader, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fmt.Errorf("not a legal zip archive: %w", trimZip(err))
	}
	if len(z.File) > maxMembers {
		return nil, fmt.Errorf("archive has more than %d files", maxMembers)
	}
	return z, nil
}

func trimZip(err error) error { return errors.New(strings.TrimPrefix(err.Error(), "zip: ")) }

// ReadZip unpacks one file of a zip archive.
func ReadZip(f *zip.File, budget *Budget) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, errors.New("is locked with a password")
	}
	rc, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("cannot be unpacked: %w", trimZip(err))
	}
	defer rc.Close()
	return budget.Read(rc, func() int64 { return int64(f.CompressedSize64) })
}

// Read reads all of r, which unpacks what packed says was packed so far. It
// fails where that is more than one document or the budget allows, or unpacks
// to many times its size as only a bomb does.
func (b *Budget) Read(r io.Reader, packed func() int64) ([]byte, error) {
	var out []byte
	var told *unpackError
	buf := make([]byte, 64<<10)
	for {
		n, err := r.Read(buf)
		out = append(out, buf[:n]...)
		b.left -= int64(n)
		switch {
		case len(out) > item.MaxDocument:
			return nil, fmt.Errorf("unpacks to more than %d MiB, the most that is read of one document", item.MaxDocument>>20)
		case len(out) > item.MinRatioSize && int64(len(out)) > item.MaxRatio*max(packed(), 1):
			return nil, fmt.Errorf("unpacks to more than %d times its size, as no text does", item.MaxRatio)
		case b.left < 0:
			return nil, errBudget
		case errors.Is(err, io.EOF):
			return out, nil
		case errors.As(err, &told):
			return nil, err // which says so already
		case err != nil:
			return nil, &unpackError{int64(len(out)), trimZip(err)}
		}
	}
}

// safeName returns a member's name with slashes. A name that points out of the
// archive is an error: such archives are made to write over other files, and
// nothing true is learned from where they say that their files belong.
func safeName(name string) (string, error) {
	clean := strings.ReplaceAll(name, `\`, "/")
	if strings.HasPrefix(clean, "/") || len(clean) > 1 && clean[1] == ':' {
		return "", errors.New("its name is a path from the root; it is not read")
	}
	for _, part := range strings.Split(clean, "/") {
		if part == ".." {
			return "", errors.New("its name points out of the archive; it is not read")
		}
	}
	if strings.ContainsRune(clean, 0) || len(clean) > 4096 {
		return "", errors.New("its name is not legal; it is not read")
	}
	return path.Clean(strings.TrimSuffix(clean, "/")), nil
}

// quoted returns a name as it can stand in a message.
func quoted(name string) string {
	if len(name) > 200 {
		name = name[:200]
	}
	return fmt.Sprintf("%q", name)
}
