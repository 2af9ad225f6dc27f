package symbolic

// AnyExpr draws expressions, for tests of other packages' readers.
var AnyExpr = anyExpr
