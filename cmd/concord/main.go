// Command concord reads what several outlets wrote about one story and reports
// where they agree and where they contradict each other.
package main

import "os"

func main() {
	cmd := Command{Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv}
	os.Exit(cmd.Main(os.Args[1:]))
}
