package web_test

import (
	"fmt"
	"net/http"
	"testing"

	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

// BenchmarkStoryPage is the first page of a story of 2,000 findings.
func BenchmarkStoryPage(b *testing.B) {
	d := open(b, storetest.Database(b), reviewtest.Report(2000), false)
	ada := d.sign(reviewtest.Ada())
	r := d.request("GET", fmt.Sprintf("/stories/%d", d.story), nil)
	r.Header.Set("Authorization", "Bearer "+ada.bearer)
	b.ReportAllocs()
	for b.Loop() {
		answer, page := d.do(r)
		if answer.StatusCode != http.StatusOK {
			b.Fatal(answer.Status)
		}
		b.SetBytes(int64(len(page)))
	}
}
