package symbolic

import (
	"strconv"

	"diagram/symbolic/formula"
)

// Numbered is a name with a number, not less than 0, as its subscript: m_12 for m and 12. The name has no subscript of its
// own. It is what ParseName reads, for less work.
func (n Name) Numbered(i int) Name {
	digits := strconv.Itoa(i)
	lowered := make([]byte, 0, 32)
	for _, d := range digits {
		lowered = append(lowered, string('₀'+d-'0')...)
	}
	latex := digits
	if len(digits) > 1 {
		latex = "{" + digits + "}"
	}
	spelled := &formula.Spelling{Tree: subscripted(n.Tree(), numeral(digits)), LaTeX: n.LaTeX + "_" + latex, Text: n.Text + string(lowered)}
	out := Name{Plain: n.Plain + "_" + digits, LaTeX: spelled.LaTeX, Text: spelled.Text, spelled: spelled}
	if n.key != "" {
		out.key = n.key + "_" + latex
	}
	return out
}
