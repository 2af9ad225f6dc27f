package equation

import (
	"testing"

	"diagram/dsl/forms"
	"diagram/symbolic/motion"
)

// Every form lists terms or has a layout, and not both; there is no layout for a form that there isn't.
func TestEveryFormIsLaidOut(t *testing.T) {
	known := map[forms.Form]bool{}
	for _, f := range forms.All() {
		known[f] = true
		l, own := layouts[f]
		if own == motion.ListsTerms(f) {
			t.Errorf("%s: lists terms %v, has a layout %v", f, motion.ListsTerms(f), own)
		}
		if own && (l.lay == nil || l.describe == nil) {
			t.Errorf("%s: its layout is incomplete", f)
		}
		if f.Doc() == "" {
			t.Errorf("%s has no doc", f)
		}
	}
	for f := range layouts {
		if !known[f] {
			t.Errorf("%s has a layout, but package forms doesn't list it", f)
		}
	}
}
