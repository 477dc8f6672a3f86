// Package browser is the review page in a real browser: its tests need Chromium and
// the tag "browser".
package browser
