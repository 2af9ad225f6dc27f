// Package proof holds the equations of motion to what others say of the same systems.
//
// There are two witnesses. The corpus in testdata/textbook has systems from textbooks, each a diagram with the equations,
// matrices, frequencies or transfer functions that its source prints, written down by hand. And testdata/derive.py
// derives the equations of any diagram from Lagrange's equations: it takes the text, reads it by itself, finds out where
// everything is by rules of its own, and differentiates the energies. It knows nothing of terms or of the signs of edges,
// and of ours it takes names alone. Who mends the one must not look at the other: what both have wrong, no test finds.
//
// The quick tests compare with the corpus by means of package symbolic alone. Those behind the build tag slow need
// Debian's python3-sympy:
//
//	go test -tags slow ./symbolic/motion/proof
//
// They put ours, the corpus and SymPy's side by side for every system of the corpus, every example and some hundred random
// systems, in every form, and read the printed LaTeX and text back as well. What JSON says of two thousand random systems
// more – equations, ends of edges, senses, words – is compared in numbers. And they make sure that the judge notices when
// any one term's sign is flipped, or a decision on a sign turned round in our source.
//
// What is random has a seed of its own in every run, which is printed. DIAGRAM_SEED repeats a run, and DIAGRAM_COUNT and
// DIAGRAM_MUTANTS say how many systems and how many turned decisions to try:
//
//	DIAGRAM_COUNT=20000 go test -tags slow -run RandomSystems -v ./symbolic/motion/proof
package proof
