"""Derives a diagram's equations of motion from Lagrange's equations.

The input is the text of the diagram. From it this module works out by itself where everything is (the order along the
axis, which support positions are measured from, in which sense each coordinate counts, which bodies a rod makes one),
writes down the kinetic energy T, the potential V, Rayleigh's dissipation function D and the virtual work of what acts,
and differentiates:

    d/dt dT/dq' + dV/dq + dD/dq' = Q

(T does not depend on the coordinates themselves: on one axis every place is linear in them.) What it calculates with is
up to an arithmetic: expressions of SymPy, or numbers.

Nothing here knows about terms, signs of edges or forms. Names are all it takes from outside: those of coordinates, of
parameters, and of where further supports stand.
"""
import sympy
from sympy import Abs, cos, sin

import notation
from along import OPEN, Order, Undecided, parts
from text import BODIES, SUPPORTS, Diagram

NATURAL, EQUILIBRIUM, WALL = 'natural', 'equilibrium', 'wall'
PRESSED = 'pressed'  # of an energy: the square of what is positive

class Misread(Exception):
    """The text says something else than what is claimed of it."""


class Impossible(Exception):
    """The diagram has no equation of motion of the kind asked for."""


class System:
    """A diagram, and what follows from it: positions, energies, equations.

    Of names it takes what it is told: the symbols of each element, by where it stands in the text.
    """

    def __init__(self, text, names, arithmetic, origin=None):
        self.text, self.told, self.arithmetic = text, names, arithmetic
        self.zero, self.rate = arithmetic.zero, arithmetic.rate
        self.diagram = Diagram(text)
        every = self.diagram.elements
        self._take(names)
        self.supports = [e for e in every if e.kind in SUPPORTS]
        self.bodies = [e for e in every if e.kind in BODIES]
        self.connectors = [c for c, _, _ in self.diagram.wires]
        self.actions = self.diagram.actions
        settings = self.diagram.settings
        self.origin = origin or settings.get('origin', WALL)
        self.relative = settings.get('coordinates') == 'relative'
        self.gravity = arithmetic.read(names['gravity']) if 'gravity' in settings else None
        self.order = Order(self.diagram)
        for c, ends in self.order.ends.items():
            c.start, c.end = ends
        self.part = self.order.part
        self.rotation = self._rotation()
        self._axis(names)
        self._origins()
        self._rods()
        self._positions()

    def _take(self, names):
        """Gives each element its symbols."""
        told = {e['at']: e for e in names['elements']}
        by_name = {e['name']: e for e in names['elements']}
        self.names = {}  # of coordinates, by node; of a rigid group, by one of its nodes
        self.called = {}  # elements by the name that is used outside
        for e in self.diagram.elements:
            t = by_name.get(e.name) if e.name in self.diagram.declared else told.get(e.at)
            if not t or t['kind'] != e.kind:
                raise Misread('%s in the text is %s' % (e, t))
            self.called[t['name']] = e
            e.spelled = t['params']
            e.params = {k: self.arithmetic.read(v) for k, v in t['params'].items()}
            if t.get('coordinate'):
                self.names[e] = t['coordinate']
            e.place = e.params.get('x') if 'x' in e.said else self.arithmetic.read(t['place']) if t.get('place') else None
        if len(self.called) != len(told):
            raise Misread('elements %s, not %s' % (sorted(by_name), self.diagram.elements))

    # Where things are.

    def _axis(self, names):
        """The direction of the axis: right, down, or along a slope of the given angle, anticlockwise from the right."""
        axis = self.diagram.settings.get('axis')
        if self.order.vertical:
            climb, run = sympy.Integer(-1), sympy.Integer(0)
        elif axis in (None, 'horizontal'):
            climb, run = sympy.Integer(0), sympy.Integer(1)
        else:
            slope = notation.read(names['slope'])
            climb, run = sin(slope), cos(slope)
        self.down = self.arithmetic.read(-climb)  # how much of "down" lies along the axis
        self.pressing = self.arithmetic.read(Abs(run) if run.is_number else run)  # how much of it presses on the floor
        up, right = (1 if x.is_positive or not x.is_number else -1 if x.is_negative else 0 for x in (climb, run))
        self.sense = {'right': right, 'left': -right, 'up': up, 'down': -up, 'ccw': 1, 'cw': -1}

    def _rotation(self):
        """What turns: discs, what hangs together with them, and the supports of that."""
        own = parts(self.supports + self.bodies, self.diagram.wires, SUPPORTS)
        discs = {own[e] for e in self.bodies if e.kind == 'disc'}
        turning = {e for e in self.bodies if own[e] in discs}
        return turning | {s for c, *ends in self.diagram.wires if turning & set(ends) for s in ends}

    def _origins(self):
        """From which support each part is measured: the first that stands still, that isn't told where, and that a connector
        other than friction reaches."""
        self.first = {}
        for c, *ends in self.order.wires:
            for n in ends:
                if n.kind in SUPPORTS - {'base'} and c.kind != 'friction' and 'x' not in n.said:
                    self.first.setdefault(self.part[n], n)

    def _counts(self, node):
        """+1 where the node's coordinate, or a base's motion, grows along the axis, else -1."""
        said = {self.sense[n.word(*self.sense)] for n in self._moving_with(node) if n.word(*self.sense)}
        if said:
            return said.pop()
        part = self.part[node]
        if self.origin == WALL and part in self.first and node not in self.rotation:
            return self._side(node)
        return self._normal_sense(part)

    def _normal_sense(self, part):
        """The sense of what isn't measured from a support: up for a part that stands; all discs turn in one."""
        turns = any(self.part[n] == part for n in self.rotation)
        return -1 if not turns and self.order.vertical and self.order.stands(part, self.first.get(part)) else 1

    def _moving_with(self, node):
        """A node and what rods join to it, as far as it moves."""
        head, times, _ = self.cluster[node]
        return [n for n, (h, r, _) in self.cluster.items()
                if h is head and self.arithmetic.is_zero(r - times) and n.kind in BODIES | {'base'}]

    def _side(self, node):
        side = self.order.side(node, self.first[self.part[node]])
        if side == OPEN:
            raise Undecided('which side of %s is %s on?' % (self.first[self.part[node]], node))
        return side

    def _rods(self):
        """Ties make one of what they join: each node belongs to a cluster, and moves so many times as far as its head, from
        an offset. Ends of a rod move alike; of a gear's, as the text has them, the first n times as far as the second."""
        one = self.zero + 1
        self.cluster = {n: (n, one, self.zero) for n in self.supports + self.bodies}
        for tie, *written in self.diagram.wires:
            if tie.kind == 'rod':
                first, second, ratio = tie.start, tie.end, one
                length = tie.get('L', self.zero) if self.origin == WALL else self.zero
            elif tie.kind == 'gear':
                first, second = written
                ratio, length = 1 / self._turns(tie), self.zero
                if any(n.kind in SUPPORTS and n.kind != 'base' for n in written):
                    raise Impossible('%s: to what stands still' % tie.name)
            else:
                continue
            (a, ar, at), (b, br, bt) = self.cluster[first], self.cluster[second]
            if a == b:
                if not self.arithmetic.is_zero(ratio * ar - br):
                    raise Impossible('%s: the ties lock' % tie.name)
                if not self.arithmetic.is_zero(ratio * at + length - bt):
                    raise Impossible('%s: the rods are one too many' % tie.name)
                continue
            # place of second = ratio (ar a + at) + length = br b + bt
            times, shift = ratio * ar / br, (ratio * at + length - bt) / br
            for n, (head, r, offset) in self.cluster.items():
                if head == b:
                    self.cluster[n] = (a, r * times, r * shift + offset)
        members = {}
        for n, (head, *_) in self.cluster.items():
            members.setdefault(head, []).append(n)
        # The head of a cluster is its support, else the body that names its coordinate.
        for group in members.values():
            fixed = [n for n in group if n.kind in SUPPORTS]
            named = [n for n in group if n in self.names]
            if not fixed and len({n.spelled['x'] for n in group if 'x' in n.said}) > 1:
                raise Impossible('two names for where %s are' % group)
            if len(named) != (0 if fixed else 1):
                raise Impossible('coordinates of %s, which move as one' % group)
            if len(fixed) > 1 and self.origin == WALL and all(n.kind != 'base' for n in fixed):
                raise Undecided('rods tie %s to %s: which symbol says where?' % (fixed[0], fixed[1]))
            if len(fixed) > 1 and any(n.kind == 'base' for n in fixed):
                raise Impossible('rods tie %s to %s' % (fixed[0], fixed[1]))
            head = (fixed or named)[0]
            _, times, base = self.cluster[head]
            for n in group:
                _, r, offset = self.cluster[n]
                self.cluster[n] = (head, r / times, offset - r * base / times)
            if len({self.sense[n.word(*self.sense)] for n in self._moving_with(head) if n.word(*self.sense)}) > 1:
                raise Impossible('%s move as one, and count in two senses' % group)

    def _turns(self, gear):
        """How many times as fast a gear's first disc turns as its second: the smaller wheel is the faster one, and wheels that
        roll on each other's outside turn against each other."""
        if 'ratio' in gear.params:
            return gear.params['ratio']
        first, second = ('r1', 'r2') if 'r1' in gear.params else ('N1', 'N2')
        n = gear.params[second] / gear.params[first]
        return n if 'internal' in gear.said else -n

    def _leads(self):
        """For relative coordinates: the node from which each cluster is measured. Connectors in their order lead from
        what is already placed to what is not. What leads from a joint that is not seen leads from what is beyond it."""
        lead = {}
        placed = {self.cluster[s][0] for s in self.supports}
        heads = [h for h in dict.fromkeys(h for h, *_ in self.cluster.values()) if h not in placed]
        heads.sort(key=lambda h: h.unseen)
        while heads:
            for c in self.connectors:
                if c.kind in ('friction', 'rod', 'gear'):
                    continue
                a, b = self.cluster[c.start][0], self.cluster[c.end][0]
                if (a in placed) != (b in placed):
                    new, from_ = (b, c.start) if a in placed else (a, c.end)
                    break
            else:
                new, from_ = heads[0], self.first.get(self.part[heads[0]])
            while from_ and from_.unseen and lead.get(self.cluster[from_][0]):
                from_ = lead[self.cluster[from_][0]]
            lead[new] = from_
            placed.add(new)
            heads.remove(new)
        return lead

    def _positions(self):
        """Where each node is: a sign for each coordinate that counts in it, and the rest."""
        place = {}
        for s in self.supports:
            at = self.zero
            if s.kind == 'base':
                at = s.get('y') + (s.get('x') if self.origin == WALL and 'x' in s.said else self.zero)
                if self.origin == EQUILIBRIUM:
                    at -= self.arithmetic.still(s.spelled['y'])
                at = at * self._counts(s)
            elif self.origin == WALL and s is not self.first.get(self.part[s]):
                at = self._stand(s)
            place[s] = ({}, at)
        self.heads = list(self.names)
        self.lead = self._leads() if self.relative else {h: self.first.get(self.part[h]) for h in self.heads}
        self.counts = {h: self._counts(h) for h in self.heads}

        def behind(node):
            head, times, offset = self.cluster[node]
            counts, rest = place[head]
            return {h: n * times for h, n in counts.items()}, rest * times + offset

        for head, start in self.lead.items():
            signs, rest = behind(start) if start else ({}, self.zero)
            place[head] = ({**signs, head: self.counts[head]}, rest)
        self.place = {n: behind(n) for n in self.cluster}

    def direction(self, start, node):
        """+1 where a node is behind another one, -1 before it."""
        return self.order.side(node, start) if start and node not in self.rotation else OPEN

    def _stand(self, support):
        """Where a further support stands: at its distance from the first, on its side."""
        if support.place is None:
            return self.zero
        part = self.part[support]
        turned = support in self.rotation or part not in self.first
        return support.place * (self._normal_sense(part) if turned else self._side(support))

    # What they store, lose and suffer.

    def _extension(self, c):
        (signs, rest), (before, less) = self.place[c.end], self.place[c.start]
        grown = {h: signs.get(h, 0) - before.get(h, 0) for h in (*signs, *before)}
        return {h: n for h, n in grown.items() if n}, rest - less

    def amount(self, place, order=0):
        """A place, or its derivative, as an expression."""
        signs, rest = place
        amount = self.rate(rest, order) if order else rest
        for h, n in signs.items():
            amount += self.arithmetic.moving(self.names[h], order) * n
        return amount

    def energies(self):
        """T, V and D, but for the weights: what each element gives, as a polynomial in a place or in its rate, with odd
        powers those of its magnitude; or as so many times the square of what of a place is positive."""
        T, V, D = [], [], []
        for b in self.bodies:
            T.append(({2: (b.get('m') if b.kind != 'disc' else b.get('J')) / 2}, self.place[b]))
        for c in self.connectors:
            signs, rest = e = self._extension(c)
            if c.kind == 'spring':
                stretch = (signs, rest - c.get('L0')) if self.origin == WALL else e
                V.append(({2: c.get('k') / 2, 4: c.get('k3') / 4}, stretch))
            elif c.kind == 'stop':  # stores energy while its ends are nearer than where it touches
                touches = (c.get('L0') if self.origin == WALL else self.zero) - c.get('gap')
                V.append(({PRESSED: c.get('k') / 2}, ({h: -n for h, n in signs.items()}, touches - rest)))
            elif c.kind == 'inerter':
                T.append(({2: c.get('b') / 2}, e))
            elif c.kind == 'damper':
                D.append(({2: c.get('c') / 2, 3: c.get('c2') / 3}, e))
            elif c.kind == 'friction':
                dry = 'coulomb' in c.said or 'mu' in c.said or 'N' in c.said
                if not dry or 'viscous' in c.said or 'b' in c.said:
                    D.append(({2: c.get('b') / 2}, e))
                if dry:
                    D.append(({1: c.get('mu') * self._normal(c)}, e))
        return T, V, D

    def weights(self):
        """The weights as forces along the axis, each with the place of its body."""
        return [(b.get('m') * g * self.down, self.place[b]) for b, g in self._weights()]

    def _weights(self):
        """The bodies that have weight, each with its gravity: that of an action, else that of the diagram."""
        own = {a.on: a.get('g') for a in self.actions if a.kind == 'gravity'}
        for b in self.bodies:
            if b.kind in ('mass', 'trolley'):
                if b in own:
                    yield b, own[b]
                elif self.gravity is not None:
                    yield b, self.gravity

    def _normal(self, friction):
        if 'N' in friction.said:
            return friction.params['N']
        if self.pressing == 0:
            raise Impossible('%s: no floor, so no weight to press on it' % friction.name)
        height = self._heights()
        low, high = sorted((friction.start, friction.end), key=height.get)
        if height[low] == height[high] or height[high] > 1 and len(self._under(high, height)) > 1:
            raise Impossible('%s: which body presses on which?' % friction.name)
        weights = dict(self._weights())
        bodies = [n for n in self._over(high, height) if n.kind in ('mass', 'trolley')]
        if not bodies:
            raise Impossible('%s: nothing that has weight presses on it' % friction.name)
        return sum(n.get('m') * weights.get(n, self.gravity or self.arithmetic.read('g')) for n in bodies) * self.pressing

    def _slides_on(self, node):
        return {c.end if c.start is node else c.start for c in self.connectors
                if c.kind == 'friction' and node in (c.start, c.end)}

    def _heights(self):
        """How many sliding contacts each node is above the floor. Wheels are on it, and so is what stands on a ground."""
        low = {n for pair in self.diagram.standing for n in pair} | {n for n in self.cluster if n.kind == 'trolley' or 'floor' in n.said}
        height = {n: 0 if n.kind in SUPPORTS else 1 if n in low else len(self.cluster) for n in self.cluster}
        for _ in self.cluster:
            for n in height:
                height[n] = min([height[n]] + [height[o] + 1 for o in self._slides_on(n)])
        return height

    def _under(self, node, height):
        return {o for o in self._slides_on(node) if height[o] < height[node]}

    def _over(self, node, height):
        """A node and all that lies on it."""
        found = [node]
        for n in found:
            for o in self._slides_on(n):
                if height[o] > height[n] and o not in found:
                    if len(self._under(o, height)) > 1:
                        raise Impossible('%s lies on several bodies' % o.name)
                    found.append(o)
        return found

    def work(self):
        """The virtual work of what acts, as [(force, place)]: the force times the place's variation."""
        acting = []
        for a in self.actions:
            if a.kind in ('force', 'torque'):
                amount = a.get('F') if a.kind == 'force' else a.get('tau')
                word = a.word(*self.sense)
                head = self.cluster[a.on][0]
                alike = self._moving_with(a.on)  # what moves as one counts as one
                way = self.sense[word] if word else self._counts(head if head.kind in SUPPORTS or head in alike else a.on)
                acting.append((amount * way, self.place[a.on]))
        for c in self.connectors:
            if c.kind == 'actuator':
                acting.append((c.get('F'), self._extension(c)))
        return acting

    def equations(self):
        """Lagrange's equation of each coordinate, as an expression that is zero."""
        equations = self._lagrange()
        return self._about_rest(equations) if self.origin == EQUILIBRIUM else equations

    def _lagrange(self):
        T, V, D = self.energies()
        slopes = []  # the slope of each energy, and what it is the slope of
        for energies, order in ((T, 1), (V, 0), (D, 1)):
            for energy, place in energies:
                slope = self._slope(energy, self.amount(place, order))
                slopes.append((self.rate(slope) if energies is T else slope, place))
        slopes += [(-force, place) for force, place in self.work() + self.weights()]
        slopes = [(slope, place[0]) for slope, place in slopes if not self.arithmetic.is_zero(slope)]
        for q in self.heads:
            if not self.arithmetic.resting and not any(q in signs for _, signs in slopes):
                raise Impossible('nothing says how %s moves' % q)
        return [sum((slope * signs[q] for slope, signs in slopes if q in signs), self.zero) for q in self.heads]

    def _slope(self, energy, u):
        """The derivative of an energy."""
        if PRESSED in energy:
            return 2 * energy[PRESSED] * self.arithmetic.positive(u)
        return sum((c * n * u ** (n - 1) * (self.arithmetic.sign(u) if n % 2 else 1)
                    for n, c in energy.items() if not self.arithmetic.is_zero(c)), self.zero)

    def _about_rest(self, equations):
        """Moves the coordinates' zero to static equilibrium, where the constant forces balance.

        There tensions in the springs balance the loads. Measuring from it takes the loads away, and with them the tensions,
        which is right for a spring that is linear or bears none.
        """
        loads = self.arithmetic.loads(self, equations)
        springs = [c for c in self.connectors if c.kind == 'spring' and (self.place[c.start][0] or self.place[c.end][0])]
        ways = [[self._extension(c)[0].get(h, 0) for h in self.heads] for c in springs]
        load = [self.arithmetic.number(load) for load in loads]
        if rank(ways) != rank(ways + [load]):
            raise Impossible('no static equilibrium')
        for j, spring in enumerate(springs):
            if not self.arithmetic.is_zero(spring.get('k3')) and self._strained(j, ways, load):
                raise Impossible('%s is not linear and may be strained: no equilibrium in closed form' % spring)
        return [e - load for e, load in zip(equations, loads)]

    def _strained(self, j, ways, load):
        """Whether some tensions that balance the loads strain the j-th spring.

        Springs whose natural lengths do not fit can be in any tensions that balance each other; torsional ones have none,
        so that they are strained by loads only.
        """
        others = ways[:j] + ways[j + 1:]
        if rank(others) != rank(ways):  # else the others can take its tension over
            return rank(others) != rank(others + [load])
        if self.bodies and self.heads[0] not in self.rotation:
            return True
        near = [i != 0 for i in ways[j]]
        for _ in ways:
            for way in ways:
                if any(a and b for a, b in zip(way, near)):
                    near = [a != 0 or b for a, b in zip(way, near)]
        return any(a and b for a, b in zip(load, near))


def rank(rows):
    """The rank of a matrix of numbers."""
    rows, count = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[count:] if row[column]), None)
        if pivot:
            rows.remove(pivot)
            rows = [row if not row[column] else [a - b * row[column] / pivot[column] for a, b in zip(row, pivot)]
                    if i >= count else row for i, row in enumerate(rows)]
            rows.insert(count, pivot)
            count += 1
    return count
