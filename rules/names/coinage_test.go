package names

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestMiswritten(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Kirkvalm", "Kirkvam", true},
		{"Port Askvell", "Port Askvall", true},
		{"Port Askvell", "Port Askvel", false}, // one sound
		{"Nordwyx", "Nordvyx", true},
		{"Belmoria", "Belmorian", false},
		{"Kestrov", "Kestrova", false},
		{"Kestrova", "Kestrovo", false},
		{"Austria", "Australia", false},
		{"Astra Semiconductor", "Astra Semiconductors", false},
		{"Northam Bank", "Northom Bank", true},
		{"Northam Bank", "Northom Group", false},
		{"Orsk", "Orsa", false},
		{"Harbour Trust", "Harbor Trust", false},
	} {
		assert.Equal(t, c.want, Miswritten(c.a, c.b), "%s, %s", c.a, c.b)
		assert.Equal(t, c.want, Miswritten(c.b, c.a), "%s, %s", c.b, c.a)
	}
}
