package unseen_test

import (
	"testing"

	"diagram/dsl/unseen"
)

func TestIn(t *testing.T) {
	for text, want := range map[string]rune{
		"plain words, \tét ½ – ж": 0,
		"a\nb":                    0,
		"a\u00adb":                '\u00ad', // a soft hyphen
		"k\u200b":                 '\u200b', // a space of no width
		"the \u061c end":          '\u061c', // a mark of direction, where nothing turns
		"\u200fab":                '\u200f',
		"שלום\u200f!":             0,
		"مرحبا \u061c5":           0,
		"می\u200cخواهم":           0,
		"क्\u200dष":               0,
		"m\u200d_1":               '\u200d',
		"\u200dm":                 '\u200d',
		"e\u0301\u200d":           '\u200d',
		"k\ufe0f":                 '\ufe0f', // a variation selector
		"⚠\ufe0f hot":             0,
		"👨\u200d🔧":                0,
		"葛\U000e0100":             0,
		"x\U000e0041":             '\U000e0041', // a tag
		"🏴\U000e0067":             '\U000e0067',
		"a\u3164b":                '\u3164', // a filler
		"a\u2800b":                '\u2800',
		"a\u034fb":                '\u034f',
		"a\u2066b":                '\u2066',
		"a\ufeff":                 '\ufeff',
		"a\u0007":                 '\u0007',
		"\ue000":                  '\ue000',
	} {
		if got := unseen.In(text); got != want {
			t.Errorf("%q: %U, want %U", text, got, want)
		}
	}
}
