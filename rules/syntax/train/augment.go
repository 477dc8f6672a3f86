package main

import (
	"math/rand/v2"
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// augment returns the sentences and, after them, copies of some as headlines
// and shouted lines write them: Title Case without a full stop, ALL CAPITALS,
// no capitals at all. The shares are small, so that running text stays what
// the model knows best.
func augment(sentences [][]text.Token) [][]text.Token {
	rng := rand.New(rand.NewPCG(seed, 7))
	all := sentences[:len(sentences):len(sentences)]
	for _, s := range sentences {
		if len(s) < 4 {
			continue
		}
		switch p := rng.Float64(); {
		case p < 0.12:
			all = append(all, titled(s))
		case p < 0.17:
			all = append(all, shouted(s))
		case p < 0.22:
			all = append(all, unshaped(s))
		case p < 0.30:
			all = append(all, unstopped(s))
		}
	}
	return all
}

// small words keep their small letter in most styles of headline.
const small = " a an the and or but of in on at to for by from with as is 's n't "

func titled(s []text.Token) []text.Token {
	s = unstopped(s)
	for i := range s {
		if i > 0 && strings.Contains(small, " "+s[i].Lower+" ") {
			continue
		}
		if s[i].Shape.Has(text.HasLetter) && s[i].Lower[0] >= 'a' {
			s[i].Shape |= text.Capital
		}
	}
	return s
}

func shouted(s []text.Token) []text.Token {
	s = append([]text.Token(nil), s...)
	for i := range s {
		if s[i].Shape.Has(text.HasLetter) {
			s[i].Shape |= text.Capital
			if len(s[i].Lower) > 1 {
				s[i].Shape |= text.AllCaps
			}
		}
	}
	return s
}

func unshaped(s []text.Token) []text.Token {
	s = append([]text.Token(nil), s...)
	for i := range s {
		s[i].Shape &^= text.Capital | text.AllCaps
	}
	return s
}

func unstopped(s []text.Token) []text.Token {
	s = append([]text.Token(nil), s...)
	if s[len(s)-1].Lower == "." {
		s = s[:len(s)-1]
	}
	return s
}
