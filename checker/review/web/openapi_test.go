package web

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// TestRoutesAreDescribed: openapi.yaml has every route of the API and no other,
// and of each body the fields that the server reads.
func TestRoutesAreDescribed(t *testing.T) {
	var doc struct {
		Paths      map[string]map[string]any
		Components struct {
			Schemas map[string]struct{ Properties map[string]any }
		}
	}
	require.NoError(t, yaml.Unmarshal(openAPI, &doc))
	var described, routes []string
	for path, methods := range doc.Paths {
		for m := range methods {
			if m != "parameters" {
				described = append(described, strings.ToUpper(m)+" "+path)
			}
		}
	}
	s := &Server{}
	for _, r := range s.apiRoutes() {
		routes = append(routes, r.pattern)
	}
	slices.Sort(described)
	slices.Sort(routes)
	assert.Equal(t, routes, described)
	for name, v := range map[string]any{
		"SignIn": signInRequest{}, "Name": storyRequest{}, "Decision": decisionRequest{}, "Ruling": rulingRequest{}, "Question": wordsRequest{},
		"Answer": wordsRequest{}, "Reference": referenceRequest{}, "Bulk": bulkRequest{}, "Undo": undoRequest{}, "SignOff": signOffRequest{},
		"Reason": reasonRequest{}, "Article": articleRequest{}, "Done": wireDone{}, "Error": wireError{},
	} {
		var want []string
		for p := range doc.Components.Schemas[name].Properties {
			want = append(want, p)
		}
		slices.Sort(want)
		assert.Equal(t, want, fieldsOf(t, v), name)
	}
}

// fieldsOf lists the JSON fields of a struct.
func fieldsOf(t *testing.T, v any) []string {
	t.Helper()
	p := reflect.New(reflect.TypeOf(v))
	var out []string
	var walk func(reflect.Type)
	walk = func(s reflect.Type) {
		for i := range s.NumField() {
			f := s.Field(i)
			if f.Anonymous {
				walk(f.Type)
				continue
			}
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			out = append(out, name)
		}
	}
	walk(p.Elem().Type())
	_, err := json.Marshal(v)
	require.NoError(t, err)
	slices.Sort(out)
	return out
}
