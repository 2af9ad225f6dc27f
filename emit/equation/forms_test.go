package equation

import (
	"testing"

	"diagram/dsl/forms"
	"diagram/symbolic/motion"
)

// Every form lists terms or has a layout, and not both; there is no layout for a form that there isn't.
func TestEveryFormIsLaidOut(t *testing.T) {
	known := map[forms.Form]bool{}
	for _, e := range forms.All() {
		known[e.Form] = true
		l, own := layouts[e.Form]
		if own == motion.ListsTerms(e.Form) {
			t.Errorf("%s: lists terms %v, has a layout %v", e.Form, motion.ListsTerms(e.Form), own)
		}
		if own && (l.lay == nil || l.describe == nil) {
			t.Errorf("%s: its layout is incomplete", e.Form)
		}
		if e.Doc == "" {
			t.Errorf("%s has no doc", e.Form)
		}
	}
	for f := range layouts {
		if !known[f] {
			t.Errorf("%s has a layout, but package forms doesn't list it", f)
		}
	}
}
