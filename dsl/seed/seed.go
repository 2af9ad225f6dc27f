// Package seed gives property tests the same random cases on every machine. A test file imports it for that effect alone.
//
// RAPID_SEED=n draws the cases of n instead, as -rapid.seed=n does; `make test` draws a fresh n and prints it.
package seed

import (
	"flag"
	"os"

	_ "pgregory.net/rapid" // which defines the flag
)

func init() {
	if os.Getenv("RAPID_SEED") != "" {
		return // rapid reads it
	}
	if err := flag.Set("rapid.seed", "1"); err != nil {
		panic(err)
	}
}
