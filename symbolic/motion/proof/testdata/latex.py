"""Reads the LaTeX and the Unicode text in which equations of motion are printed, as a mathematician would.

A name is what the caller says is one; two things side by side are multiplied; ds/dt as a fraction, a dot or a prime is a
derivative. Nothing is taken from how the printer works.
"""
import re
import unicodedata

from sympy import Function, Integer, Rational, cos, expand, exp, log, sin, sqrt, tan

from notation import TIME, Name, moving, positive, rate, read, sign_of

_FUNCTIONS = {'\\sin': sin, '\\cos': cos, '\\tan': tan, '\\exp': exp, '\\ln': log, '\\log': log,
              '\\operatorname{sgn}': sign_of}
_SKIP = re.compile(r'(\s|\\,|\\;|\\!|\\cdot(?![a-zA-Z])|\\left(?![a-zA-Z])|\\right(?![a-zA-Z])|\\bigl|\\bigr)*')
_NUMBER = re.compile(r'\d+(\.\d+)?')
_LEIBNIZ = re.compile(r'\\frac\{d(?:\^(\d|\{\d+\}))?')


_known = {}


class Reader:
    """Names are triples: LaTeX, plain, and whether it is a function of time."""

    def __init__(self, names):
        self.names = sorted((tuple(n) for n in names), key=lambda n: -len(n[0]))
        self.known = _known.setdefault(tuple(self.names), {})
        self.argument = False  # reading a function's argument that has no brackets

    def line(self, text):
        """(left, right) of an equation, without the words behind it."""
        if text not in self.known:
            self.known[text] = self.read(text)
        return self.known[text]

    def read(self, text):
        self.text, self.at = re.sub(r'\\text\{(?!otherwise).*', '', text).rstrip(' ,\\'), 0
        left = self.sum()
        self.need('=')
        right = self.sum()
        if self.at != len(self.text):
            raise ValueError('cannot read %r at %r' % (text, self.text[self.at:]))
        return left, right

    def skip(self):
        self.at = _SKIP.match(self.text, self.at).end()

    def take(self, word):
        self.skip()
        if self.text.startswith(word, self.at):
            end = self.at + len(word)
            if not (word[-1].isalpha() and word[0] == '\\' and self.text[end:end + 1].isalpha()):
                self.at = end
                self.skip()
                return True
        return False

    def need(self, word):
        if not self.take(word):
            raise ValueError('expected %r in %r at %r' % (word, self.text, self.text[self.at:]))

    def sum(self):
        total = -self.product() if self.take('-') else self.product()
        while True:
            if self.take('+'):
                total += self.product()
            elif self.take('-'):
                total -= self.product()
            else:
                return total

    def product(self, bars=True):
        value = self.power(bars)
        while True:
            if self.take('/'):
                value /= self.power(bars)
                continue
            factor = self.power(bars, optional=True)
            if factor is None:
                return value
            value *= factor

    def power(self, bars=True, optional=False):
        start = self.at
        value = self.atom(bars)
        if value is None:
            if optional:
                return None
            raise ValueError('cannot read %r at %r' % (self.text, self.text[start:]))
        if self.take('^'):
            value = value ** self.script()
        return value

    def script(self):
        if self.take('{'):
            value = self.sum()
            self.need('}')
            return value
        self.skip()
        digit = self.text[self.at]
        self.at += 1
        return Integer(digit) if digit.isdigit() else Name(digit, real=True)

    def braced(self):
        self.need('{')
        value = self.sum()
        self.need('}')
        return value

    def atom(self, bars):
        self.skip()
        number = _NUMBER.match(self.text, self.at)
        if number:
            self.at = number.end()
            return Rational(number.group())
        for left, right in ('(', ')'), ('[', ']'), ('\\{', '\\}'):
            if self.take(left):
                value = self.sum()
                self.need(right)
                return value
        if bars and self.text.startswith('|', self.at):
            self.at += 1
            value = self.inside_bars()
            self.need('|')
            return value * sign_of(value)
        if self.text.startswith('\\frac{d', self.at):
            value = self.leibniz()
            if value is not None:
                return value
        if self.take('\\frac'):
            return self.braced() / self.braced()
        if self.take('\\sqrt'):
            return sqrt(self.braced())
        if self.take('\\begin{cases}'):
            return self.cases()
        for word, sense in ('\\max', 1), ('\\min', -1):
            if self.take(word):
                self.need('(')
                self.need('0')
                self.need(',')
                value = self.sum()
                self.need(')')
                return sense * positive(sense * value)
        for word, function in _FUNCTIONS.items():
            if self.argument and self.text.startswith(word, self.at):
                return None  # what stands beside cos x sgn y is no part of x
            if self.take(word):
                self.argument = not self.text.startswith('(', self.at)
                value = function(self.product(bars) if self.argument else self.power())
                self.argument = False
                return value
        for word, times in ('\\dddot', 3), ('\\ddot', 2), ('\\dot', 1):
            if self.named(self.at) is None and self.take(word):
                return rate(self.dotted(), times)
        return self.name()

    def cases(self):
        """A value where a condition holds, else 0. Where the condition is about the value it is what is positive of it, or
        what is negative; else it is like nothing else."""
        value = self.sum()
        self.need('&')
        left = self.sum()
        sense = -1 if self.take('<') else 1
        if sense > 0:
            self.need('>')
        over = sense * (left - self.sum())  # positive where the condition holds
        for word in '\\\\', '0', '&', '\\text{otherwise}', '\\end{cases}':
            self.need(word)
        for sign in 1, -1:
            if expand(value - sign * over) == 0:
                return sign * positive(over)
        return Function('cases')(value, over)

    def inside_bars(self):
        total = -self.product(bars=False) if self.take('-') else self.product(bars=False)
        while not self.text.startswith('|', self.at):
            minus = self.take('-')
            if not minus:
                self.need('+')
            total += -self.product(bars=False) if minus else self.product(bars=False)
        return total

    def leibniz(self):
        start = self.at
        opening = _LEIBNIZ.match(self.text, self.at)
        times = (opening.group(1) or '1').strip('{}')
        self.at = opening.end()
        value = self.name()
        below = 'dt' if times == '1' else 'dt^' + times
        if value is not None and self.take('}') and self.take('{' + below + '}'):
            return rate(value, int(times))
        self.at = start
        return None

    def dotted(self):
        """What stands under a dot, with the subscript behind it: \\dot{x}_1 is the rate of x_1."""
        self.skip()
        match = re.compile(r'\{((?:[^{}]|\{[^{}]*\})*)\}').match(self.text, self.at)
        if match:
            self.text = self.text[:self.at] + match.group(1) + self.text[match.end():]
        return self.name()

    def named(self, at):
        for name in self.names:
            if self.text.startswith(name[0], at):
                after = self.text[at + len(name[0]):at + len(name[0]) + 1]
                if not (re.search(r'\\[a-zA-Z]+$', name[0]) and after.isalpha()) and after != '_':
                    return name
        return None

    def name(self):
        self.skip()
        name = self.named(self.at)
        if name is None:
            if self.take('t'):
                return TIME
            if self.take('\\pi'):
                return read('pi')
            return None
        self.at += len(name[0])
        value = moving(name[1]) if name[2] else Name(name[1], real=True)
        if name[2]:
            self.take('(t)')
        primes = 0
        while self.text.startswith("'", self.at):
            self.at += 1
            primes += 1
        return rate(value, primes)


_RAISED = str.maketrans('⁰¹²³⁴⁵⁶⁷⁸⁹', '0123456789')
_WORDS = {'sgn': '\\operatorname{sgn}', 'sin': '\\sin', 'cos': '\\cos', 'tan': '\\tan', 'exp': '\\exp', 'ln': '\\ln',
          'max': '\\max', 'min': '\\min'}
_DOTS = {1: '\u0307', 2: '\u0308', 3: '\u20db'}


def from_text(line, names):
    """Unicode text as LaTeX. Names are pairs: text, LaTeX."""
    line = unicodedata.normalize('NFD', line).replace('\u2212', '-')
    spelled = {}
    for text, latex in names:
        text = unicodedata.normalize('NFD', text)
        spelled[text] = latex + ' '
        for n, dots in _DOTS.items():
            spelled[text[0] + dots + text[1:]] = '\\' + 'd' * n + 'ot{' + latex + '}'
        for n in range(1, 8):
            raised = '' if n == 1 else '⁰¹²³⁴⁵⁶⁷'[n]
            spelled['d%s%s/dt%s' % (raised, text, raised)] = '\\frac{d%s%s}{dt%s}' % (
                ('', latex, '') if n == 1 else ('^%d' % n, latex, '^%d' % n))
    for word, latex in _WORDS.items():
        spelled[word + '('] = latex + '('
    pattern = re.compile('|'.join(re.escape(w) for w in sorted(spelled, key=len, reverse=True)) + '|[⁰¹²³⁴⁵⁶⁷⁸⁹]+')
    line = pattern.sub(lambda m: spelled.get(m.group()) or '^{%s}' % m.group().translate(_RAISED), line)
    while '√(' in line:
        start = line.index('√(')
        depth, end = 0, start + 1
        while True:
            depth += {'(': 1, ')': -1}.get(line[end], 0)
            if depth == 0:
                break
            end += 1
        line = line[:start] + '\\sqrt{' + line[start + 2:end] + '}' + line[end + 1:]
    return re.sub('√([0-9]+)', r'\\sqrt{\1}', line).replace('·', ' ')
