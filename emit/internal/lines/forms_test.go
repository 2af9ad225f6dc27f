package lines

import (
	"testing"

	"diagram/dsl/forms"
	"diagram/symbolic/motion"
)

// Every form lists terms or has a shape, and not both; there is no layout for a form that there isn't.
func TestEveryFormIsLaidOut(t *testing.T) {
	known := map[forms.Form]bool{}
	for _, f := range forms.All() {
		known[f] = true
		s, own := shapes[f]
		if own == motion.ListsTerms(f) {
			t.Errorf("%s: lists terms %v, has a shape %v", f, motion.ListsTerms(f), own)
		}
		if own && s.lay == nil {
			t.Errorf("%s: nothing lays it out", f)
		}
		if f.Doc() == "" {
			t.Errorf("%s has no doc", f)
		}
	}
	for f := range shapes {
		if !known[f] {
			t.Errorf("%s has a shape, but package forms doesn't list it", f)
		}
	}
}
