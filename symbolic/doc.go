// Package symbolic is an exact algebra for equations of motion.
//
// Expressions are immutable trees of numbers, symbols, functions of time, sums,
// products, powers and calls. Constructors such as [Add] and [Mul] simplify only
// as far as an author would while writing: numbers are folded, zeros and ones
// dropped, equal terms gathered. They keep order and factoring, so k·(s − L₀) stays
// what it is until [Expand], [Collect] or [Simplify] is asked for.
//
// Two functions of the same name differ only in how often they were
// differentiated; s and ds/dt are independent to [Diff] and follow one another
// under [DiffTime].
//
// [Style] turns an expression into a formula, which package formula prints; so do
// [LaTeX], [Text] and [MathML], as a careful author would have typeset it by hand.
// [Sympy] prints it for computers. Package read reads expressions, package naming the
// names of symbols.
package symbolic
