package mathbox

import "strings"

// Escape returns the source that prints a string as it stands, for [Text] and for
// LaTeX's text mode alike: a label of the user's can't become a command.
func Escape(s string) string {
	if !strings.ContainsAny(s, `\{}$&#^_~%<>|`) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '{', '}', '$', '&', '#', '_', '%':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\\':
			b.WriteString(`\textbackslash{}`)
		case '^':
			b.WriteString(`\textasciicircum{}`)
		case '~':
			b.WriteString(`\textasciitilde{}`)
		case '<':
			b.WriteString(`\textless{}`)
		case '>':
			b.WriteString(`\textgreater{}`)
		case '|':
			b.WriteString(`\textbar{}`)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
