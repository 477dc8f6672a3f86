package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCompare(t *testing.T) {
	tests := []struct {
		a, b string
		want Likeness
	}{
		{"Tomas Lindqvist", "Lindqvist", Alike},
		{"T. Lindqvist", "Tomas Lindqvist", Alike},
		{"Bill Harrow", "William Harrow", Alike},
		{"Zoë Brontë", "Zoe Bronte", Alike},
		{"Jong-un Pak", "Jong Un Pak", Alike},
		{"the Harrows", "Harrow", Alike},
		{"Andrei Zelensky", "Andrei Zelenskyy", Transliterated},
		{"Tomas Lindqvist", "Tomas Lindqvits", Slip},
		{"Tomas Lindqvist", "Lindqist", Slip},
		{"Manuel Ortega", "Manual Ortega", Slip},
		{"Anna Reed", "Anne Reed", Alike}, // too short to tell a slip from another name
		{"Paul DeWitt", "Paul Dewitt", Slip},
		{"Paul DEWITT", "Paul DeWitt", Alike},
		{"", "Reed", Alike},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, Compare(tt.a, tt.b), tt.a+" / "+tt.b)
		assert.Equal(t, tt.want, Compare(tt.b, tt.a), tt.b+" / "+tt.a)
	}
}
