// Command concord reads what several outlets wrote about one story and reports
// where they agree and where they contradict each other.
package main

import (
	"os"
	"runtime/debug"
)

const (
	// collectAt is how much the heap may grow before garbage is collected, in
	// percent: a run is short, and its models outweigh its garbage.
	collectAt = 400
	// collectHard is from how many bytes on it is collected more often all the
	// same, until it is known how much there is to read.
	collectHard = 1 << 30
)

func main() {
	debug.SetGCPercent(collectAt)
	debug.SetMemoryLimit(collectHard)
	cmd := Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
	os.Exit(cmd.Main(os.Args[1:]))
}
