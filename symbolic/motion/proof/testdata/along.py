"""The order of a diagram's nodes along the axis, by the text alone.

How the axis runs, which statements are read upwards, the order of whole runs through joints, ranks, which side of the
origin a node is on, whether a system hangs or stands: the language's rules, written down once more.
"""
from text import BODIES, SUPPORTS

OPEN = 'open'  # what the rules leave open
LEVEL = {'ground', 'ceiling'}  # always below, always above


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
        held = {n for c, *ends in self.diagram.wires if not slides(c, *ends) for n in ends}
        if any(n.kind == 'ceiling' or n.kind == 'wall' and n.word('horizontal') for n in held):
            return True
        marks = {e.word('horizontal', 'vertical') for e, _, _ in self.diagram.wires}
        if 'vertical' in marks or 'horizontal' in marks:
            return 'vertical' in marks
        walled = {self.part[n] for n in held if n.kind == 'wall'}
        return any(n.kind == 'ground' and self.part[n] not in walled
                   for c, *ends in self.diagram.wires if c.kind != 'friction' for n in ends)

    def _read(self):
        """The connectors, each with its ends as the axis has them: what begins with a ground or ends with a ceiling is read
        upwards, and so are chains without either where the first with one that they hang together with is."""
        if not self.vertical:
            return self.diagram.wires
        read, held = [], {}
        for chain in self.chains():
            marks = [(n, at) for c, *ends in chain if c.kind != 'friction' for at, n in enumerate(ends) if n.kind in LEVEL]
            up = any((n.kind == 'ground') == (at == 0) for n, at in marks)
            for n, _ in marks:
                held.setdefault(self.part[n], up)
            read.append((chain, up, not marks))
        return [(c, b, a) if up or free and held.get(self.part[a]) else (c, a, b)
                for chain, up, free in read for c, a, b in chain]

    def chains(self):
        """The statements' connectors, parted at what is always at an end."""
        for s in self.diagram.statements:
            chain = []
            for wire in s:
                if chain and wire[1].kind in LEVEL and chain[-1][1] is not wire[1]:
                    yield chain
                    chain = []
                chain.append(wire)
            yield chain

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
        for run in self._whole():
            steps = self._steps(run)
            if steps:
                self._put(run, steps == {1})
            else:
                undecided.append(run)
        for run in undecided:
            self._put(run, self._fits(run))

    def _steps(self, run):
        """Whether ranks rise or fall along a run: 1 and -1."""
        ranked = [(a, b) for a, b in within(run) if a in self.rank and b in self.rank]
        return {1 if self.rank[a] < self.rank[b] else -1 for a, b in ranked if self.rank[a] != self.rank[b]}

    def _fits(self, run, forwards=True):
        """Whether the nodes of a run may follow each other: it makes no circle with what is known."""
        return not any(self.before(b, a) if forwards else self.before(a, b) for a, b in within(run))

    def _put(self, run, forwards):
        if not self._fits(run, forwards):
            raise Undecided('what is known turns %s both ways' % run)
        for _, a, b in run:
            if not forwards:
                a, b = b, a
            behind = self.after[b]
            for n in self.nodes:
                if a in self.after[n]:
                    self.after[n] |= behind

    def _whole(self):
        """The runs, as lists of connectors with their ends, in the order of the text. Ranks that both rise and fall cut one."""
        cuts = set()
        while True:
            runs = self._through(cuts)
            mixed = {n for run in runs if len(self._steps(run)) > 1 for _, *ends in run for n in ends if n in self.rank}
            if mixed <= cuts:
                return runs
            cuts |= mixed

    def _through(self, cuts):
        """Runs through joints: where all comes from one node and all leaves for another, it is one run. What comes back to
        its own node is none."""
        runs = [(a, b, [(i, a, b)]) for i, (c, a, b) in enumerate(self.wires) if not slides(c, a, b)]
        slid = {n for c, a, b in self.wires if slides(c, a, b) for n in (a, b)}
        joints = [n for n in self.nodes if n.kind == 'joint' and n not in slid and n not in cuts]
        for most in (2, len(runs)):  # those of two connectors first
            found, loops = True, []
            while found:
                found = False
                for n in joints:
                    before, behind = [r for r in runs if r[1] is n], [r for r in runs if r[0] is n]
                    starts, ends = {r[0] for r in before}, {r[1] for r in behind}
                    if len(starts) != 1 or len(ends) != 1 or n in starts | ends or len(before + behind) > most:
                        continue
                    if starts == ends:
                        loops += before + behind
                        continue
                    runs = [r for r in runs if n not in r[:2]]
                    wires = [w for r in before + behind for w in r[2]]
                    runs.append((starts.pop(), ends.pop(), wires))
                    found = True
        if any(len(run[2]) > 1 for run in loops):
            raise Undecided('in what pieces is a ring ordered?')
        if self._bridged(runs, joints):
            raise Undecided('is a bridge turned as a whole?')
        whole = []
        for run in runs:
            whole += [[w] for w in run[2]] if run in loops else [run[2]]
        return sorted(whole, key=lambda run: min(i for i, _, _ in run))

    def _bridged(self, runs, joints):
        """Whether several joints are left of what lies between two nodes."""
        net = {n: {n} for n in joints}
        for a, b, *_ in runs:
            if a in net and b in net:
                both = net[a] | net[b]
                net.update(dict.fromkeys(both, both))
        ends = [{n for a, b, *_ in runs if {a, b} & joined for n in (a, b)} - joined for joined in net.values() if len(joined) > 1]
        return any(len(e) == 2 for e in ends)

    # What follows for the places of nodes.

    def side(self, node, origin):
        """+1 where a node is behind the origin, -1 before it. Where the order doesn't say it is on the side on which it is
        connected; a node that is connected on both sides is open: it is where it is drawn, and so is one that has a rank."""
        def decided(n):
            known = self.before(origin, n) - self.before(n, origin)
            if not known and self.vertical and n.kind in LEVEL and n.kind != origin.kind:
                return 1 if n.kind == 'ground' else -1
            return known

        sides, todo, seen = {decided(node)}, [node], {node, origin}
        while todo and not decided(node):
            for n in {n for c, *ends in self.wires if todo[-1] in ends for n in ends} - seen:
                seen.add(n)
                sides.add(decided(n))
                if not decided(n):
                    todo.insert(0, n)
            todo.pop()
        sides.discard(0)
        if not decided(node) and any(n in self.rank and not decided(n) for n in seen - {origin}):
            return OPEN
        return sides.pop() if len(sides) == 1 else OPEN

    def upside_down(self):
        """Whether something is above a ceiling or below a ground that it hangs together with."""
        return any(self.part[n] == self.part[m] and (self.before(m, n) if n.kind == 'ceiling' else self.before(n, m))
                   for n in self.nodes if n.kind in LEVEL for m in self.nodes)

    def stands(self, part, origin):
        """Whether a part stands on its origin, else on the first support that a connector reaches, one that doesn't move if
        there is one: that is behind what is connected to it first."""
        reached = [(n, at == 1) for c, *_ in self.wires for at, n in enumerate(self.ends[c])
                   if c.kind != 'friction' and self.part[n] == part and n.kind in SUPPORTS]
        for wanted in ({origin}, SUPPORTS - {'base'}, SUPPORTS):
            for n, behind in reached:
                if n in wanted or n.kind in wanted:
                    return behind
        return False


def slides(c, a, b):
    """Whether a connector lets a body slide on a support, so that it says nothing of their order."""
    return c.kind == 'friction' and not (a.kind in BODIES and b.kind in BODIES)


def within(run):
    """The pairs of a run's nodes of which the second is behind the first."""
    behind = {}
    for _, a, b in run:
        behind.setdefault(a, set()).add(b)
    pairs = set()
    for start in behind:
        todo = [start]
        while todo:
            for b in behind.get(todo.pop(), ()):
                if (start, b) not in pairs:
                    pairs.add((start, b))
                    todo.append(b)
    return pairs


def parts(nodes, wires, ends=()):
    """The nodes that hang together, by a number for each; not through elements of the kinds of ends. What slides on a
    support doesn't hang together with it."""
    part = {n: i for i, n in enumerate(nodes)}
    for c, a, b in wires:
        if not slides(c, a, b) and a.kind not in ends and b.kind not in ends:
            gone, kept = part[b], part[a]
            for n in part:
                if part[n] == gone:
                    part[n] = kept
    return part
