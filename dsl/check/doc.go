// Package check finds out what a tree means: which elements there are, what joins them, what they are called in the equations,
// and how the axis runs. Its result is the graph.
//
// [Check] walks over the tree once for the declarations, which connections may mention before and after, and once for the
// connections; then each step below works on the growing graph: usage, domains, settings, order along the axis, parameters,
// inputs, quantities, spelling. It reports all that is wrong with a file at once, one diagnostic for each cause: a name or an element
// with which something is wrong is marked, and no later step complains of it again. [Explain] does the same for a statement that
// can't be read.
//
// Names and attributes stay here, with where the author wrote them; the graph gets answers in types.
package check
