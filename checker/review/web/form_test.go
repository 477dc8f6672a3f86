package web

import (
	"net/url"
	"testing"
)

// FuzzForms: no form of a page makes the reading of it fail otherwise than with
// an error.
func FuzzForms(f *testing.F) {
	f.Add("version=1&outcome=same&reason=x&right=outlet%3AThe+Lantern&checked_source=a&checked_kind=&checked_place=p")
	f.Add("case=1:2&case=x&version=99999999999999999999&page=-1")
	f.Fuzz(func(t *testing.T, encoded string) {
		v, err := url.ParseQuery(encoded)
		if err != nil {
			return
		}
		for _, q := range []body{
			&signInRequest{}, &storyRequest{}, &decisionRequest{}, &rulingRequest{}, &wordsRequest{}, &referenceRequest{}, &bulkRequest{},
			&undoRequest{}, &signOffRequest{}, &reasonRequest{}, &articleRequest{},
		} {
			_ = q.fromForm(form{v})
		}
		c := readChoice(v)
		if again := readChoice(must(t, c.query(c.Page))); again != c {
			t.Fatalf("%+v became %+v", c, again)
		}
	})
}

func must(t *testing.T, query string) url.Values {
	v, err := url.ParseQuery(query)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
