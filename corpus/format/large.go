package format

import (
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/concord-news/concord/corpus/archive"
	"github.com/concord-news/concord/corpus/item"
	"github.com/concord-news/concord/corpus/table"
)

// readLarge reads the formats that hold many articles, part by part.
func readLarge(src Source, kind Kind, sink Sink) error {
	stream := io.NewSectionReader(src.R, 0, src.Size)
	inner := src.within(sink)
	switch kind {
	case Zip:
		if done, err := readOffice(src, sink); done {
			return err
		}
		return archive.Zip(src.R, src.Size, src.visitor(sink))
	case Tar:
		return archive.Tar(stream, func() int64 { return src.Size }, src.visitor(sink))
	case WARC:
		return readWARC(src, stream, sink)
	case CSV:
		return table.CSV(stream, inner.Sink)
	case JSONLines:
		return table.JSONLines(stream, inner.Sink)
	}
	return readGzip(src, stream, sink)
}

// readGzip looks into a packed file: the formats of many articles are read as
// they unpack, others whole.
func readGzip(src Source, stream io.Reader, sink Sink) error {
	z, err := archive.Gunzip(stream)
	if err != nil {
		return err
	}
	packed := make([]byte, min(4*Head, src.Size))
	if _, err := src.R.ReadAt(packed, 0); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	name := strings.TrimSuffix(strings.TrimSuffix(src.Name, ".gz"), ".tgz")
	if z.Name() != "" {
		name = path.Base(z.Name())
	}
	inner := src.within(sink)
	switch head := archive.Head(packed, Head); Detect(head, name) {
	case Tar:
		return archive.Tar(z, z.PackedSize, src.visitor(sink))
	case WARC:
		return readWARC(src, z, sink)
	case CSV:
		return table.CSV(z, inner.Sink)
	case JSONLines:
		return table.JSONLines(z, inner.Sink)
	}
	b, err := src.budget.Read(z, z.PackedSize)
	if err != nil {
		return err
	}
	in := Bytes(name, b)
	in.place, in.name, in.depth, in.budget, in.URL = src.place, src.name, src.depth+1, src.budget, src.URL
	if in.depth > item.MaxDepth {
		return fmt.Errorf("is packed more than %d times; it is not read", item.MaxDepth)
	}
	kind, err := Read(in, sink)
	if err == nil && kind == Text {
		sink.Item(&item.Item{Place: in.place, Name: in.name, Text: string(b), Raw: true, Bytes: b})
	}
	return err
}

// visitor reads the files of an archive.
func (src Source) visitor(sink Sink) archive.Visitor {
	inner := src.within(sink)
	return archive.Visitor{
		Want:   func(name string) bool { return !Hidden(name) },
		Fault:  inner.Fault,
		Budget: src.budget,
		Member: func(m archive.Member) {
			if IsManifest(path.Base(m.Name)) && sink.Manifest != nil {
				dir := path.Dir(joined("/", src.name, m.Name))
				sink.Manifest(dir, joined(": ", src.place, m.Name), m.Bytes)
				return
			}
			src.member(m.Name, m.Bytes, sink)
		},
	}
}

// Hidden reports whether a path has a part that is not for readers: hidden
// files, what systems put beside files, and what pages are made of.
func Hidden(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") && part != "." && part != ".." || part == "__MACOSX" || strings.HasSuffix(part, "_files") {
			return true
		}
	}
	low := strings.ToLower(path.Base(name))
	for _, about := range []string{"readme", "license", "licence", "notice", "changelog", "copying", "contributing"} {
		if low == about || strings.HasPrefix(low, about+".") {
			return true
		}
	}
	return false
}

// IsManifest reports whether a file of this name says who published what.
func IsManifest(name string) bool {
	return name == "articles.json" || name == "articles.yaml" || name == "articles.yml"
}
