package verify

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestForms(t *testing.T) {
	tests := []struct {
		text, claim string
		want        Verdict
	}{
		{"The council of Dunmore East said that it would close the pool in May.", "Dunmore East Council will close the pool in May.", Supported},
		{"Dunmore East Harbour will close the pool in May.", "Dunmore East Council will close the pool in May.", Unsupported},
		{"The goalkeeper left Dunmore for Brel on a loan until May.", "The goalkeeper left Dunmore City on a loan until May.", Supported},
		{"A ferry to Kuwait ran aground in May, said the owner.", "A ferry to Kuwait City ran aground in May.", Unsupported},
		{"The singer put the film of the concert on Quick Stream.", "The singer put the film of the concert on QuickStream.", Supported},
		{"The pool in Tilverstone was closed in May, said the mayor.", "The pool in Tilverston was closed in May.", Supported},
		{"The pool in Tilverstone was closed in May, said the mayor.", "The pool in Halverstone was closed in May.", Unsupported},
		{"The wine in the old cellar of the museum came from Columbia in May, said the mayor.", "The wine in the old cellar of the museum came from Colombia in May.", Unsupported},
		{"The wine in the old cellar of the museum came from Colombia in May, said the mayor.", "The wine in the old cellar of the museum came from Columbia in May.", Supported},
		{"Winds of storm strength will reach the pool in May, said the mayor.", "Gale force winds will reach the pool in May.", Supported},
		{"Ada Johnston closed the pool in May, said the mayor.", "Johnson closed the pool in May.", Unsupported},
		{"the milk and butter board of orrin closed the dairy in may , said the mayor .", "the mbb closed the dairy in may .", Supported},
		{"the milk and butter board of orrin closed the dairy in may , said the mayor .", "the mgb closed the dairy in may .", Unsupported},
		{"the clerk ana lorca verrel was arrested in may . he ate his lunch . lorca denies that he took bribes , and his lawyer said so .", "ana lorca verrel denies bribes .", Supported},
	}
	v := newVerifier()
	for _, tt := range tests {
		t.Run(tt.claim, func(t *testing.T) {
			r := v.Pair(tt.text, tt.claim)
			assert.Equal(t, tt.want, r.Verdict, r.Why)
		})
	}
}
