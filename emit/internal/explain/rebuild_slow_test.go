//go:build slow

package explain_test

import (
	"cmp"
	"flag"
	"os"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestFreshReadings hears diagrams that nobody has seen before.
func TestFreshReadings(t *testing.T) {
	set := func(name, value string) {
		old := flag.Lookup(name).Value.String()
		if err := flag.Set(name, value); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = flag.Set(name, old) }) // it was a value before
	}
	seed := cmp.Or(os.Getenv("RAPID_SEED"), strconv.FormatInt(time.Now().UnixNano(), 10))
	t.Logf("RAPID_SEED=%s", seed)
	set("rapid.seed", seed)
	set("rapid.checks", "1500")
	models, terms = 0, 0
	rapid.Check(t, hear)
	t.Logf("%d models, %d terms", models, terms)
	if models < 3000 {
		t.Errorf("only %d of the random diagrams have a model", models)
	}
}
