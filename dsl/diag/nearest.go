package diag

import (
	"strings"
	"unicode/utf8"
)

// maxWord is the length beyond which a word isn't compared: no author means a word of that length.
const maxWord = 64

// Nearest is the known word that an author may have meant by word: one that differs in case only, or by few inserted,
// dropped, changed or swapped letters, or that word abbreviates. It is "" when nothing is near. Of equally near words the
// first of the alphabet is taken, whatever the order of known.
func Nearest(word string, known []string) string {
	n := utf8.RuneCountInString(word)
	if n == 0 || n > maxWord {
		return ""
	}
	limit := tolerance(n)
	low := []rune(strings.ToLower(word))
	best, bestCost := "", 0
	for _, k := range known {
		if k == word || len(k) > 4*maxWord {
			continue
		}
		other := []rune(strings.ToLower(k))
		if abs(len(other)-len(low)) > limit && !abbreviates(low, other) {
			continue
		}
		cost := distance(low, other)
		if cost > limit && !abbreviates(low, other) {
			continue
		}
		if len(low) <= 3 && cost > 0 && low[0] != other[0] && !swapped(low, other) {
			continue
		}
		// Of equally many edits those that keep the length are likelier. Missing letters of an abbreviation count little.
		if cost = 2*cost + min(abs(len(other)-len(low)), 1); abbreviates(low, other) {
			cost = min(cost, 3)
		}
		if best == "" || cost < bestCost || cost == bestCost && k < best {
			best, bestCost = k, cost
		}
	}
	return best
}

// tolerance is how many edits a word of n letters may be away. A single letter is only ever meant in its other case.
func tolerance(n int) int {
	switch {
	case n == 1:
		return 0
	case n <= 4:
		return 1
	case n <= 6:
		return 2
	}
	return n / 3
}

// abbreviates reports whether short is the beginning of long and long enough to be meant.
func abbreviates(short, long []rune) bool {
	return len(short) >= 3 && len(short) < len(long) && string(long[:len(short)]) == string(short)
}

func swapped(a, b []rune) bool {
	return len(a) >= 2 && len(b) >= 2 && a[0] == b[1] && a[1] == b[0]
}

// distance is the Damerau–Levenshtein distance (of optimal string alignment): how many letters must be inserted, dropped,
// changed or swapped with their neighbour to turn a into b.
func distance(a, b []rune) int {
	rows := [3][]int{make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)}
	two, one, now := rows[0], rows[1], rows[2]
	for j := range one {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			change := one[j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			now[j] = min(change, one[j]+1, now[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], two[j-2]+1)
			}
		}
		two, one, now = one, now, two
	}
	return one[len(b)]
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
