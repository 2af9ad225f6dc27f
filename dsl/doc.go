// Package dsl reads diagrams: a text becomes a tree, and the tree a checked graph.
//
//	T = trolley[label=m]
//	W = wall
//	W - (spring, damper) - T - force[right]
//
// This is the front door of three rooms, and the way through them is the order of the work. Package syntax makes the tree;
// [Parse] also says what is wrong with each statement that can't be read. Package check finds out what the tree means, all that
// is wrong with it included; [Compile] does both. Package graph is what comes of it: all that layout and equations know of a
// diagram. [Format] prints a text in its canonical layout.
//
// Which kinds and attributes there are is no matter of these packages: package component has them.
package dsl
