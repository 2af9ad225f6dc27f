"""Reads and compares expressions in the notation that `diagram eqn --as sympy` prints.

A function of time, s(t), is read as a symbol, and each of its derivatives as another, so that equations of motion are
ordinary expressions whose coefficients can be compared. Abs(v) is read as v*sgn(v) and sign(v) as sgn(v), with the
argument's sign pulled out, so that equal dissipation is equal text.
"""
import re

import sympy
from sympy import Function, Integer, Rational, Symbol, expand

sgn = Function('sgn')
ramp = Function('ramp')  # what is positive, else zero


class Name(Symbol):
    """A symbol that may be written as a function of time: F is a constant, F(t) is not."""
    __slots__ = ()

    def __call__(self, _):
        return moving(self.name)


TIME = Name('t', real=True)
_moving = {}


def moving(name, order=0):
    """The order-th time derivative of the function called name, as a symbol."""
    key = name, order
    if key not in _moving:
        symbol = Symbol(name + '(t)' + "'" * order, real=True)
        _moving[key] = symbol
        _order[symbol] = key
    return _moving[key]


_order = {}


def order(symbol):
    """(name, order) of a symbol made by moving, else None."""
    return _order.get(symbol)


def rate(expr, times=1):
    """The total derivative by time."""
    expr = sympy.sympify(expr)
    for _ in range(times):
        total = expr.diff(TIME) if TIME in expr.free_symbols else Integer(0)
        for symbol in expr.free_symbols:
            if symbol in _order:
                name, n = _order[symbol]
                total += expr.diff(symbol) * moving(name, n + 1)
        expr = total
    return expr


def sign_of(expr):
    """The sign of an expression, odd in it: sgn(b - a) is -sgn(a - b)."""
    expr = expand(expr)
    if expr.is_number:
        return sympy.sign(expr)
    lead = min(expr.as_coefficients_dict().items(), key=lambda term: str(term[0]))[1]
    return sgn(expr / lead) if lead > 0 else -sgn(expr / lead)


def positive(expr):
    """An expression where it is positive, else zero. The smaller of it and zero is -positive(-expr)."""
    expr = expand(expr)
    return sympy.Max(0, expr) if expr.is_number else ramp(expr)


def _derivative(expr, by):
    return rate(expr, 1 if by == TIME else int(by[1]))


_known = {
    'Derivative': _derivative, 'Abs': lambda x: x * sign_of(x), 'sign': sign_of, 't': TIME,
    'Max': lambda zero, x: positive(x), 'Min': lambda zero, x: -positive(-x), 'pi': sympy.pi,
    'sin': sympy.sin, 'cos': sympy.cos, 'tan': sympy.tan, 'exp': sympy.exp, 'sqrt': sympy.sqrt, 'log': sympy.log,
    'Symbol': lambda name: Name(name, real=True), 'Function': lambda name: Name(name, real=True),
    'Rational': Rational, 'Integer': Integer, '__builtins__': {},
}
_token = re.compile(r'[^\W\d]\w*|\d+\.\d+|\d+')
_read = {}


def read(text):
    """The expression that text stands for."""
    if text in _read:
        return _read[text]
    names = dict(_known)

    def token(match):
        word = match.group()
        if word[0].isdigit():
            return "Rational('%s')" % word if '.' in word else 'Integer(%s)' % word
        if word not in names:
            names[word] = Name(word, real=True)
        return word

    source = _token.sub(token, text.strip())
    try:
        value = sympy.sympify(eval(source, names))
    except Exception as e:
        raise ValueError('cannot read %r: %s' % (text, e))
    _read[text] = value
    return value


def flat(expr):
    """The expression as a dict from monomial to rational coefficient."""
    expr = expand(expr)
    if expr.has(sgn):
        expr = expand(expr.replace(
            lambda e: e.is_Pow and isinstance(e.base, sgn) and e.exp.is_Integer,
            lambda e: e.base ** (e.exp % 2)))
    return {m: c for m, c in expr.as_coefficients_dict().items() if c != 0}


def same_up_to_sign(ours, theirs):
    """Whether two flat expressions that are zero are the same equation."""
    return ours == theirs or ours == {m: -c for m, c in theirs.items()}


_numbers, _numbered = {}, {}


def numbers(expr):
    """The expression with a number, always the same and of no simple relation to others, for each parameter."""
    expr = sympy.sympify(expr)
    if expr not in _numbered:
        found = [a for a in expr.atoms(Function) if not isinstance(a, sympy.Abs) and not a.has(TIME) and not any(order(s) for s in a.free_symbols)]
        names = [s for s in expr.free_symbols if isinstance(s, Name) and s != TIME]
        for atom in sorted(found, key=str) + sorted(names, key=str):
            if atom not in _numbers:
                n = len(_numbers)
                _numbers[atom] = Rational(sympy.prime(n + 5), sympy.prime((7 * n) % 11 + 4))
        _numbered[expr] = expr.xreplace(_numbers)
    return _numbered[expr]


def at_rest(equation, keep=()):
    """The expanded equation when nothing moves and nothing acts but what is constant. Gaps are open then."""
    equation = equation.replace(ramp, lambda x: Integer(0))
    gone = {s: 0 for s in equation.free_symbols if order(s) and s not in keep}
    return expand(expand(equation.subs(gone).subs(sgn(0), 0)).as_independent(TIME, as_Add=True)[0])


class Symbols:
    """The arithmetic of SymPy's expressions."""

    zero, resting = Integer(0), False
    moving, rate, sign, number = staticmethod(moving), staticmethod(rate), staticmethod(sign_of), staticmethod(numbers)
    positive = staticmethod(positive)

    def read(self, text):
        return read(str(text))

    def is_zero(self, expr):
        return expand(expr) == 0

    def still(self, text):
        """What of an expression is there at rest."""
        return at_rest(expand(read(text)))

    def loads(self, _, equations):
        return [at_rest(expand(e)) for e in equations]
