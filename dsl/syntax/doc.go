// Package syntax is the language as it is written: it cuts a text into tokens, makes a tree of them, and prints a tree in its
// canonical layout. It knows neither kinds nor attributes; what a tree means is found out later.
//
// [Parse] makes the [File], a tree in which every name and value knows its place. A statement that can't be read is a [Bad] one,
// which costs no other and holds its tokens up to the end: what was meant by them is for those to say who know the kinds.
// [Format] is the way back.
//
// The grammar, in which a newline inside brackets or after a link ends no statement:
//
//	file        = { [ statement ] ( newline | ";" ) }
//	statement   = declaration | connection | quantity | setting | part
//	declaration = name "=" element
//	element     = kind [ "[" attribute { "," attribute } "]" ]
//	attribute   = word | key "=" value
//	connection  = end link end { link end }
//	end         = name | element | "(" chain { "," chain } ")"
//	chain       = end { link end }
//	link        = "-" | "--"
//	quantity    = symbol "=" number [ unit ]
//	setting     = "diagram" "[" attributes "]"
//	part        = "part" [ "[" attributes "]" ]
//
// A scanner of one pass hands out the tokens of one statement at a time. Each token's type says what the words around it make of
// it, so that one token decides how the grammar goes on: the parser descends recursively and never looks ahead (LL(1)).
// Participle runs it: the grammar of the statements stands in the tags of their types. None of its types leave this package.
package syntax
