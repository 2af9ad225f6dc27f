package symbolic

import "diagram/symbolic/naming"

// Note takes notice of the symbols of an expression, for them to be spelled.
func Note(s *naming.Spelling, e Expr) {
	Walk(e, func(e Expr) bool {
		switch e := e.(type) {
		case *Symbol:
			s.Note(e.name)
		case *Function:
			s.Note(e.name)
		}
		return true
	})
}

// Respell spells an expression's symbols otherwise. It is written as before else.
func Respell(e Expr, of func(naming.Name) naming.Name) Expr {
	all := func(es []Expr) []Expr {
		out := make([]Expr, len(es))
		for i, e := range es {
			out[i] = Respell(e, of)
		}
		return out
	}
	switch e := e.(type) {
	case *Symbol:
		c := *e
		c.name = of(e.name)
		return &c
	case *Function:
		c := *e
		c.name = of(e.name)
		return &c
	case *Sum:
		c := *e
		c.terms = all(e.terms)
		return &c
	case *Product:
		c := *e
		c.factors = all(e.factors)
		return &c
	case *Power:
		c := *e
		c.base, c.exp = Respell(e.base, of), Respell(e.exp, of)
		return &c
	case *Call:
		c := *e
		c.arg = Respell(e.arg, of)
		return &c
	}
	return e
}
