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
// The printers [LaTeX], [Text], [MathML] and [Sympy] aim at what a careful author
// would have typeset by hand. [ParseSympy] reads back what Sympy prints, and
// [ParseExpr] reads the expressions that authors write.
package symbolic
