package emit_test

import (
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"diagram/dsl/component"
	"diagram/emit"
	"diagram/examples"
)

// troubled are diagrams without names in which something is wrong, so that messages speak of their elements.
var troubled = []string{
	"mass - (rod, rod) - mass - spring - wall",
	"base - rod - mass - rod - wall",
	"wall - spring - mass[x=u] - spring - mass[x=u]",
	"wall - spring[k=u] - mass[x=u]",
	"wall - spring[k3=a] - mass - force",
	"wall - spring - mass - spring - mass",
	"wall - damper - mass",
	"wall - spring - joint - force",
	"wall - spring - mass[m=-m_0]",
	"wall - spring - bar - force",
	"wall - damper[c=0] - joint",
	"wall - spring[k3=a] - damper - mass",
	"wall - spring - damper - wall",
	"wall - rod - mass",
	"diagram[origin=equilibrium, axis=vertical, gravity]; ceiling - spring[k3=a] - mass",
	"diagram[origin=equilibrium]; wall - damper - mass - force[constant]",
	"mass - friction[coulomb] - mass",
	"diagram[gravity, axis=vertical]; ceiling - spring - mass[positive=up] - rod - mass[positive=down]",
	"mass; trolley",
	"wall - spring - mass - gravity",
	"ceiling - spring - mass - gravity - mass",
	"wall - spring - disc - damper - mass",
	"wall - spring - disc - force",
	"wall - mass",
	"wall - force",
	"spring - mass",
	"base[positive=up] - spring - mass",
	"wall - (spring - spring, damper - (spring, damper)) - bar - inerter - mass - (force, force[left])",
}

// markup is what a reader of a page doesn't see: tags and the source.
var markup = regexp.MustCompile(`(?s)<[^>]*>|<pre>.*</pre>`)

// TestMadeUpNamesReachNoReader looks for them in all that is said about diagrams whose elements have no names.
func TestMadeUpNamesReachNoReader(t *testing.T) {
	sources := slices.Clone(troubled)
	for k := range component.Standard().All() {
		sources = append(sources, k.Example)
	}
	for _, e := range examples.All() {
		sources = append(sources, string(e.Source))
	}
	var kinds []string
	for k := range component.Standard().All() {
		kinds = append(kinds, k.Name)
	}
	anyMade := regexp.MustCompile(`\b(` + strings.Join(kinds, "|") + `)[0-9]+\b`)
	for _, src := range sources {
		d, list := emit.Compile("x.dg", []byte(src+"\n"))
		hold := func(what, text string) {
			t.Helper()
			made := anyMade.FindString(text)
			if d != nil { // then the names are known
				made = ""
				for _, e := range d.Graph.Elements {
					if e.Anonymous && regexp.MustCompile(`\b`+e.Name+`\b`).MatchString(text) {
						made = e.Name
					}
				}
			}
			if made != "" {
				t.Errorf("%s\n%s says %s: %s", src, what, made, text)
			}
		}
		hold("a message", fmt.Sprint(list))
		if d == nil {
			continue
		}
		hold("a message", fmt.Sprint(d.Trouble))
		hold("the alt text", d.Drawing().Alt)
		hold("the picture", markup.ReplaceAllString(string(d.SVG(emit.Options{})), " "))
		if !d.Moves() {
			continue
		}
		for _, c := range d.Model().Coordinates {
			hold("a meaning", c.Meaning)
		}
		for _, n := range emit.Notations() {
			if n != emit.JSON && n != emit.SymPy {
				text, _ := d.Equation("", n, emit.EquationOptions{})
				hold(string(n), markup.ReplaceAllString(text, " "))
			}
		}
		for _, form := range emit.Forms() {
			for _, o := range []emit.EquationOptions{{}, {Eliminate: true}, {Rest: true}} {
				text, list := d.Equation(form, emit.Annotated, o)
				hold(string(form), text+fmt.Sprint(list))
			}
			if x, list := d.Explain(form); !list.HasErrors() {
				hold("explain", x.Text()+x.Markdown())
			}
			page, _ := emit.FormatNamed("html")
			data, _ := d.Write(page, emit.Options{Form: form})
			hold("the page", markup.ReplaceAllString(string(data), " "))
		}
	}
}

// TestTermsAgree holds drawing, equation, table and page to one answer, in every form.
func TestTermsAgree(t *testing.T) {
	titled := regexp.MustCompile(`data-element="([^"]*)" data-kind="[^"]*"(?: data-terms="([^"]*)")?`)
	for _, e := range examples.All() {
		d, list := emit.Compile(e.Path, e.Source)
		if list.HasErrors() {
			t.Fatal(list)
		}
		for _, form := range append(emit.Forms(), "") {
			x, list := d.Explain(form)
			if list.HasErrors() {
				t.Fatal(list)
			}
			table := map[string]string{}
			for _, entry := range x.Table().Entries {
				table[entry.Element] = strings.Join(entry.Terms, ", ")
			}
			format, _ := emit.FormatNamed("html")
			page, problems := d.Write(format, emit.Options{Form: form}) // not every form applies
			for _, m := range titled.FindAllStringSubmatch(string(d.SVG(emit.Options{Form: form}))+string(page), -1) {
				if got := html.UnescapeString(m[2]); got != table[m[1]] {
					t.Errorf("%s, form %q: the drawing gives %s the terms %q, the table %q", e.Name, form, m[1], got, table[m[1]])
				}
			}
			text, list := d.Equation(x.Table().Form, emit.Text, emit.EquationOptions{})
			if list.HasErrors() {
				t.Fatal(list)
			}
			for _, entry := range x.Table().Entries {
				for _, term := range entry.Terms {
					bare := strings.TrimPrefix(term, "−")
					if !strings.Contains(text, bare) || bare != term && !strings.Contains(text, "− "+bare) && !strings.Contains(text, "−"+bare) {
						t.Errorf("%s, form %q: %s has the term %s, which isn't in\n%s", e.Name, form, entry.Tag, term, text)
					}
				}
			}
			if asked := d.Model().Asked(form); asked == x.Table().Form != (len(x.Table().Notes) == 0 || !strings.Contains(x.Table().Notes[0], string(asked)+" form")) {
				t.Errorf("%s, form %q: the terms are those of %s, and the notes say %q", e.Name, form, x.Table().Form, x.Table().Notes)
			}
			if !problems.HasErrors() {
				for _, entry := range x.Table().Entries {
					for _, reading := range entry.Readings {
						if !strings.Contains(string(page), html.EscapeString(reading)) {
							t.Errorf("%s, form %q: the page doesn't say %q", e.Name, form, reading)
						}
					}
				}
			}
		}
	}
}
