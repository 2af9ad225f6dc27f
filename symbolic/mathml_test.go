package symbolic

import (
	"encoding/xml"
	"testing"

	"diagram/symbolic/formula"

	"pgregory.net/rapid"
)

func TestMathML(t *testing.T) {
	const times = "<mo>\u2062</mo>"
	for _, c := range []struct {
		e     Expr
		style Style
		want  string
	}{
		{k, Style{}, "<mrow><mi>k</mi></mrow>"},
		{Mul(k, Sub(s, l0)), Style{}, "<mrow><mi>k</mi>" + times +
			"<mrow><mo>(</mo><mi>s</mi><mo>−</mo><msub><mrow><mi>L</mi></mrow><mrow><mn>0</mn></mrow></msub><mo>)</mo></mrow></mrow>"},
		{s.D(2), Style{}, "<mrow><mfrac><mrow><msup><mi>d</mi><mn>2</mn></msup><mi>s</mi></mrow>" +
			"<mrow><mi>d</mi><msup><mi>t</mi><mn>2</mn></msup></mrow></mfrac></mrow>"},
		{s1.D(1), Style{Derivatives: formula.Dot}, `<mrow><msub><mrow><mover accent="true"><mrow><mi>s</mi></mrow><mo>˙</mo></mover></mrow><mrow><mn>1</mn></mrow></msub></mrow>`},
		{s.D(2), Style{Derivatives: formula.Prime}, "<mrow><msup><mrow><mi>s</mi></mrow><mo>′′</mo></msup></mrow>"},
		{Sym("m_us"), Style{}, "<mrow><msub><mrow><mi>m</mi></mrow><mrow><mi>u</mi><mi>s</mi></mrow></msub></mrow>"},
		{Sym("x_10"), Style{}, "<mrow><msub><mrow><mi>x</mi></mrow><mrow><mn>10</mn></mrow></msub></mrow>"},
		{Sqrt(Div(k, m)), Style{}, "<mrow><msqrt><mfrac><mrow><mi>k</mi></mrow><mrow><mi>m</mi></mrow></mfrac></msqrt></mrow>"},
		{Sin(theta), Style{}, "<mrow><mi>sin</mi><mo>\u2061</mo><mi>θ</mi></mrow>"},
		{Sym("a<b"), Style{}, "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"},
	} {
		if got := MathML(c.e, c.style); got != c.want {
			t.Errorf("MathML(%v):\n got %s\nwant %s", c.e, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := MathML(anyExpr().Draw(t, "e"), Style{Derivatives: rapid.SampledFrom([]formula.DerivativeStyle{formula.Leibniz, formula.Dot, formula.Prime}).Draw(t, "style")})
		if err := xml.Unmarshal([]byte(s), new(struct{})); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	})
}
