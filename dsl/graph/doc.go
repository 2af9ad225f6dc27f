// Package graph is a diagram as layout, equations and words see it: what the author's text means, checked and complete.
//
// Supports and bodies are nodes, connectors are edges, and what the author wrote about them stands in typed answers, so that no
// reader asks for an attribute by its name. A [Graph] is made in steps by package check, and only read by all others: its elements
// are listed and told apart, [Graph.Link] finds the [Topology], and [Graph.Arrange] decides what comes before what along the axis.
//
// The topology is found out once: incidence lists, and the classes of nodes that connectors join (union-find). The order is
// found by series-parallel reduction of what joints tie together; what contradicts the order of the text is found by keeping a
// topological order while steps are added (Pearce and Kelly's algorithm).
//
// [Graph.Multigraph] opens the graph to gonum's algorithms: for programs, and for tests, which hold our own answers to gonum's.
// The compiler doesn't go through it, since gonum's graphs make a value for each node and line that they hand out: its connected
// components of a chain of 10,000 trolleys take eleven times as long as ours, and a thousand times the allocations.
package graph
