package main

import (
	"fmt"
	"io"
	"os"
)

// write puts what encode makes into a file. Weights are dense enough as they
// are: compressing them further saves a tenth and makes loading them slow.
func write(path string, encode func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := encode(f); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return f.Close()
}
