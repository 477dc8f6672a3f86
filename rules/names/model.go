package names

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/label"
)

// packedModel is made by the command in the folder train; NOTICE.md says from
// what.
//
//go:embed model/names.bin.gz
var packedModel []byte

var loadModel = sync.OnceValue(decodeModel)

func decodeModel() *label.Model {
	m, err := unpackModel(packedModel)
	if err != nil {
		panic(fmt.Sprintf("embedded model: %v", err)) // a broken build, no input can cause it
	}
	return m
}

func unpackModel(b []byte) (*label.Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return label.Decode(raw)
}

// relabel puts the model's names in the place of the rules'. Where the name's
// own words say the kind, as the name of a country does, they are believed;
// else the name has one kind in the whole document, the one given most often.
func (r *reader) relabel(m *label.Model) {
	names := r.merge(m.Find(r.d, r.found))
	votes := map[string]*[mention.Event + 1]int{}
	for i := range names {
		n := &names[i]
		r.trim(n)
		if n.First >= n.Last {
			continue
		}
		if k := r.certain(n.First, n.Last); k != mention.None {
			n.Kind = k
		}
		r.vote(votes, n.First, n.Last, n.Kind)
		if n.Kind == mention.Person && n.Last-n.First > 1 {
			r.vote(votes, n.Last-1, n.Last, n.Kind)
			r.vote(votes, n.First, n.First+1, n.Kind)
		}
	}
	r.found = r.found[:0]
	clear(r.taken)
	for i := range names {
		n := &names[i]
		if n.First >= n.Last {
			continue
		}
		if r.certain(n.First, n.Last) == mention.None {
			n.Kind = mostOften(votes[r.form(n.First, n.Last)], n.Kind)
		}
		r.add(n.First, n.Last, n.Kind)
	}
}

// merge puts the names that are sure among the model's, which it takes the
// place of unless the model's is longer on both sides or goes on with it.
func (r *reader) merge(names []label.Name) []label.Name {
	out := names[:0:0]
	k := 0
	slices.SortFunc(r.found, func(a, b mention.Mention) int { return a.First - b.First })
	for _, m := range r.found {
		if !r.sure[m.First] {
			continue
		}
		for k < len(names) && names[k].Last <= m.First {
			out = append(out, names[k])
			k++
		}
		if k < len(names) && names[k].First <= m.First && names[k].Last >= m.Last {
			continue
		}
		for k < len(names) && names[k].First < m.Last {
			k++
		}
		out = append(out, label.Name{First: m.First, Last: m.Last, Kind: m.Kind})
	}
	return append(out, names[k:]...)
}

// trim takes titles and nationalities off the beginning of a person's name and
// "of Halden" off its end.
func (r *reader) trim(n *label.Name) {
	if n.Kind != mention.Person && r.class[n.First]&lexicon.Honorific == 0 {
		return
	}
	for n.First < n.Last {
		k := r.officeAt(n.First, n.Last)
		if k == 0 && (r.class[n.First]&(lexicon.Honorific|lexicon.Demonym) != 0 || !r.capital(n.First)) {
			k = 1
		}
		if k == 0 || k == n.Last-n.First && r.class[n.First]&(lexicon.Given|lexicon.Surname) != 0 {
			break
		}
		n.First += k
		n.Kind = mention.Person
	}
	for k := n.First + 1; k < n.Last; k++ {
		if w := r.d.Tokens[k].Lower; w == "of" || w == "and" || w == "for" {
			n.Last = k
		}
	}
}

// vote counts a kind for the words of a name.
func (r *reader) vote(votes map[string]*[mention.Event + 1]int, first, last int, k mention.Kind) {
	key := r.form(first, last)
	if votes[key] == nil {
		votes[key] = new([mention.Event + 1]int)
	}
	votes[key][k]++
}

// mostOften returns the kind with the most votes, k where it is one of them.
func mostOften(votes *[mention.Event + 1]int, k mention.Kind) mention.Kind {
	best := k
	for i, n := range votes {
		if n > votes[best] {
			best = mention.Kind(i)
		}
	}
	return best
}
