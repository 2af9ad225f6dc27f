package motion

// forest keeps disjoint sets of groups, each a tree that leads to its root.
type forest map[*group]*group

// find is the root of a group's set.
func (f forest) find(gr *group) *group {
	root := gr
	for f[root] != nil {
		root = f[root]
	}
	for gr != root {
		gr, f[gr] = f[gr], root
	}
	return root
}

// join makes one set of two.
func (f forest) join(a, b *group) {
	if a, b = f.find(a), f.find(b); a != b {
		f[b] = a
	}
}
