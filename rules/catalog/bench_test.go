package catalog

import "testing"

// BenchmarkBuiltin loads the rules that are built in, as every run does.
func BenchmarkBuiltin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Builtin(); err != nil {
			b.Fatal(err)
		}
	}
}
