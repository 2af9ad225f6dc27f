package layout

import (
	"strconv"
	"strings"

	"diagram/dsl/graph"
)

// names makes names that are fit for a TikZ coordinate and an XML id: a letter, then letters, digits, - and _.
type names struct {
	taken map[string]bool
	clean map[string]string
}

func newNames() *names { return &names{taken: map[string]bool{}, clean: map[string]string{}} }

// of is a name not given before, made from an element's.
func (n *names) of(name string) string { return n.unique(n.plain(name)) }

// port is the name of the registration point between a node and a connector or action.
func (n *names) port(node, el *graph.Element) string {
	return n.unique(n.plain(node.Name) + "-" + n.plain(el.Name))
}

func (n *names) unique(name string) string {
	try := name
	for i := 2; n.taken[try]; i++ {
		try = name + "_" + strconv.Itoa(i)
	}
	n.taken[try] = true
	return try
}

// plain is an element's name in the safe alphabet: the same for most, and different for different ones.
func (n *names) plain(name string) string {
	if s, ok := n.clean[name]; ok {
		return s
	}
	var b strings.Builder
	for i, r := range name {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', i > 0 && (r >= '0' && r <= '9' || r == '_'):
			b.WriteRune(r)
		case r == '-' && i > 0:
			b.WriteRune('_')
		default:
			b.WriteString("u" + strconv.FormatInt(int64(r), 16))
		}
	}
	if b.Len() == 0 {
		b.WriteString("item")
	}
	n.clean[name] = b.String()
	return b.String()
}
