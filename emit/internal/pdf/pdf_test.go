package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"diagram/emit/internal/golden"
	"diagram/emit/internal/sample"
	"diagram/emit/internal/theme"
)

func TestGolden(t *testing.T) {
	golden.Check(t, "trolley.pdf", Write(sample.Trolley(), Options{Plain: true}))
	dark, _ := theme.Named("dark")
	golden.Check(t, "dark.pdf", Write(sample.Trolley(), Options{Plain: true, Theme: dark}))
}

// The table at the end of the file says where the objects are.
func TestStructure(t *testing.T) {
	d := sample.Zoo()
	d.Name = "Größe (λ) \\ 漢 🚂"
	for _, plain := range []bool{true, false} {
		file := Write(d, Options{Plain: plain})
		if !bytes.Equal(file, Write(d, Options{Plain: plain})) {
			t.Error("two runs write different files")
		}
		tail := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(file)
		if tail == nil {
			t.Fatal("no end")
		}
		at, _ := strconv.Atoi(string(tail[1]))
		table := strings.Split(string(file[at:]), "\n")
		objects := bytes.Count(file, []byte(" 0 obj\n"))
		if table[0] != "xref" || table[1] != fmt.Sprintf("0 %d", objects+1) || objects < 6 {
			t.Fatalf("the table begins %q for %d objects", table[:2], objects)
		}
		for n := 1; n <= objects; n++ {
			offset, err := strconv.Atoi(table[2+n][:10])
			if want := fmt.Sprintf("%d 0 obj\n", n); err != nil || !bytes.HasPrefix(file[offset:], []byte(want)) {
				t.Errorf("object %d is not where the table says", n)
			}
			if len(table[2+n]) != 19 {
				t.Errorf("entry %q of the table has no 20 bytes", table[2+n])
			}
		}
		length := regexp.MustCompile(`/Length (\d+) >>\nstream\n`).FindSubmatchIndex(file)
		n, _ := strconv.Atoi(string(file[length[2]:length[3]]))
		content := file[length[1] : length[1]+n]
		if !bytes.HasPrefix(file[length[1]+n:], []byte("\nendstream")) {
			t.Error("the content is not as long as it says")
		}
		if !plain {
			r, err := zlib.NewReader(bytes.NewReader(content))
			if err != nil {
				t.Fatal(err)
			}
			if content, err = io.ReadAll(r); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.HasPrefix(content, []byte("1 j\n")) {
			t.Errorf("the content begins %q", content[:20])
		}
	}
}

func TestHostileText(t *testing.T) {
	want := bytes.Count(Write(sample.Trolley(), Options{Plain: true}), []byte(" 0 obj\n"))
	for _, s := range sample.Hostile {
		d := sample.Trolley()
		d.Name, d.Alt = s, s
		if n := bytes.Count(Write(d, Options{Plain: true}), []byte(" 0 obj\n")); n != want {
			t.Errorf("%q: %d objects", s, n)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	d := sample.Trolley()
	b.ReportAllocs()
	for b.Loop() {
		Write(d, Options{})
	}
}
