package component

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
)

// Catalog is the kinds that a text may speak of. It never changes: With makes another one that has more, so that one catalog
// can serve any number of texts at a time. All start from Standard.
type Catalog struct {
	kinds  []*Kind          // by sort, then name
	byName map[string]*Kind // and by alias
	stems  func() map[string]Stem
}

// With is a catalog that has more kinds. They are copied, each with the attributes that all kinds of its sort share.
func (c *Catalog) With(kinds ...*Kind) (*Catalog, error) {
	more := &Catalog{kinds: slices.Clone(c.kinds), byName: maps.Clone(c.byName)}
	if more.byName == nil {
		more.byName = map[string]*Kind{}
	}
	for _, k := range kinds {
		if err := more.add(k); err != nil {
			return nil, err
		}
	}
	slices.SortFunc(more.kinds, func(a, b *Kind) int {
		return cmp.Or(cmp.Compare(a.Sort.place(), b.Sort.place()), cmp.Compare(a.Name, b.Name))
	})
	more.stems = more.findStems()
	return more, nil
}

func (c *Catalog) add(kind *Kind) error {
	if kind.Name == "" || kind.Sort == nil || kind.Glyph.Draw == nil {
		return errors.New("a kind needs a name, a sort and a glyph")
	}
	if c := kind.Connector(); kind.IsConnector() && (c.Law == nil) == (c.Tie == nil) {
		return fmt.Errorf("%s must have either a law or a tie", kind.Name)
	}
	k := *kind
	k.Attributes = slices.Concat(kind.Attributes, Shared(kind.Sort))
	for _, name := range k.Names() {
		if c.byName[name] != nil {
			return fmt.Errorf("there are two kinds named %s", name)
		}
		c.byName[name] = &k
	}
	if other := c.InSeries(); other != nil && k.Body().InSeries {
		return fmt.Errorf("both %s and %s are made between connectors in series", other.Name, k.Name)
	}
	c.kinds = append(c.kinds, &k)
	return nil
}

// Lookup finds a kind by name or alias; nil where there is none.
func (c *Catalog) Lookup(name string) *Kind { return c.byName[name] }

// All are the kinds by sort, then name.
func (c *Catalog) All() iter.Seq[*Kind] { return slices.Values(c.kinds) }

// Names lists all names and aliases, sorted: what a "did you mean" chooses from.
func (c *Catalog) Names() []string { return slices.Sorted(maps.Keys(c.byName)) }

// InSeries is the kind of body that is made where two connectors in series meet; nil where there is none.
func (c *Catalog) InSeries() *Kind {
	for _, k := range c.kinds {
		if k.Body().InSeries {
			return k
		}
	}
	return nil
}
