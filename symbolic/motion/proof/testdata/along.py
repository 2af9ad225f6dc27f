"""The order of a diagram's nodes along the axis, by the text alone.

How the axis runs, which statements are read upwards, the order of whole runs through joints, ranks, which side of the
origin a node is on, whether a system hangs or stands: the language's rules, written down once more.
"""
from text import BODIES, SUPPORTS

OPEN = 'open'  # what the rules leave open


class Undecided(Exception):
    """The rules leave open what would have to be known."""


class Order:
    def __init__(self, diagram):
        self.diagram = diagram
        self.nodes = [e for e in diagram.elements if e.is_node()]
        self.part = parts(self.nodes, diagram.wires)
        self.vertical = self._vertical()
        self.wires = self._read()  # connector, from, to, as read along the axis
        self.after = {n: {n} for n in self.nodes}  # what is behind each node, itself included
        self._ranks()
        self._runs()
        self.ends = {}
        for c, a, b in self.wires:
            self.ends[c] = (b, a) if self.before(b, a) else (a, b)

    def before(self, a, b):
        return a is not b and b in self.after[a]

    # The axis.

    def _vertical(self):
        axis = self.diagram.settings.get('axis')
        if axis:
            return axis == 'vertical'
        every = self.diagram.elements
        if any(e.kind == 'ceiling' or e.kind == 'wall' and e.word('horizontal') for e in every):
            return True
        marks = {e.word('horizontal', 'vertical') for e, _, _ in self.diagram.wires}
        if 'vertical' in marks or 'horizontal' in marks:
            return 'vertical' in marks
        walled = {self.part[e] for e in every if e.kind == 'wall' and e in self.part}
        return any(n.kind == 'ground' and self.part[n] not in walled
                   for c, *ends in self.diagram.wires if c.kind != 'friction' for n in ends)

    def _read(self):
        """The connectors, each with its ends as the axis has them: what a ground carries or a ceiling ends is read upwards."""
        if not self.vertical:
            return self.diagram.wires
        held, upwards = {}, []
        for s in self.diagram.statements:
            if not any(c.kind != 'friction' for c, _, _ in s.wires):
                continue
            marks = [n for c, *ends in s.wires if c.kind != 'friction' for n in ends if n.kind in ('ground', 'ceiling')]
            up = kind(s.first) == 'ground' or kind(s.last) == 'ceiling'
            for n in marks:
                held.setdefault(self.part[n], []).append(up)
            if up:
                upwards.append(s)
        wires = []
        for s in self.diagram.statements:
            up = s in upwards
            if s.wires and not up and not any(n.kind in ('ground', 'ceiling') for _, *ends in s.wires for n in ends):
                up = all(held.get(self.part[s.wires[0][1]], [False]))
            wires += [(c, b, a) for c, a, b in s.wires] if up else s.wires
        return wires

    # The order of nodes.

    def _ranks(self):
        self.rank = {n: float(n.said['at']) for n in self.nodes if 'at' in n.said}
        for a, r in self.rank.items():
            for b, s in self.rank.items():
                if r < s:
                    self.after[a].add(b)

    def _runs(self):
        """Orders run by run: those that ranks decide, then the others as the text has them."""
        undecided = []
        for run in self._cut(self._chains()):
            ranks = [self.rank[n] for n in run if n in self.rank]
            steps = [s - r for r, s in zip(ranks, ranks[1:])]
            if any(d < 0 for d in steps):
                self._put(run[::-1])
            elif any(d > 0 for d in steps):
                self._put(run)
            else:
                undecided.append(run)
        for run in undecided:
            if self._fits(run):
                self._put(run)
            else:
                self._put(run[::-1])

    def _fits(self, run):
        """Whether the nodes of a run may follow each other: it makes no circle with what is known."""
        return not any(self.before(b, a) for i, a in enumerate(run) for b in run[i + 1:])

    def _put(self, run):
        if not self._fits(run):
            raise Undecided('what is known turns %s both ways' % run)
        for a, b in zip(run, run[1:]):
            behind = self.after[b]
            for n in self.nodes:
                if a in self.after[n]:
                    self.after[n] |= behind

    def _chains(self):
        """The runs, as lists of nodes, in the order of the text."""
        wires = [(i, a, b) for i, (c, a, b) in enumerate(self.wires) if not slides(c, a, b)]
        touch = {}
        for c, a, b in self.wires:
            touch.setdefault(a, []).append(c)
            touch.setdefault(b, []).append(c)
        enter = {b: (i, a) for i, a, b in wires}
        leave = {a: (i, b) for i, a, b in wires}
        through = {n for n in self.nodes if n.kind == 'joint' and len(touch.get(n, ())) == 2 and n in enter and n in leave}
        runs, seen = [], set()
        for i, a, b in wires:
            if a in through:
                continue
            run, used = [a, b], [i]
            while run[-1] in through:
                j, n = leave[run[-1]]
                run.append(n)
                used.append(j)
            seen.update(used)
            if run[0] is run[-1]:
                runs += [(j, list(pair)) for j, pair in zip(used, zip(run, run[1:]))]
            else:
                runs.append((min(used), run))
        runs += [(i, [a, b]) for i, a, b in wires if i not in seen]  # rings of joints
        return [run for _, run in sorted(runs, key=lambda r: r[0])]

    def _cut(self, runs):
        """Cuts a run where its ranks both rise and fall."""
        for run in runs:
            ranked = [i for i, n in enumerate(run) if n in self.rank]
            ranks = [self.rank[run[i]] for i in ranked]
            steps = [s - r for r, s in zip(ranks, ranks[1:])]
            if min(steps, default=0) < 0 < max(steps, default=0):
                cuts = sorted({0, len(run) - 1, *ranked})
                yield from (run[i:j + 1] for i, j in zip(cuts, cuts[1:]))
            else:
                yield run

    # What follows for the places of nodes.

    def side(self, node, origin):
        """+1 where a node is behind the origin, -1 before it."""
        if self.before(origin, node):
            return 1
        if self.before(node, origin):
            return -1
        layer, seen = {node}, {node, origin}
        while layer:
            layer = {n for c, *ends in self.wires if set(ends) & layer and not slides(c, *ends) for n in ends} - seen
            seen |= layer
            sides = {self.before(origin, n) - self.before(n, origin) for n in layer} - {0}
            if sides:
                return sides.pop() if len(sides) == 1 else OPEN
        return OPEN

    def stands(self, part):
        """Whether a part stands on something and hangs from nothing."""
        held = {self.ends[c].index(n) for c, *ends in self.wires if c.kind != 'friction'
                for n in ends if n.kind in SUPPORTS and self.part[n] == part}
        return held == {1}


def slides(c, a, b):
    """Whether a connector lets a body slide on a support, so that it says nothing of their order."""
    return c.kind == 'friction' and not (a.kind in BODIES and b.kind in BODIES)


def kind(end):
    return getattr(end, 'kind', None)


def parts(nodes, wires):
    """The nodes that hang together, by a number for each."""
    part = {n: i for i, n in enumerate(nodes)}
    for c, a, b in wires:
        if part[a] != part[b]:
            gone, kept = part[b], part[a]
            for n in part:
                if part[n] == gone:
                    part[n] = kept
    return part
