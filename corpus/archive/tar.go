package archive

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"github.com/concord-news/concord/corpus/item"
)

// Tar hands over the files of a tar archive; packed counts the bytes that were
// read of the packed file around it, and is the archive's own size where there
// is none.
func Tar(r io.Reader, packed func() int64, v Visitor) error {
	t := tar.NewReader(r)
	for n := 0; ; n++ {
		h, err := t.Next()
		if errors.Is(err, io.EOF) {
			if n == 0 {
				return errors.New("archive holds no files")
			}
			return nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return fmt.Errorf("not a legal tar archive after %d files: %w", n, err)
		}
		if n > maxMembers {
			return fmt.Errorf("archive has more than %d files", maxMembers)
		}
		name, err := safeName(h.Name)
		if err != nil {
			v.Fault(quoted(h.Name), err)
			continue
		}
		switch {
		case h.Typeflag == tar.TypeDir || !v.Want(name):
			continue
		case h.Typeflag != tar.TypeReg:
			v.Fault(name, errors.New("is a link or device; it is not followed"))
			continue
		case h.Size > item.MaxDocument:
			v.Fault(name, fmt.Errorf("is larger than %d MiB, the most that is read of one document", item.MaxDocument>>20))
			continue
		}
		b, err := v.Budget.Read(t, packed)
		if errors.Is(err, errBudget) {
			return err
		}
		if err != nil {
			v.Fault(name, err)
			continue
		}
		v.Member(Member{Name: name, Bytes: b})
	}
}

// Packed is a gzipped file being unpacked. It counts what it has read of it.
type Packed struct {
	in *counter
	z  *gzip.Reader
	// out counts what was unpacked.
	out int64
}

type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// Gunzip opens a gzipped file, of one part or of several behind each other.
func Gunzip(r io.Reader) (*Packed, error) {
	in := &counter{r: r}
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("not a legal gzip file: %w", err)
	}
	return &Packed{in: in, z: z}, nil
}

// Read unpacks. It fails where the file unpacks to more than text can.
func (p *Packed) Read(b []byte) (int, error) {
	n, err := p.z.Read(b)
	p.out += int64(n)
	switch {
	case p.out > 64*item.MinRatioSize && p.out > item.MaxRatio*p.in.n:
		return n, fmt.Errorf("unpacks to more than %d times its size, as no text does", item.MaxRatio)
	case p.out > item.MaxUnpacked:
		return n, errBudget
	case err != nil && !errors.Is(err, io.EOF):
		return n, &unpackError{p.out, err}
	}
	return n, err
}

// unpackError is where a packed file cannot be unpacked further, and why.
type unpackError struct {
	at  int64
	err error
}

func (e *unpackError) Error() string {
	return fmt.Sprintf("cannot be unpacked after %d bytes: %v", e.at, e.err)
}

func (e *unpackError) Unwrap() error { return e.err }

// PackedSize returns the bytes that were read of the packed file.
func (p *Packed) PackedSize() int64 { return p.in.n }

// Name returns the name that the packed file has in its head, or "".
func (p *Packed) Name() string { return p.z.Name }

// Head unpacks the first bytes of a gzipped file, n at most, from the first
// bytes of the packed one.
func Head(packed []byte, n int) []byte {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	out := make([]byte, n)
	got, _ := io.ReadFull(z, out) // what there is, is enough to tell the format
	return out[:got]
}
