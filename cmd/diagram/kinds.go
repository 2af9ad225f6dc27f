package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"diagram/dsl/component"
)

type kindsVerb struct {
	Name string `arg:"" optional:"" help:"The kind to describe."`
	As   string `enum:"text,markdown" default:"text" help:"Notation of the list: text or markdown."`
}

func (kindsVerb) Help() string {
	return `The list has a line for each kind; the description has everything that can be said about it.

    diagram kinds           every kind of element, a line each
    diagram kinds spring    what a spring is and what can be said about one`
}

func (v kindsVerb) Run(s *streams) error {
	kinds := component.Standard()
	if v.Name == "" {
		if v.As == "markdown" {
			return kindsTable(s.out, kinds)
		}
		return listKinds(s.out, kinds)
	}
	kind := kinds.Lookup(v.Name)
	if kind == nil {
		err := fmt.Errorf("there is no kind %q", v.Name)
		if advice := kinds.Advise(v.Name); advice != "" {
			err = fmt.Errorf("%w; %s", err, advice)
		}
		return err
	}
	return describe(s.out, kind)
}

// listKinds writes every kind with what it is, by sort.
func listKinds(w io.Writer, kinds *component.Catalog) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	sort := ""
	for k := range kinds.All() {
		if k.Sort.String() != sort {
			if sort != "" {
				fmt.Fprintln(t)
			}
			sort = k.Sort.String()
			fmt.Fprintf(t, "%s\n", plural(k.Sort))
		}
		fmt.Fprintf(t, "  %s\t%s\n", strings.Join(k.Names(), ", "), k.Doc)
	}
	return t.Flush()
}

func plural(s component.Sort) string {
	if _, is := s.(component.Body); is {
		return "bodies"
	}
	return s.String() + "s"
}

// kindsTable writes the kinds as a table in Markdown.
func kindsTable(w io.Writer, kinds *component.Catalog) error {
	var b strings.Builder
	b.WriteString("| kind | sort | what it is | its own attributes |\n| --- | --- | --- | --- |\n")
	for k := range kinds.All() {
		var names []string
		for _, n := range k.Names() {
			names = append(names, "`"+n+"`")
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", strings.Join(names, ", "), k.Sort, cell(k.Doc), ownAttributes(k))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func cell(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

// ownAttributes lists the attributes that not all kinds of the sort have.
func ownAttributes(k *component.Kind) string {
	var own []string
	for _, a := range k.Attributes {
		if shared(k.Sort, a.Name) {
			continue
		}
		s := "`" + a.Name + "`"
		if a.Type == component.Choice {
			s = "`" + strings.Join(a.Words, "`/`") + "`"
		}
		own = append(own, s+" "+cell(a.Doc))
	}
	return strings.Join(own, "; ")
}

// shared reports whether all kinds of a sort have an attribute of that name.
func shared(sort component.Sort, name string) bool {
	return slices.ContainsFunc(component.Shared(sort), func(a component.Attribute) bool { return a.Name == name })
}

// describe writes all there is to know about a kind.
func describe(w io.Writer, k *component.Kind) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, %s %s: %s\n", strings.Join(k.Names(), " or "), article(k.Sort.String()), k.Sort, k.Doc)
	if k.Help != "" {
		fmt.Fprintf(&b, "\n%s\n", k.Help)
	}
	b.WriteString("\nattributes\n")
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, a := range k.Attributes {
		fmt.Fprintf(t, "  %s\t%s\n", form(a), doc(k, a))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	if k.Example != "" {
		fmt.Fprintf(&b, "\nexample\n  %s\n", strings.ReplaceAll(strings.TrimSpace(k.Example), "\n", "\n  "))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an"
	}
	return "a"
}

// form is how an attribute is written.
func form(a component.Attribute) string {
	switch a.Type {
	case component.Flag:
		return a.Name
	case component.Choice:
		if a.Keyed {
			return a.Name + "=" + strings.Join(a.Words, "/")
		}
		return strings.Join(a.Words, " | ")
	}
	return a.Name + "=" + [...]string{
		component.Parameter: "expression",
		component.Input:     "expression",
		component.Measure:   "cm",
		component.Text:      "text",
		component.Symbol:    "symbol",
		component.Colour:    "colour",
		component.Order:     "rank",
		component.Points:    "pt",
	}[a.Type]
}

func doc(k *component.Kind, a component.Attribute) string {
	s := a.Doc
	if a.Default != "" {
		s += "; " + a.Default + " by default"
	}
	if a.RotDefault != "" && a.RotDefault != a.Default {
		s += ", " + a.RotDefault + " in rotation"
	}
	if a.Grown {
		s += ", none with origin=wall"
	}
	if a.Implies != "" {
		s += "; implies " + a.Implies
	}
	if k.Main == a.Name && a.Name != "label" {
		s += " (what label stands for)"
	}
	return s
}
