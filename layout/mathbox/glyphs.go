package mathbox

// symbol is a character as LaTeX and amssymb declare it.
type symbol struct {
	class class
	char  char
}

// glyphs are the characters that formulas have besides letters and digits, by their LaTeX.
var glyphs = map[string]symbol{
	"+":  {bin, char{roman, '+'}},
	"-":  {bin, char{symbols, 0x00}},
	"*":  {bin, char{symbols, 0x03}},
	"/":  {ord, char{letters, 0x3D}},
	"=":  {rel, char{roman, '='}},
	":":  {rel, char{roman, ':'}},
	"<":  {rel, char{letters, 0x3C}},
	">":  {rel, char{letters, 0x3E}},
	"(":  {open, char{roman, '('}},
	"[":  {open, char{roman, '['}},
	")":  {closing, char{roman, ')'}},
	"]":  {closing, char{roman, ']'}},
	"!":  {closing, char{roman, '!'}},
	",":  {punct, char{letters, 0x3B}},
	";":  {punct, char{roman, ';'}},
	".":  {ord, char{letters, 0x3A}},
	"|":  {ord, char{symbols, 0x6A}},
	`\|`: {ord, char{symbols, 0x6B}},

	`\alpha`:      {ord, char{letters, 0x0B}},
	`\beta`:       {ord, char{letters, 0x0C}},
	`\gamma`:      {ord, char{letters, 0x0D}},
	`\delta`:      {ord, char{letters, 0x0E}},
	`\epsilon`:    {ord, char{letters, 0x0F}},
	`\varepsilon`: {ord, char{letters, 0x22}},
	`\zeta`:       {ord, char{letters, 0x10}},
	`\eta`:        {ord, char{letters, 0x11}},
	`\theta`:      {ord, char{letters, 0x12}},
	`\vartheta`:   {ord, char{letters, 0x23}},
	`\iota`:       {ord, char{letters, 0x13}},
	`\kappa`:      {ord, char{letters, 0x14}},
	`\lambda`:     {ord, char{letters, 0x15}},
	`\mu`:         {ord, char{letters, 0x16}},
	`\nu`:         {ord, char{letters, 0x17}},
	`\xi`:         {ord, char{letters, 0x18}},
	`\pi`:         {ord, char{letters, 0x19}},
	`\varpi`:      {ord, char{letters, 0x24}},
	`\rho`:        {ord, char{letters, 0x1A}},
	`\varrho`:     {ord, char{letters, 0x25}},
	`\sigma`:      {ord, char{letters, 0x1B}},
	`\varsigma`:   {ord, char{letters, 0x26}},
	`\tau`:        {ord, char{letters, 0x1C}},
	`\upsilon`:    {ord, char{letters, 0x1D}},
	`\phi`:        {ord, char{letters, 0x1E}},
	`\varphi`:     {ord, char{letters, 0x27}},
	`\chi`:        {ord, char{letters, 0x1F}},
	`\psi`:        {ord, char{letters, 0x20}},
	`\omega`:      {ord, char{letters, 0x21}},
	`\Gamma`:      {ord, char{roman, 0x00}},
	`\Delta`:      {ord, char{roman, 0x01}},
	`\Theta`:      {ord, char{roman, 0x02}},
	`\Lambda`:     {ord, char{roman, 0x03}},
	`\Xi`:         {ord, char{roman, 0x04}},
	`\Pi`:         {ord, char{roman, 0x05}},
	`\Sigma`:      {ord, char{roman, 0x06}},
	`\Upsilon`:    {ord, char{roman, 0x07}},
	`\Phi`:        {ord, char{roman, 0x08}},
	`\Psi`:        {ord, char{roman, 0x09}},
	`\Omega`:      {ord, char{roman, 0x0A}},

	`\cdot`:       {bin, char{symbols, 0x01}},
	`\times`:      {bin, char{symbols, 0x02}},
	`\circ`:       {bin, char{symbols, 0x0E}},
	`\ast`:        {bin, char{symbols, 0x03}},
	`\star`:       {bin, char{letters, 0x3F}},
	`\dagger`:     {bin, char{symbols, 0x79}},
	`\bullet`:     {bin, char{symbols, 0x0F}},
	`\prime`:      {ord, char{symbols, 0x30}},
	`\infty`:      {ord, char{symbols, 0x31}},
	`\ell`:        {ord, char{letters, 0x60}},
	`\hbar`:       {ord, char{msbm, 0x7E}},
	`\imath`:      {ord, char{letters, 0x7B}},
	`\jmath`:      {ord, char{letters, 0x7C}},
	`\partial`:    {ord, char{letters, 0x40}},
	`\nabla`:      {ord, char{symbols, 0x72}},
	`\pm`:         {bin, char{symbols, 0x06}},
	`\mp`:         {bin, char{symbols, 0x07}},
	`\perp`:       {rel, char{symbols, 0x3F}},
	`\parallel`:   {rel, char{symbols, 0x6B}},
	`\to`:         {rel, char{symbols, 0x21}},
	`\rightarrow`: {rel, char{symbols, 0x21}},
	`\leftarrow`:  {rel, char{symbols, 0x20}},
	`\uparrow`:    {rel, char{symbols, 0x22}},
	`\downarrow`:  {rel, char{symbols, 0x23}},
	`\Re`:         {ord, char{symbols, 0x3C}},
	`\Im`:         {ord, char{symbols, 0x3D}},
	`\angle`:      {ord, char{msam, 0x5C}},
	`\approx`:     {rel, char{symbols, 0x19}},
	`\le`:         {rel, char{symbols, 0x14}},
	`\ge`:         {rel, char{symbols, 0x15}},
	`\sim`:        {rel, char{symbols, 0x18}},
	`\simeq`:      {rel, char{symbols, 0x27}},
	`\equiv`:      {rel, char{symbols, 0x11}},
	`\propto`:     {rel, char{symbols, 0x2F}},
	`\ll`:         {rel, char{symbols, 0x1C}},
	`\gg`:         {rel, char{symbols, 0x1D}},
}

// symbolOf returns the symbol of one ASCII character.
func symbolOf(s string) symbol {
	switch c := s[0]; {
	case isLetter(c):
		return symbol{ord, char{letters, c}}
	case c >= '0' && c <= '9':
		return symbol{ord, char{roman, c}}
	}
	g, ok := glyphs[s]
	if !ok {
		panic("mathbox: no character " + s)
	}
	return g
}

// space returns the space of fixed width that a command makes.
func space(tex string) (kern, bool) {
	switch tex {
	case `\,`:
		return kern{mu: 3}, true
	case `\:`:
		return kern{mu: 4}, true
	case `\;`:
		return kern{mu: 5}, true
	case `\!`:
		return kern{mu: -3}, true
	case `\quad`:
		return kern{em: 1}, true
	case `\qquad`:
		return kern{em: 2}, true
	case `\ `:
		return kern{pt: font(roman, 0).param(2) * sizes[0]}, true
	}
	return kern{}, false
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
