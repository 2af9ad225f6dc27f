"""Judges claims about diagrams: reads one JSON object a line, {text, names, claims}, and prints one, {name, results}.

Each claim is something that `diagram` printed, or that a textbook says, of the diagram: its equations, its matrices, its
energies. It is compared with what derive.py finds from Lagrange's equations. A result is "" where they agree, else
says how they differ; where the rules of the language leave the answer open, it says so.
"""
import json
import re
import sys
import traceback
from functools import cache, cached_property
from itertools import combinations

import sympy
from sympy import Matrix, QQ, Symbol, expand
from sympy.polys.matrices import DomainMatrix

from along import OPEN, Order, Undecided
from derive import PRESSED, Impossible, Misread, System
from jets import Numbers, value
from latex import Reader, from_text
from text import Diagram
from notation import Symbols, at_rest, flat, moving, numbers, order, positive, rate, read, same_up_to_sign, sign_of

LAPLACE = Symbol('laplace')
WAYS = {'left': r'\bleft\b', 'right': r'\bright\b', 'up': r'\bup(wards)?\b', 'down': r'\bdown(wards)?\b',
        'ccw': r'\b(counterclockwise|anticlockwise)\b', 'cw': r'\bclockwise\b'}


class Wrong(Exception):
    """A claim that does not hold."""


@cache
def flat_text(text):
    return flat(read(text))


class Judge:
    def __init__(self, system):
        self.system = system
        self.equations = system.equations()
        self.flat = [flat(e) for e in self.equations]
        self.names = [system.names[h] for h in system.heads]

    def _by_name(self, claim):
        """Where each of the claim's coordinates is in ours."""
        names = claim.get('coordinates') or self.names
        if sorted(names) != sorted(self.names):
            raise Wrong('coordinates %s, not %s' % (names, self.names))
        return [self.names.index(n) for n in names]

    @cached_property
    def linear(self):
        """M, C, K and the rest f, with M q'' + C q' + K q = f."""
        matrices = []
        rest = [expand(e) for e in self.equations]
        for n in (2, 1, 0):
            q = [moving(name, n) for name in self.names]
            matrix = [[e.coeff(s) if s in e.free_symbols else sympy.Integer(0) for s in q] for e in rest]
            rest = [expand(e - sum(c * s for c, s in zip(row, q))) for e, row in zip(rest, matrix)]
            matrices.append(Matrix(matrix))
        for m in matrices + [Matrix(rest)]:
            if any(order(s) and order(s)[0] in self.names for s in m.free_symbols):
                raise Wrong('not linear')
        return matrices + [Matrix([-e for e in rest])]

    @cached_property
    def in_numbers(self):
        """The same with a number for each parameter."""
        return [m.applyfunc(numbers) for m in self.linear]

    @cached_property
    def compliances(self):
        """The inverse of M s^2 + C s + K at some s."""
        M, C, K, _ = self.in_numbers
        return [(s, (M * s ** 2 + C * s + K).inv()) for s in
                (sympy.Rational(3, 7), sympy.Rational(-5, 2), sympy.Rational(11, 3))]

    def equations_(self, claim):
        """Each equation is Lagrange's up to its sign."""
        ours = [flat_text(e) for e in claim['equations']]
        if len(ours) != len(self.flat):
            raise Wrong('%d equations, not %d' % (len(ours), len(self.flat)))
        self._same(ours, claim, claim['equations'])

    def _same(self, ours, claim, printed):
        for i, j in enumerate(self._by_name(claim)):
            if not same_up_to_sign(ours[i], self.flat[j]):
                raise Wrong('of %s: %s, not %s' % (self.names[j], printed[i], expand(self.equations[j])))

    def text(self, claim):
        """Equations as they are printed in text: an equation a line, with what a shorthand means behind a gap."""
        lines, behind = [], []
        for line in claim['lines']:
            equation, *more = [from_text(re.split(r'(?<!\(0), ', part)[0], claim['spelled']) for part in re.split(' {4,}', line)]
            lines.append(equation)
            behind += more
        self.latex(dict(claim, lines=lines + behind))

    def latex(self, claim):
        """Equations as they are printed: one for each coordinate, and then what their shorthands mean."""
        reader = Reader(claim['names'])
        lines = [reader.line(line) for line in claim['lines']]
        equations = [left - right for left, right in lines[:len(self.names)]]
        shorthands = dict(lines[len(self.names):])
        self._same([flat(e.xreplace(shorthands)) for e in equations], claim, claim['lines'])

    def scaled(self, claim):
        """One equation, Lagrange's up to a factor that is made of parameters, with definitions of what it uses."""
        ours = read(claim['equation'])
        for _ in claim['definitions']:  # which may use each other
            ours = ours.xreplace({read(name): read(value) for name, value in claim['definitions']})
        ours, theirs = (flat(numbers(expand(e))) for e in (ours, self.equations[0]))
        lead = moving(self.names[0], 2)
        if sympy.N(theirs.get(lead, 1)) < 0:
            return  # roots as they are printed are those of a positive inertia
        if set(ours) != set(theirs) or any(
                abs(sympy.N(ours[m] * theirs[lead] - theirs[m] * ours[lead], 30)) > 1e-20 for m in ours):
            raise Wrong('%s, not %s' % (claim['equation'], self.equations[0]))

    def matrix(self, claim):
        at = self._by_name(claim)
        for name, theirs in zip('MCKf', self.linear):
            if name not in claim:
                continue
            ours = claim[name]
            if len(ours) != len(at):
                raise Wrong('%s has %d rows' % (name, len(ours)))
            for i, a in enumerate(at):
                row = ours[i] if name != 'f' else [ours[i]]
                if len(row) != (len(at) if name != 'f' else 1):
                    raise Wrong('%s has a row of %d' % (name, len(row)))
                for j, entry in enumerate(row):
                    right = theirs[a, at[j]] if name != 'f' else theirs[a]
                    if flat(read(entry) - right):
                        raise Wrong('%s[%d,%d]: %s, not %s' % (name, i, j, entry, right))

    def energy(self, claim):
        """T, V and D, each up to what doesn't depend on the coordinates."""
        for name, theirs in zip('TVD', self.system.energies()):
            if name not in claim:
                continue
            theirs = sum(self._value(energy, self.system.amount(place, name != 'V')) for energy, place in theirs)
            if name == 'V' and self.system.origin != 'equilibrium':  # there the springs' static pull takes them away
                theirs -= sum(force * self.system.amount(place) for force, place in self.system.weights())
            difference = flat(read(claim[name]) - theirs)
            if any(order(s) and order(s)[0] in self.names for m in difference for s in m.free_symbols):
                raise Wrong('%s: %s, not %s' % (name, claim[name], expand(theirs)))

    def _value(self, energy, u):
        """An energy of a place or its rate."""
        if PRESSED in energy:
            return energy[PRESSED] * positive(u) ** 2
        return sum(c * u ** n * (sign_of(u) if n % 2 else 1) for n, c in energy.items())

    def state_space(self, claim):
        """z' = A z + B u solves the equations."""
        z = [read(s) for s in claim['z']]
        u = [read(s) for s in claim.get('u', [])]
        slope = {}
        for i, s in enumerate(z):
            slope[s] = sum((numbers(read(a)) * x for a, x in zip(claim['A'][i], z)), sympy.Integer(0))
            if u:
                slope[s] += sum(numbers(read(b)) * x for b, x in zip(claim['B'][i], u))
            if 'e' in claim:
                slope[s] += numbers(read(claim['e'][i]))
        for s in z:
            name, n = order(s)
            if moving(name, n + 1) in z and expand(slope[s] - moving(name, n + 1)) != 0:
                raise Wrong('the slope of %s is not %s' % (s, moving(name, n + 1)))
        put = {moving(*(order(s)[0], order(s)[1] + 1)): v for s, v in slope.items()}
        put = {s: v for s, v in put.items() if s not in z}
        for name, value in claim.get('static', []):
            put[read(name)] = numbers(read(value))
        for e in self.equations:
            left = expand(numbers(expand(e)).xreplace(put))
            if left != 0:
                raise Wrong('%s leaves %s' % (e, left))

    def transfer(self, claim):
        """The Laplace transform of the output over that of the input, at rest before."""
        s = read(claim.get('variable', 's'))
        value = numbers(read(claim['value']).xreplace({s: LAPLACE}))
        (name, _), (out, _) = order(read(claim['input'])), order(read(claim['output']))
        f = self.in_numbers[3]
        load = sympy.zeros(len(f), 1)
        for symbol in f.free_symbols:
            if order(symbol) and order(symbol)[0] == name:
                load += f.diff(symbol) * LAPLACE ** order(symbol)[1]
        for at, inverse in self.compliances:
            ours, right = value.subs(LAPLACE, at), (inverse * load.subs(LAPLACE, at))[self.names.index(out)]
            if ours != right:
                raise Wrong('%s is %s at s = %s, not %s' % (claim['value'], ours, at, right))

    def frequency(self, claim):
        """omega_n, zeta and omega_d of one linear coordinate."""
        M, C, K, _ = self.in_numbers
        m, c, k = M[0], C[0], K[0]
        right = {'omega_n': sympy.sqrt(k / m), 'zeta': c / (2 * sympy.sqrt(k * m)),
                 'omega_d': sympy.sqrt(k / m - (c / m) ** 2 / 4)}
        for name, value in right.items():
            if name in claim:
                ours = read(claim[name])
                for other in claim:
                    if other in right and other != name and ours.has(read(other)):
                        ours = ours.xreplace({read(other): read(claim[other])})
                if abs(sympy.N(numbers(ours) - value, 30)) > 1e-20:
                    raise Wrong('%s: %s, not %s' % (name, claim[name], value))

    def nonlinear(self, _):
        """The system has no matrices."""
        try:
            self.linear
        except Wrong:
            return
        raise Wrong('the system is linear')

    def symmetric(self, _):
        """M, C and K are symmetric, as those of Lagrange's equations are."""
        if any(m != m.T for m in self.linear[:3]):
            raise Wrong('Lagrange gave matrices that are not symmetric')

    def rest(self, claim):
        """Where everything stands when nothing moves; in equilibrium, how far that is from the unstretched springs."""
        system = self.system
        if system.origin == 'equilibrium':
            system = System(system.text, system.told, Symbols(), origin='natural')
        put = {read(q): numbers(read(value)) for q, value in claim['places']}
        for e in system.equations():
            left = expand(numbers(at_rest(expand(e), keep=[moving(n) for n in self.names])).xreplace(put))
            if left != 0:
                raise Wrong('%s is not at rest: %s' % (claim['places'], left))

    def modes(self, claim):
        """Each of the frequencies makes K - omega^2 M singular, and no vibration is left out."""
        M, C, K, _ = self.in_numbers
        x = Symbol('x')
        characteristic = sympy.Poly((K - x * M).det(method='berkowitz'), x)
        squares = [expand(numbers(read(w)) ** 2) for w in claim['modes']]
        wanted = sympy.Poly(sympy.prod([x - w for w in squares]), x, extension=True) if squares else sympy.Poly(1, x)
        if wanted.degree() != characteristic.degree():
            raise Wrong('%d modes, not %d' % (wanted.degree(), characteristic.degree()))
        for a, b in zip(wanted.all_coeffs(), characteristic.monic().all_coeffs()):
            if abs(sympy.N(a - b, 30)) > 1e-18 * (1 + abs(sympy.N(b))):
                raise Wrong('modes %s: characteristic polynomial %s, not %s' % (claim['modes'], wanted, characteristic.monic()))

    def stable(self, claim):
        """Linear equations whose solutions don't grow, with positive numbers for the parameters."""
        rows = [self._laplace(read(e)) for e in claim['equations']]
        operator = Matrix([[row.get(name, 0) for name in self.names] for row in rows])
        roots = sympy.Poly(operator.det(method='berkowitz'), LAPLACE).nroots(n=20, maxsteps=500)
        growing = [r for r in roots if sympy.re(r) > 1e-9]
        if growing:
            raise Wrong('grows like exp(%s t)' % growing[0])

    def eliminated(self, claim):
        """Equations in the kept coordinates alone, of whatever order it takes, with the same motions.

        With polynomials in d/dt for coefficients, all equations read A k + B j = f in kept and eliminated coordinates.
        The claim must be L times them, with L B = 0. Where L is no polynomial, motions are lost; where a row of it has a
        common factor, such as a derivative taken needlessly, motions are made up.
        """
        kept = claim['coordinates']
        gone = [n for n in self.names if n not in kept]
        full = [self._laplace(e) for e in self.equations]
        ours = [self._laplace(read(e)) for e in claim['equations']]
        if len(ours) != len(kept):
            raise Wrong('%d equations for %d coordinates' % (len(ours), len(kept)))
        if any(c in gone for row in ours for c in row):
            raise Wrong('still speaks of an eliminated coordinate')
        field = QQ.frac_field(LAPLACE)
        inputs = sorted({c for row in full + ours for c in row} - set(self.names) - {''})

        def block(rows, columns):
            entries = [[field.from_sympy(sympy.sympify(r.get(c, 0))) for c in columns] for r in rows]
            return DomainMatrix(entries, (len(rows), len(columns)), field)

        rank = [self.names.index(n) for n in kept + gone]
        full = [full[i] for i in rank]
        schur = DomainMatrix.eye(len(kept), field)
        if gone:
            schur = schur.hstack(-block(full[:len(kept)], gone) * block(full[len(kept):], gone).inv())
        reduced = schur * block(full, kept + inputs)
        mine = block(ours, kept + inputs)
        for columns in combinations(range(len(kept + inputs)), len(kept)):
            square = reduced.extract(list(range(len(kept))), list(columns))
            if square.rank() == len(kept):
                break
        else:  # the system doesn't determine its motion
            if not mine.rank() == reduced.rank() == mine.vstack(reduced).rank():
                raise Wrong('other motions: %s of %s' % (claim['equations'], self.equations))
            return
        L = mine.extract(list(range(len(kept))), list(columns)) * square.inv()
        if mine != L * reduced:
            raise Wrong('other motions: %s of %s' % (claim['equations'], self.equations))
        L = (L * schur).to_Matrix().applyfunc(sympy.cancel)
        if any(sympy.fraction(e)[1].has(LAPLACE) for e in L):
            raise Wrong('motions are lost: %s' % claim['equations'])
        for i in range(len(kept)):
            if sympy.gcd_list(list(L[i, :])).has(LAPLACE):
                raise Wrong('motions are made up: %s' % claim['equations'][i])
        # What is constant or given in t is differentiated as L says.
        for i, row in enumerate(ours):
            right = sum((c * rate(full[j].get('', 0), n[0]) for j in range(L.shape[1])
                         for n, c in sympy.Poly(L[i, j], LAPLACE).terms()), sympy.Integer(0))
            if expand(row.get('', 0) - right) != 0:
                raise Wrong('what is given: %s, not %s' % (row.get('', 0), right))

    def _laplace(self, equation):
        """The coefficients of a linear equation by function of time, polynomials in the Laplace variable."""
        row = {}
        for monomial, c in expand(numbers(expand(equation))).as_coefficients_dict().items():
            found = [s for s in monomial.free_symbols if order(s)]
            if len(found) > 1 or (found and monomial != found[0]):
                raise Wrong('not linear: %s' % monomial)
            name, n = order(found[0]) if found else ('', 0)
            row[name] = row.get(name, 0) + c * (monomial if not found else 1) * LAPLACE ** n
        return row


class DocumentJudge:
    """Judges a description, in numbers."""

    def __init__(self, system):
        self.system = system
        self.equations = system.equations()

    def document(self, claim):
        """What JSON says: the ends of each edge in their order, each coordinate, and the equations term by term."""
        doc, system = claim['document'], self.system
        order = system.order
        for e in doc['graph']['edges']:
            first, last = system.called[e['from']], system.called[e['to']]
            if order.before(last, first):
                raise Wrong('order: %s comes from %s, which is behind %s' % (e['name'], e['from'], e['to']))
        for q in doc['coordinates']:
            self._coordinate(q)
        sums = []
        for eq in doc['equations']:
            terms = ['(%s)*(%s)' % (t['sign'] * (-1 if t['side'] == 'right' else 1), t['sympy']) for t in eq['terms']]
            sums.append(' + '.join(terms) or '0')
            for w in eq.get('where') or []:
                self._remark(eq['coordinate'], w)
        numbers = self.system.arithmetic
        theirs = dict(zip((system.names[h] for h in system.heads), self.equations))
        if sorted(theirs) != sorted(eq['coordinate'] for eq in doc['equations']):
            raise Wrong('coordinates')
        for eq, printed in zip(doc['equations'], sums):
            ours, right = value(numbers.read(printed)), value(theirs[eq['coordinate']])
            if ours not in (right, -right):
                raise Wrong('equation: of %s: %s, not %s' % (eq['coordinate'], printed, self._right(eq['coordinate'])))

    def _coordinate(self, q):
        system = self.system
        node, start = system.called[q['node']], system.called.get(q.get('from'))
        if q['sense'] != system.counts[node]:
            raise Wrong('sense: %s counts %+d, not %+d' % (q['symbol'], q['sense'], system.counts[node]))
        if start is not system.lead[node]:
            raise Wrong('origin: %s is measured from %s, not %s' % (q['symbol'], start, system.lead[node]))
        if q['meaning'].startswith('the distance from '):
            if system.direction(start, node) not in (system.counts[node], OPEN):
                raise Wrong('words: %s does not count away: %s' % (q['symbol'], q['meaning']))
        else:
            self._way(q['symbol'], q['meaning'], system.counts[node])

    def _way(self, what, words, counts):
        """The words that say which way something counts say it right."""
        for word, phrase in WAYS.items():
            if re.search(phrase, words) and self.system.sense[word] != counts:
                raise Wrong('words: %s counts the other way: %s' % (what, words))

    def _remark(self, name, where):
        """Which way an acceleration counts is said right."""
        system = self.system
        node = next(h for h in system.heads if system.names[h] == name)
        counts = system.counts[node] if not where['value'].startswith('-') else -system.counts[node]
        remark = where.get('remark', '')
        self._way(where['latex'], remark, counts)
        if remark.startswith('towards '):
            target = system.called.get(remark.removeprefix('towards '))
            if target and system.direction(target, node) not in (-counts, OPEN):
                raise Wrong('words: %s points away: %s' % (where['latex'], remark))

    def _right(self, coordinate):
        """An equation as SymPy finds it."""
        system = System(self.system.text, self.system.told, Symbols())
        return dict(zip((system.names[h] for h in system.heads), system.equations()))[coordinate]


def judge(text, names, claims):
    """What is wrong with each claim. Descriptions are judged in numbers, all else in symbols."""
    judges, results = {}, []
    for claim in claims:
        form = claim['form']
        if form == 'upside down':
            results.append('' if Order(Diagram(text)).upside_down() else 'refused: nothing is above a ceiling or below a ground')
            continue
        kind = DocumentJudge if form in ('document', 'impossible') else Judge
        try:
            if kind not in judges:
                judges[kind] = kind(System(text, names, Numbers() if kind is DocumentJudge else Symbols()))
            if form == 'impossible':
                raise Wrong('possible')
            getattr(judges[kind], {'equations': 'equations_'}.get(form, form))(claim)
            results.append('')
        except Undecided as e:
            results.append('open: %s' % e)
        except Misread as e:
            results.append('read otherwise: %s' % e)
        except Impossible as e:
            results.append('' if form == 'impossible' else 'impossible: %s' % e)
        except Wrong as e:
            results.append(str(e) if form == 'document' else '%s: %s' % (form, e))
        except Exception:
            results.append('%s: %s' % (form, traceback.format_exc()))
    return results


def main():
    for line in sys.stdin:
        case = json.loads(line)
        try:
            results = judge(case['text'], case['names'], case['claims'])
        except Exception:
            results = [traceback.format_exc()] * len(case['claims'])
        try:
            print(json.dumps({'name': case['name'], 'results': results}), flush=True)
        except BrokenPipeError:  # nobody wants to know any more
            return


if __name__ == '__main__':
    main()
