package check

import (
	"fmt"
	"slices"
	"strings"

	"diagram/dsl/component"
	"diagram/dsl/diag"
	"diagram/dsl/syntax"
)

// This file says what an author may have meant by a word that the language doesn't know: by its meaning first, and only
// then by its spelling.

// vocabulary is a catalog of kinds by which an author's words are told apart.
type vocabulary struct{ *component.Catalog }

// noKind reports a word in the place of a kind that is none.
func (c *checker) noKind(name syntax.Name, otherwise string) {
	help := c.kinds.Advise(name.Text)
	if help == "" {
		help = otherwise
	}
	c.report(name.Span, fmt.Sprintf("there is no kind of element %s", quote(name.Text)), help)
}

// kindList is the help where nothing is like a kind's name.
func (kinds vocabulary) kindList() string { return "the kinds are " + list(kinds.kindNames()) }

// looksLikeKind reports whether a word is written as kinds are: in small letters, and longer than most symbols and names.
func looksLikeKind(word string) bool {
	base, _ := splitIndex(word)
	return len(word) >= 3 && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz_") == "" && !isGreek(base)
}

// looksLikeSymbol reports whether a word looks like a parameter's symbol: a letter or two, or a Greek letter, with an index
// (m, k1, k_eq, lambda_2).
func (kinds vocabulary) looksLikeSymbol(word string) bool {
	for k := range kinds.All() {
		if k.Word(word) != nil {
			return false
		}
	}
	base, index := splitIndex(word)
	letters := len([]rune(base))
	return letters == 1 || letters == 2 && (index != "" || strings.ToLower(base) != base) || isGreek(base)
}

// splitIndex parts a symbol's letters from its index, with or without a mark between them: k_1, k1.
func splitIndex(word string) (base, index string) {
	if base, index, ok := strings.Cut(word, "_"); ok {
		return base, index
	}
	base = strings.TrimRight(word, "0123456789")
	return base, word[len(base):]
}

// asSymbol writes a symbol as formulas have it: k1 as k_1.
func asSymbol(word string) string {
	if base, index := splitIndex(word); base != "" && index != "" {
		return base + "_" + index
	}
	return word
}

// asSetting is how a setting is written that an author gives elsewhere, as in rankdir=LR or axis = vertical; "" where a key
// and its value are none.
func asSetting(key, value string) string {
	attr := settingKind.Attribute(key)
	if attr == nil {
		attr = settingKind.AskedFor(key)
	}
	switch {
	case attr == nil:
	case attr.Type == component.Choice:
		if meant := attr.Meant[value]; meant != "" {
			value = meant
		}
		if slices.Contains(attr.Words, value) {
			return fmt.Sprintf("%s[%s=%s]", syntax.SettingWord, attr.Name, value)
		}
	case attr.Type == component.Text && strings.HasPrefix(value, `"`):
		return fmt.Sprintf("%s[%s=%s]", syntax.SettingWord, attr.Name, value)
	}
	return ""
}

// meantOption says which of a kind's attributes is meant by a word that it doesn't know, and how it is written. The word
// stands alone, or before a value.
func (kinds vocabulary) meantOption(k *component.Kind, word string, v *syntax.Literal) string {
	if attr := k.AskedFor(word); attr != nil {
		help := "write " + kinds.written(attr, word, v)
		if attr.Type == component.Parameter || attr.Type == component.Input || attr.Type == component.Symbol {
			help = fmt.Sprintf("%s is the %s: %s", attr.Name, attr.Noun(), help)
		}
		return help
	}
	if hint := k.Hint(word); hint != "" {
		return hint
	}
	for i := range k.Attributes {
		if attr := &k.Attributes[i]; v == nil && attr.Meant[word] != "" {
			return fmt.Sprintf("write %s=%s", attr.Name, attr.Meant[word])
		}
	}
	if v == nil && kinds.looksLikeSymbol(word) {
		if attr := calledLike(k, word); attr != nil {
			return fmt.Sprintf("write %s=%s", attr.Name, asSymbol(word))
		}
		if k.Attribute("label") != nil {
			return "write label=" + asSymbol(word)
		}
	}
	if base, index := splitIndex(word); v != nil && index != "" {
		if attr := k.Attribute(base); attr != nil && attr.Type == component.Parameter {
			return fmt.Sprintf("write %s=%s", attr.Name, v.Raw)
		}
	}
	return ""
}

// calledLike is the parameter of a kind that a symbol is most likely meant for: the one whose usual symbol has the same letters,
// else the main one.
func calledLike(k *component.Kind, symbol string) *component.Attribute {
	base, _ := splitIndex(symbol)
	for _, same := range []func(a *component.Attribute) bool{
		func(a *component.Attribute) bool { return a.Name == symbol || a.Default == asSymbol(symbol) },
		func(a *component.Attribute) bool { return a.Name == base || a.Default == base || a.RotDefault == base },
		func(a *component.Attribute) bool {
			name, _ := splitIndex(a.Name)
			return name == base
		},
	} {
		for i := range k.Attributes {
			if a := &k.Attributes[i]; (a.Type == component.Parameter || a.Type == component.Input) && same(a) {
				return a
			}
		}
	}
	return k.Attribute(k.Main)
}

// written is how an attribute is written that the author calls otherwise, with their value where there is one.
func (kinds vocabulary) written(attr *component.Attribute, word string, v *syntax.Literal) string {
	value := ""
	if v != nil {
		value = v.Raw
	}
	switch {
	case attr.Type == component.Flag:
		return attr.Name
	case attr.Type == component.Choice:
		if value == "" {
			value = word
		}
		if meant := attr.Meant[value]; meant != "" {
			value = meant
		}
		if !slices.Contains(attr.Words, value) {
			return attr.Name + "=" + strings.Join(attr.Words, " or "+attr.Name+"=")
		}
	case value == "" && kinds.looksLikeSymbol(word):
		value = asSymbol(word)
	case attr.Type == component.Symbol && v != nil && !v.Quoted() && !kinds.looksLikeSymbol(value):
		value = exampleOf(attr)
	case value == "":
		value = exampleOf(attr)
	}
	return attr.Name + "=" + value
}

// exampleOf is a value that an attribute may have.
func exampleOf(attr *component.Attribute) string {
	switch attr.Type {
	case component.Parameter, component.Input, component.Symbol:
		return asSymbol(attr.Name)
	case component.Choice:
		return attr.Words[0]
	case component.Measure, component.Order:
		return "2"
	case component.Points:
		return "12pt"
	case component.Colour:
		return "red"
	}
	return `"…"`
}

// nearWord is the known word that is spelled most like one. Symbols such as k3 are too short to be recognized when they are
// misspelled.
func (kinds vocabulary) nearWord(word string, known []string) string {
	return diag.Nearest(word, slices.DeleteFunc(slices.Clone(known), func(k string) bool { return kinds.looksLikeSymbol(k) && !strings.EqualFold(k, word) }))
}
