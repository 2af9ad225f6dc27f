package naming

import (
	"cmp"
	"slices"
	"strconv"

	"diagram/symbolic/formula"
)

// Spelling gives each symbol of a document one spelling in every notation, which is no other's. The zero value is ready
// to Note the document's expressions; then Settle, then Of and Apply give the spellings.
type Spelling struct {
	names map[string]Name // by key
	order []string        // keys, as they come in the document
	amiss bool            // two spellings of one symbol were noted
}

// The symbols that mean the same in every document.
var (
	Time = literal("t")
	Pi   = literal(`\pi`)
	own  = [...]Name{Time, Pi}
)

func literal(src string) Name {
	tree, _ := formula.Read(src)
	n := Shown(tree)
	n.plain = words(tree)
	return n
}

// Note takes notice of a symbol. The first spelling of a symbol counts.
func (s *Spelling) Note(n Name) {
	if s.names == nil {
		s.names = map[string]Name{}
		for _, n := range own {
			s.names[n.Key()] = n
			s.order = append(s.order, n.Key())
		}
	}
	key := n.Key()
	switch first, known := s.names[key]; {
	case !known:
		s.names[key] = n
		s.order = append(s.order, key)
	case !first.Same(n):
		s.amiss = true
	}
}

// Settle decides the spellings once all symbols are noted. Its report is false where every name stays as it is. Letters
// are the text of further symbols that may stand in the document: no word may look like a product of them.
func (s *Spelling) Settle(letters ...string) bool {
	plain := s.clashes(Name.Plain, readsBack)
	text := s.clashes(Name.Text, nil)
	for _, key := range s.products(letters) {
		if !slices.Contains(text, key) {
			text = append(text, key)
		}
	}
	if len(plain)+len(text) == 0 {
		return s.amiss
	}
	plains, texts := map[string]bool{}, map[string]bool{}
	for _, n := range s.names {
		plains[n.plain], texts[n.Text()] = true, true
	}
	for _, key := range plain {
		n := s.names[key]
		n.plain = unused(n.plain+"_alt", plains)
		s.names[key] = n
	}
	for _, key := range text {
		n := s.names[key]
		n.spelled = &formula.Spelling{Tree: n.Tree(), LaTeX: n.LaTeX(), Text: unused(n.LaTeX(), texts)}
		s.names[key] = n
	}
	return true
}

// products are the words that look in text like a product of other symbols or of letters.
func (s *Spelling) products(letters []string) []string {
	var words []string
	for _, key := range s.order {
		if formula.IsWord(s.names[key].Text()) {
			words = append(words, key)
		}
	}
	if words == nil {
		return nil
	}
	factors := map[string]bool{}
	for _, l := range letters {
		factors[l] = true
	}
	for _, n := range s.names {
		factors[n.Text()] = !formula.IsWord(n.Text()) // a word stands apart in a product
	}
	return slices.DeleteFunc(words, func(key string) bool { return !isProduct(s.names[key].Text(), factors) })
}

// clashes are the symbols whose spelling belongs to another, in the order of the document: to the one for which it is
// right, else to the one whose look is the simplest.
func (s *Spelling) clashes(spelling func(Name) string, right func(Name) bool) []string {
	owner := make(map[string]string, len(s.names))
	var lost []string
	for _, key := range s.order {
		n := s.names[key]
		at := spelling(n)
		other, taken := owner[at]
		switch {
		case !taken:
			owner[at] = key
		case s.before(n, s.names[other], right):
			owner[at] = key
			lost = append(lost, other)
		default:
			lost = append(lost, key)
		}
	}
	if len(lost) > 1 {
		rank := map[string]int{}
		for i, key := range s.order {
			rank[key] = i
		}
		slices.SortFunc(lost, func(a, b string) int { return cmp.Compare(rank[a], rank[b]) })
	}
	return lost
}

func (s *Spelling) before(a, b Name, right func(Name) bool) bool {
	for _, n := range own {
		if b.Key() == n.Key() {
			return false
		}
	}
	if right != nil && right(a) != right(b) {
		return right(a)
	}
	return len(a.Key()) < len(b.Key())
}

// readsBack reports whether the plain spelling, typed as a symbol, is the symbol.
func readsBack(n Name) bool {
	again, err := Parse(n.plain)
	return err == nil && again.Key() == n.Key()
}

// unused returns the spelling, with a number behind it where it is taken, and takes it.
func unused(spelling string, taken map[string]bool) string {
	out := spelling
	for i := 2; taken[out]; i++ {
		out = spelling + strconv.Itoa(i)
	}
	taken[out] = true
	return out
}

// isProduct reports whether s is the factors of a product side by side: several, none of them twice.
func isProduct(s string, factors map[string]bool) bool {
	for i := range s {
		if !factors[s[:i]] {
			continue
		}
		factors[s[:i]] = false
		found := factors[s[i:]] || isProduct(s[i:], factors)
		factors[s[:i]] = true
		if found {
			return true
		}
	}
	return false
}

// Of is the spelling of a symbol.
func (s *Spelling) Of(n Name) Name {
	if settled, ok := s.names[n.Key()]; ok {
		return settled
	}
	return n
}
