// Package dsl reads diagrams: a text becomes a tree, and the tree a checked graph.
//
//	T = trolley[label=m]
//	W = wall
//	W - (spring, damper) - T - force[right]
//
// [Parse] makes the tree, which package syntax has, and explains each statement that can't be read. [Check] finds out what
// the tree means: which elements there are, what joins them, what they are called in the equations, and how the axis runs. It
// reports all that is wrong with a file at once, one diagnostic for each cause, and else returns the [Graph], on which layout
// and equations are built. [Compile] does both. [Format] prints a text in its canonical layout.
//
// The graph answers what joins what – Connectors, Along, Part, Component, Side – from lists made once. Its [Multigraph]
// opens it to gonum's algorithms: for programs, and for tests, which hold our own answers to gonum's. The compiler doesn't
// go through it, since gonum's graphs make a value for each node and line that they hand out: its connected components of
// a chain of 10,000 trolleys take eleven times as long as ours, and a thousand times the allocations.
//
// Which kinds and attributes there are is no matter of this package: package component has them.
package dsl
