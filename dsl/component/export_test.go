package component

import (
	"slices"
	"testing"
)

// RegisterFor registers a kind for one test.
func RegisterFor(t *testing.T, k *Kind) {
	register(k)
	t.Cleanup(func() {
		delete(byName, k.Name)
		registry = slices.DeleteFunc(registry, func(other *Kind) bool { return other == k })
	})
}
