package sample

// Hostile are texts that try to leave a label: markup, TeX's special characters, what TeX or XML can't read.
var Hostile = []string{
	`</title><script>alert(1)</script>`,
	`"&quot;'<![CDATA[ ]]> & &amp; &#0;`,
	"control \x00\x01\x1b\x7f\u0085 characters\nand\r\nline\tbreaks",
	"not UTF-8 \xff\xfe \xed\xa0\x80 and \ufffe \uffff \ufffd",
	`\input{/etc/passwd}\write18{id}`,
	`} \end{tikzpicture} {`, `{`, `}`, `}{`, `\`, `$`, `$$`, `$x`, `%`, `a%b`, `#1 & ~ ^ _ ^^5cinput`,
	"^^M", `\def\x{\x}\x`, `m_{`, `\frac{1}`, `\textcolor{nosuchcolour}{m}`, `[a]`, `;`, `"`, `--`,
	"λ ж 漢字 🚂 é ą þ ﬁ \u200fעברית",
	"", " ", "\u00a0", "\u202e",
}
