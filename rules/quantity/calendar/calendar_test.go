package calendar

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestMonth(t *testing.T) {
	for _, s := range []string{"december", "dec", "dec."} {
		m, ok := Month(s)
		assert.True(t, ok, s)
		assert.Equal(t, time.December, m, s)
	}
	for _, s := range []string{"", ".", "decade", "mayor"} {
		_, ok := Month(s)
		assert.False(t, ok, s)
	}
}

func TestWeekday(t *testing.T) {
	for _, s := range []string{"monday", "mondays", "mon."} {
		d, ok := Weekday(s)
		assert.True(t, ok, s)
		assert.Equal(t, time.Monday, d, s)
	}
	_, ok := Weekday("money")
	assert.False(t, ok)
}

func TestUnit(t *testing.T) {
	for s, want := range map[string]string{"years": "year", "hrs": "hour", "centuries": "century", "quarter": "", "m": ""} {
		u, ok := Unit(s)
		assert.Equal(t, want, u, s)
		assert.Equal(t, want != "", ok, s)
	}
}

func TestClockAndYear(t *testing.T) {
	assert.True(t, Clock("p.m."))
	assert.False(t, Clock("metres"))
	assert.True(t, Year(2017))
	assert.False(t, Year(2017.5))
	assert.False(t, Year(300))
}
