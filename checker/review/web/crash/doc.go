// Package crash is the review server killed, under load and on a full disk: its tests
// need the tag "crash".
package crash
