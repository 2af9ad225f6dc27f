"""Derives a diagram's equations of motion from Lagrange's equations.

The input is the bare graph: elements with their parameters, what is connected to what, and the diagram's settings. From
it this module works out by itself where everything is (which support positions are measured from, in which sense each
coordinate counts, which bodies a rod makes one), writes down the kinetic energy T, the potential V, Rayleigh's
dissipation function D and the virtual work of what acts, and differentiates:

    d/dt dT/dq' - dT/dq + dV/dq + dD/dq' = Q

Nothing here knows about terms, signs of edges or forms. The names of the coordinates are all it takes from outside.
"""
import sympy
from sympy import Abs, Integer, Symbol, cos, diff, expand, sin

from notation import TIME, Name, moving, numbers, order, rate, read, sgn, sign_of

NATURAL, EQUILIBRIUM, WALL = 'natural', 'equilibrium', 'wall'
SUPPORTS = {'wall', 'ground', 'ceiling', 'base'}
BODIES = {'trolley', 'mass', 'joint', 'bar', 'disc'}
CONNECTORS = {'spring', 'damper', 'inerter', 'rod', 'friction', 'actuator'}


U = Symbol('U', real=True)


class Impossible(Exception):
    """The diagram has no equation of motion of the kind asked for."""


class Element:
    def __init__(self, raw):
        self.name, self.kind = raw['name'], raw['kind']
        self.start, self.end, self.on = raw.get('from'), raw.get('to'), raw.get('on')
        self.words = raw.get('words', {})
        self.given = raw.get('given', [])
        self.params = {k: read(v) for k, v in raw.get('params', {}).items()}

    def get(self, name, otherwise=0):
        return self.params.get(name, Integer(otherwise))


class System:
    """A diagram, and what follows from it: positions, energies, equations."""

    def __init__(self, raw):
        self.raw = raw
        self.elements = {e['name']: Element(e) for e in raw['elements']}
        every = list(self.elements.values())
        self.supports = [e for e in every if e.kind in SUPPORTS]
        self.bodies = [e for e in every if e.kind in BODIES]
        self.connectors = [self.elements[name] for name in raw['edges'] or []]
        self.actions = [e for e in every if e.on]
        self.origin = raw.get('origin') or WALL
        self.relative = raw.get('relative', False)
        self.gravity = read(raw['gravity']) if raw.get('gravity') else None
        self.names = dict(raw['coordinates'] or [])  # by node; of a rigid group, by one of its nodes
        self.rotation = any(e.kind == 'disc' for e in self.bodies)
        self._axis(raw.get('axis') or '')
        self._order()
        self._rods()
        self._parts()
        self._positions()

    # Where things are.

    def _axis(self, axis):
        """The direction of the axis: right, down, or along a slope of the given angle, anticlockwise from the right."""
        vertical = any(e.kind == 'ceiling' for e in self.supports) or any(
            e.words.get('orientation') == 'vertical' for e in self.connectors) or any(
            e.kind == 'wall' and e.words.get('orientation') == 'horizontal' for e in self.supports)
        marked = any(e.words.get('orientation') for e in self.connectors + self.supports)
        if not marked and not self.rotation:  # a ground that holds something is below it
            vertical = vertical or any(self.elements[n].kind == 'ground' for c in self.connectors
                                       if c.kind != 'friction' for n in (c.start, c.end))
        if axis == 'vertical' or (not axis and vertical):
            climb, run = Integer(-1), Integer(0)
        elif axis in ('', 'horizontal'):
            climb, run = Integer(0), Integer(1)
        else:
            climb, run = sin(read(axis)), cos(read(axis))
        self.down = -climb  # how much of "down" lies along the axis
        self.pressing = Abs(run) if run.is_number else run  # how much of it presses on the floor
        up, right = (1 if x.is_positive or not x.is_number else -1 if x.is_negative else 0 for x in (climb, run))
        self.vertical = right == 0
        self.sense = {'right': right, 'left': -right, 'up': up, 'down': -up, 'ccw': 1, 'cw': -1}

    def _order(self):
        """Turns round the connectors that are written against the order of earlier ones: a node stands in one place."""
        after = {}
        for c in self.connectors:
            if not self._along(c):
                continue
            reached, todo = {c.end}, [c.end]
            for here in todo:
                for n in after.get(here, ()):
                    if n not in reached:
                        reached.add(n)
                        todo.append(n)
            if c.start in reached:
                c.start, c.end = c.end, c.start
            after.setdefault(c.start, []).append(c.end)

    def _rods(self):
        """Rods make one of what they join: each node belongs to a cluster, at an offset from its head."""
        self.cluster = {n.name: (n.name, Integer(0)) for n in self.supports + self.bodies}
        for rod in self.connectors:
            if rod.kind != 'rod':
                continue
            length = rod.get('L') if self.origin == WALL else Integer(0)
            (a, at), (b, bt) = self.cluster[rod.start], self.cluster[rod.end]
            if a == b:
                if expand(at + length - bt) != 0:
                    raise Impossible('%s: the rods are one too many' % rod.name)
                continue
            shift = at + length - bt  # of b, seen from a
            for n, (head, offset) in self.cluster.items():
                if head == b:
                    self.cluster[n] = (a, offset + shift)
        members = {}
        for n in self.elements:
            if n in self.cluster:
                members.setdefault(self.cluster[n][0], []).append(n)
        # The head of a cluster is its support, else the body that names its coordinate.
        for group in members.values():
            fixed = [n for n in group if self.elements[n].kind in SUPPORTS]
            if len(fixed) > 1:
                raise Impossible('a rod between %s and %s' % (fixed[0], fixed[1]))
            named = [n for n in group if n in self.names]
            if len({self.elements[n].params['x'] for n in group if 'x' in self.elements[n].given and n not in fixed}) > 1:
                raise Impossible('two names for where %s are' % group)
            if len(named) != (0 if fixed else 1):
                raise Impossible('coordinates of %s, which move as one' % group)
            head = (fixed or named)[0]
            base = self.cluster[head][1]
            for n in group:
                self.cluster[n] = (head, self.cluster[n][1] - base)

    def _parts(self):
        """Splits the system into parts that connectors hold together, each with the support that it is measured from."""
        self.part = {n.name: n.name for n in self.supports + self.bodies}
        for c in self.connectors:
            a, b = self.part[c.start], self.part[c.end]
            between_bodies = self.elements[c.start].kind in BODIES and self.elements[c.end].kind in BODIES
            if a != b and (c.kind != 'friction' or between_bodies):
                for n, p in self.part.items():
                    if p == b:
                        self.part[n] = a
        self.first, self.normal, self.side = {}, {}, {}
        for p in set(self.part.values()):
            ends = [(n, n == c.start) for c in self.connectors if c.kind != 'friction' for n in (c.start, c.end)
                    if self.part[n] == p and self.elements[n].kind in SUPPORTS]
            still = [end for end in ends if self.elements[end[0]].kind != 'base']
            origins = [end for end in still if 'x' not in self.elements[end[0]].given]
            held, before = (origins or still or ends or [(None, True)])[0]
            self.first[p] = held if origins else None
            # A system that hangs counts down, and one that stands counts up.
            self.normal[p] = -1 if self.vertical and not before else 1
            if origins:
                self._sides(held)

    def _sides(self, first):
        """On which side of the first support each node lies: what a path along the axis leads to is after it."""
        ways = (1, lambda c: [(c.start, c.end)]), (-1, lambda c: [(c.end, c.start)])
        for sign, steps in ways:
            reached = self._walk(first, steps)
            for n in reached:
                self.side.setdefault(n, sign)
        # What is open lies where the nearest node that isn't lies, and takes what must come after it, or before, along.
        todo = [n.name for n in self.supports + self.bodies if n.name in self.side and n.name != first]
        todo.sort(key=list(self.elements).index)
        for here in todo:
            for c in self.connectors:
                if here not in (c.start, c.end) or not self._along(c):
                    continue
                there = c.end if c.start == here else c.start
                if there not in self.side:
                    sign, steps = ways[0] if self.side[here] > 0 else ways[1]
                    for n in self._walk(there, steps):
                        if n not in self.side:
                            self.side[n] = sign
                            todo.append(n)

    def _along(self, c):
        """Friction between a body and a support lies across the axis."""
        return c.kind != 'friction' or (self.elements[c.start].kind in SUPPORTS) == (self.elements[c.end].kind in SUPPORTS)

    def _walk(self, first, steps):
        """The nodes to which connectors along the axis lead from the first, the nearest first."""
        reached = [first]
        for here in reached:
            for c in self.connectors:
                for near, far in steps(c):
                    if self._along(c) and near == here and far not in reached:
                        reached.append(far)
        return reached

    def _counts(self, name):
        """The sense, along the axis, in which a body's coordinate or a base's motion counts."""
        head = self.cluster[name][0]
        said = {self.sense[e.words['positive']] for n, e in self.elements.items()  # what moves as one counts as one
                if n in self.cluster and self.cluster[n][0] == head and e.words.get('positive')}
        if len(said) > 1:
            raise Impossible('%s counts in two senses' % head)
        if said:
            return said.pop()
        if self.rotation:
            return 1
        if self.origin == WALL and self.first[self.part[name]]:
            return self._side(name)
        return self.normal[self.part[name]]

    def _side(self, name):
        """+1 after the first support, -1 before it; where no connector leads to a node, as is normal for its part."""
        return self.side.get(name, self.normal[self.part[name]])

    def _leads(self):
        """For relative coordinates: the node from which each cluster is measured. Connectors in their order lead from
        what is already placed to what is not."""
        lead = {}
        placed = {self.cluster[s.name][0] for s in self.supports}
        heads = [h for h in dict.fromkeys(h for h, _ in self.cluster.values()) if h not in placed]
        while heads:
            for c in self.connectors:
                if c.kind in ('friction', 'rod'):
                    continue
                a, b = self.cluster[c.start][0], self.cluster[c.end][0]
                if (a in placed) != (b in placed):
                    new, from_ = (b, c.start) if a in placed else (a, c.end)
                    break
            else:
                new, from_ = heads[0], None
            lead[new] = from_
            placed.add(new)
            heads.remove(new)
        return lead

    def _positions(self):
        self.place = {}
        for s in self.supports:
            first = self.first[self.part[s.name]]
            if s.kind == 'base':
                motion = s.get('y')
                if self.origin == EQUILIBRIUM:
                    motion -= at_rest(expand(motion), keep=())
                self.place[s.name] = self._counts(s.name) * (motion + (s.get('x') if self.origin == WALL else 0))
            elif s.name == first or self.origin != WALL:
                self.place[s.name] = Integer(0)
            else:
                self.place[s.name] = s.get('x') * self._side(s.name)
        self.heads = [h for h in self.names]
        lead = self._leads() if self.relative else dict.fromkeys(self.heads)
        for head in lead:
            start = Integer(0)
            if lead[head]:
                start = self._place(lead[head])
            self.place[head] = start + self._counts(head) * moving(self.names[head])
        self.place = {n: self._place(n) for n in self.cluster}
        self.coordinates = [moving(self.names[h]) for h in self.heads]
        self.rates = [moving(self.names[h], 1) for h in self.heads]

    def _place(self, name):
        head, offset = self.cluster[name]
        return self.place[head] + offset

    # What they store, lose and suffer.

    def _extension(self, c):
        return expand(self.place[c.end] - self.place[c.start])

    def energies(self):
        """T, V and D: what each element gives, as a function of U, and what U is. V has the weights in it."""
        T, V, D = [], self.height(), []
        for b in self.bodies:
            T.append(((b.get('m') if b.kind != 'disc' else b.get('J')) * U ** 2 / 2, rate(self.place[b.name])))
        for c in self.connectors:
            e = self._extension(c)
            v = rate(e)
            if c.kind == 'spring':
                stretch = e - c.get('L0') if self.origin == WALL else e
                V.append((c.get('k') * U ** 2 / 2 + c.get('k3') * U ** 4 / 4, stretch))
            elif c.kind == 'inerter':
                T.append((c.get('b') * U ** 2 / 2, v))
            elif c.kind == 'damper':
                D.append((c.get('c') * U ** 2 / 2 + c.get('c2') * Abs(U) ** 3 / 3, v))
            elif c.kind == 'friction':
                dry = c.words.get('law') == 'coulomb' or 'mu' in c.given or 'N' in c.given
                if not dry or 'b' in c.given:
                    D.append((c.get('b') * U ** 2 / 2, v))
                if dry:
                    D.append((c.get('mu') * self._normal(c) * Abs(U), v))
        return T, V, D

    def height(self):
        """The part of V that comes from weights."""
        return [(-b.get('m') * g * self.down * U, self.place[b.name]) for b, g in self._weights()]

    def _weights(self):
        """The bodies that have weight, each with its gravity: that of an action, else that of the diagram."""
        own = {a.on: a.get('g') for a in self.actions if a.kind == 'gravity'}
        for b in self.bodies:
            if b.kind in ('mass', 'trolley'):
                if b.name in own:
                    yield b, own[b.name]
                elif self.gravity is not None:
                    yield b, self.gravity

    def _normal(self, friction):
        if 'N' in friction.params:
            return friction.params['N']
        if self.pressing == 0:
            raise Impossible('%s: no floor, so no weight to press on it' % friction.name)
        ends = [n for n in (friction.start, friction.end) if self.elements[n].kind in BODIES]
        if len(ends) != 1:
            raise Impossible('%s: which body presses on which?' % friction.name)
        g = dict((b.name, g) for b, g in self._weights()).get(ends[0], self.gravity or Name('g', real=True))
        return self.elements[ends[0]].get('m') * g * self.pressing

    def work(self):
        """The virtual work of what acts, as [(force, place)]: the force times the place's variation."""
        acting = []
        for a in self.actions:
            if a.kind in ('force', 'torque'):
                amount = a.get('F') if a.kind == 'force' else a.get('tau')
                way = self.sense[a.words['direction']] if a.words.get('direction') else self._counts(a.on)
                acting.append((amount * way, self.place[a.on]))
        for c in self.connectors:
            if c.kind == 'actuator':
                acting.append((c.get('F'), self._extension(c)))
        return acting

    def equations(self):
        """Lagrange's equation of each coordinate, as an expression that is zero."""
        T, V, D = self.energies()
        work = self.work()
        equations = []
        for q, v in zip(self.coordinates, self.rates):
            Q = sum(force * diff(place, q) for force, place in work)
            equations.append(rate(slope(T, v)) - slope(T, q) + slope(V, q) + slope(D, v) - Q)
        if self.origin == EQUILIBRIUM:
            equations = self._about_rest(equations)
        return equations

    def _about_rest(self, equations):
        """Moves the coordinates' zero to static equilibrium, where the constant forces balance.

        There tensions in the springs balance the loads. Measuring from it takes the loads away, and with them the tensions,
        which is right for a spring that is linear or bears none.
        """
        equations = [expand(e) for e in equations]
        loads = [at_rest(e, keep=()) for e in equations]
        springs = [c for c in self.connectors if c.kind == 'spring' and self._extension(c).free_symbols & set(self.coordinates)]
        ways = sympy.Matrix(len(loads), len(springs), lambda i, j: diff(self._extension(springs[j]), self.coordinates[i]))
        needed = sympy.Matrix(len(loads), 1, lambda i, _: -numbers(loads[i]))
        if ways.rank() != ways.row_join(needed).rank():
            raise Impossible('no static equilibrium')
        for j, spring in enumerate(springs):
            if spring.get('k3') != 0 and self._strained(j, ways, needed):
                raise Impossible('%s is not linear and may be strained: no equilibrium in closed form' % spring.name)
        return [e - load for e, load in zip(equations, loads)]

    def _strained(self, j, ways, needed):
        """Whether some tensions that balance the loads strain the j-th spring.

        Springs whose natural lengths do not fit can be in any tensions that balance each other; torsional ones have none,
        so that they are strained by loads only.
        """
        free = any(v[j] != 0 for v in ways.nullspace())
        if free and self.rotation:
            return any(self._near(j, i, ways) for i in range(len(needed)) if needed[i] != 0)
        return free or any(t.subs({s: 0 for s in t.free_symbols}) != 0
                           for t in [sympy.Matrix(ways.gauss_jordan_solve(needed)[0])[j]])

    def _near(self, j, i, ways):
        """Whether springs lead from the j-th of them to the i-th coordinate."""
        rows = {r for r in range(ways.rows) if ways[r, j] != 0}
        for _ in range(ways.rows):
            for c in range(ways.cols):
                touched = {r for r in range(ways.rows) if ways[r, c] != 0}
                if touched & rows:
                    rows |= touched
        return i in rows


def slope(energies, by):
    """The partial derivative of a sum of energies."""
    return sum((at(diff(e, U), u) * diff(u, by) for e, u in energies if by in u.free_symbols), Integer(0))


def at(expr, u):
    """A function of U at u."""
    if expr.has(Abs, sympy.sign):
        expr = expr.replace(sympy.sign, lambda _: sign_of(u)).replace(Abs, lambda _: U * sign_of(u))
    return expr.xreplace({U: u})


def at_rest(equation, keep):
    """The expanded equation when nothing moves and nothing acts but what is constant."""
    gone = {s: 0 for s in equation.free_symbols if order(s) and s not in keep}
    return expand(expand(equation.subs(gone).subs(sgn(0), 0)).as_independent(TIME, as_Add=True)[0])


# A slope of positive angle rises to the right, so that "down" points against the axis.
SLOPE = Integer(-1)
