"""Arithmetic in numbers: every symbol is some number, every function of time some number for each of its derivatives.

Two expressions that are equal in such an arithmetic are equal, but for an accident of one in many millions. What is no
polynomial, such as sin or the sign of a speed, is some number that depends on the argument: no identity of it is known,
but that sgn(-x) is -sgn(x). This is a hundred times as fast as multiplying out in SymPy.
"""
import re
import zlib
from fractions import Fraction
from math import comb


class Jet:
    """A function of time at one moment: its value and its derivatives."""
    __slots__ = ('d',)

    def __init__(self, d):
        self.d = tuple(d)

    def __add__(self, other):
        if isinstance(other, Jet):
            return Jet(a + b for a, b in zip(self.d, other.d))
        return Jet((self.d[0] + other,) + self.d[1:])

    def __neg__(self):
        return Jet(-a for a in self.d)

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __mul__(self, other):
        if not isinstance(other, Jet):
            return Jet(a * other for a in self.d)
        a, b = self.d, other.d
        return Jet(sum(comb(n, k) * a[k] * b[n - k] for k in range(n + 1)) for n in range(min(len(a), len(b))))

    def __truediv__(self, other):
        return self * (Fraction(1) / other)

    def __pow__(self, n):
        power = Fraction(1)
        for _ in range(int(n)):
            power = self * power
        return power

    __radd__, __rmul__ = __add__, __mul__


def some(*key):
    """A number that belongs to a key."""
    return Fraction(zlib.crc32(repr(key).encode()) % 1000003 + 2)


def value(x):
    return x.d[0] if isinstance(x, Jet) else x


class Numbers:
    """The arithmetic; at rest, with nothing moving and nothing acting but what is constant."""

    zero = Fraction(0)

    def __init__(self, rest=False):
        self.resting = rest
        self.time = Jet((some('t'), Fraction(1), Fraction(0), Fraction(0)))
        self.names = {'t': self.time, 'Derivative': lambda x, by: self.rate(x) if by is self.time else self.rate(x, by[1]),
                      'Abs': lambda x: x * self.sign(x), 'sign': self.sign, 'Max': lambda zero, x: self.positive(x),
                      'Min': lambda zero, x: -self.positive(-x), 'Rational': Fraction, 'Integer': Fraction}
        for f in ('sin', 'cos', 'sqrt', 'tan', 'exp', 'log'):
            self.names[f] = lambda x, f=f: self._call(f, x)

    def moving(self, name, order=0):
        if self.resting:
            return Jet([Fraction(0)] * 4)
        return Jet(some(name, n) for n in range(order, 5))

    def rate(self, x, times=1):
        return Jet(x.d[int(times):]) if isinstance(x, Jet) else Fraction(0)

    def sign(self, x):
        x = value(x)
        return some('sgn', abs(x)) * (1 if x > 0 else -1) if x else Fraction(0)

    def positive(self, x):
        """What is positive, else zero: at rest as it is, else some number for each argument, so that all of it is compared."""
        x = value(x)
        if self.resting:
            return max(x, Fraction(0))
        return some('ramp', str(x)) if x else Fraction(0)

    def _call(self, f, x):
        if not isinstance(x, Jet):
            return some(f, x)
        if self.resting:
            return Fraction(0)
        at, slope = x.d[0], self.rate(x)
        s, c = some('sin', at), some('cos', at)
        first, second = (s, c) if f == 'sin' else (c, -s)
        if f not in ('sin', 'cos'):
            raise ValueError('%s of a function of time' % f)
        return Jet((first, second * slope.d[0], second * slope.d[1] - first * slope.d[0] ** 2))

    def read(self, text):
        return eval(compiled(str(text)), {'__builtins__': {}}, Scope(self))

    def is_zero(self, x):
        return value(x) == 0

    def number(self, x):
        return value(x)

    def still(self, text):
        """What of an expression is there at rest."""
        return value(Numbers(rest=True).read(text))

    def loads(self, system, _):
        """The system's equations at rest."""
        return type(system)(system.text, system.told, Numbers(rest=True), system.origin)._lagrange()


class Scope(dict):
    """The names of an expression: each stands for a number."""

    def __init__(self, arithmetic):
        super().__init__(arithmetic.names, moving_=arithmetic.moving, some_=some)

    def __missing__(self, name):
        return some(name)


TOKEN = re.compile(r"""
    (?:Symbol|Function)\('(?P<quoted>[^']*)'\)(?P<called>\(t\))?
  | (?P<function>[^\W\d]\w*)\(t\)
  | (?<!\w)(?P<number>\d+\.\d+|\d+)(?!\w)
""", re.VERBOSE)
_compiled = {}


def compiled(text):
    """The expression that a text in SymPy's notation is, made ready for an arithmetic."""
    def token(m):
        if m['number']:
            return "Rational('%s')" % m['number']
        return '%s(%r)' % ('moving_' if m['called'] or m['function'] else 'some_', m['quoted'] or m['function'])

    if text not in _compiled:
        _compiled[text] = compile(TOKEN.sub(token, text.strip()), text, 'eval')
    return _compiled[text]
