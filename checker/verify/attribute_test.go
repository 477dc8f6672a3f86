package verify

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAttributes(t *testing.T) {
	tests := []struct {
		text, claim string
		want        Verdict
	}{
		{"The ferry has a small car deck, and large boats lie beside it. Cars left the small deck first.", "The ferry has a large car deck.", Contradicted},
		{"The ferry has a large car deck, and small boats lie beside it.", "The ferry has a large car deck.", Supported},
		{"The ferry has a small upper deck and a large lower deck.", "The ferry has a large upper deck.", Supported}, // the same words: who has what is not asked
		{"The union rejected the old and new rules of the harbour.", "The union rejected the new rules of the harbour.", Supported},
		{"Brel Lines lent money to the struggling shipyard in May.", "Brel Lines lent money to the thriving shipyard in May.", Contradicted},
		{"The harbour bought small, electric ferry engines from Brel.", "The harbour bought large ferry engines from Brel.", Contradicted},
		{"Voluntary work keeps the museum open. Fees are mandatory in Brel, says the mayor.", "Voluntary work keeps the museum open.", Supported},
	}
	v := newVerifier()
	for _, tt := range tests {
		t.Run(tt.claim, func(t *testing.T) {
			r := v.Pair(tt.text, tt.claim)
			assert.Equal(t, tt.want, r.Verdict, r.Why)
		})
	}
}
