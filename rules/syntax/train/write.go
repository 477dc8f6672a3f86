package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
)

// write puts what encode makes into a file, compressed where its name ends in
// ".gz". The compressed bytes have no name or time in them, so that the same
// model is the same file.
func write(path string, encode func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := encodeTo(f, encode, strings.HasSuffix(path, ".gz")); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return f.Close()
}

func encodeTo(f io.Writer, encode func(io.Writer) error, compressed bool) error {
	if !compressed {
		return encode(f)
	}
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := encode(z); err != nil {
		return err
	}
	return z.Close()
}
