// Command concord reads what several outlets wrote about one story and reports
// where they agree and where they contradict each other.
package main

import (
	"os"
	"runtime/debug"
)

// collectAt is how much the heap may grow before garbage is collected, in
// percent: a run is short, and its models outweigh its garbage.
const collectAt = 400

func main() {
	debug.SetGCPercent(collectAt)
	cmd := Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
	os.Exit(cmd.Main(os.Args[1:]))
}
