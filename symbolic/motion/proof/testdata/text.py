"""Reads the text of a diagram: its elements, its statements, and what is connected to what, as written.

A reader of its own, after the description of the language, which shares nothing with the one that it judges.
"""
import re

import sympy

SUPPORTS = {'wall', 'ground', 'ceiling', 'base'}
BODIES = {'trolley', 'mass', 'joint', 'bar', 'disc'}
CONNECTORS = {'spring', 'damper', 'inerter', 'rod', 'gear', 'friction', 'actuator', 'stop'}
ACTIONS = {'force', 'torque', 'gravity', 'arrow', 'displacement'}
ALIASES = {'cart': 'trolley', 'block': 'mass', 'dashpot': 'damper', 'gearbox': 'gear'}
KINDS = SUPPORTS | BODIES | CONNECTORS | ACTIONS

TOKEN = re.compile(r'''
    (?P<blank>   [^\S\n]+ | (?:\#|//)[^\n]* )
  | (?P<end>     [\n;] )
  | (?P<link>    --? )
  | (?P<bracket> \[ (?: "[^"\n]*" | =\s*\#\w+ | (?:\#|//)[^\n]* | [^\]"] )* \] )
  | (?P<name>    [^\W\d]\w* )
  | (?P<mark>    [=(),] )
  | (?P<other>   . )
''', re.VERBOSE)
ATTRIBUTE = re.compile(r'(?:"[^"\n]*"|\([^()]*\)|[^,"])+')


class Element:
    def __init__(self, name, kind, at, attributes):
        self.name, self.kind, self.at = name, kind, at
        self.said = attributes  # by attribute; a bare word says True
        self.start = self.end = self.on = None
        self.params = {}
        self.unseen = False  # a joint in a series, which no word stands for

    def __repr__(self):
        return self.name

    def is_node(self):
        return self.kind in SUPPORTS or self.kind in BODIES

    def get(self, parameter, otherwise=0):
        return self.params.get(parameter, sympy.Integer(otherwise))

    def word(self, *words):
        """Which of the words stands in its brackets."""
        return next((w for w in words if w in self.said or w in map(self.said.get, ('positive', 'direction', 'orientation'))), None)


class Diagram:
    def __init__(self, text):
        self.text = text
        self.settings = {}
        self.declared = {}
        self.elements = []  # in the order in which the text defines them
        self.actions = []
        self.statements = []  # the connectors of each connection in their order, with their ends as written
        self.standing = []  # pairs of nodes in a row: the one stands on the other
        lines = list(self._lines())
        for line in lines:
            self._declare(line)
        for line in lines:
            if line[0][0] == 'name' and line[0][1] in ('diagram', 'part') or len(line) > 1 and line[1][1] == '=':
                continue
            self._connect(line)
        self.elements.sort(key=lambda e: e.at)
        self.wires = [w for s in self.statements for w in s]  # connector, from, to
        self.named = {e.name: e for e in self.elements}

    def _tokens(self):
        depth, open_link, behind = 0, False, 0
        for m in TOKEN.finditer(self.text):
            kind, word = m.lastgroup, m.group()
            if kind == 'blank':
                continue
            if kind == 'end' and word == '\n' and (depth or open_link):
                continue
            depth += (word == '(') - (word == ')')
            open_link = kind == 'link'
            at = len(self.text[:m.start()].encode())
            yield kind, word, behind if open_link else at
            behind = at + len(word.encode())

    def _lines(self):
        line = []
        for token in self._tokens():
            if token[0] != 'end':
                line.append(token)
            elif line:
                yield line
                line = []
        if line:
            yield line

    def _declare(self, line):
        if line[0][1] == 'diagram' and len(line) > 1 and line[1][0] == 'bracket':
            self.settings.update(attributes(line[1][1]))
        elif len(line) > 2 and line[1][1] == '=' and line[2][0] == 'name':
            name, kind, at = line[0][1], line[2][1], line[0][2]
            said = attributes(line[3][1]) if len(line) > 3 else {}
            self.declared[name] = self._add(name, kind, at, said)

    def _add(self, name, kind, at, said):
        e = Element(name, ALIASES.get(kind, kind), at, said)
        if e.kind not in KINDS:
            raise ValueError('no kind %s' % kind)
        self.elements.append(e)
        return e

    def _connect(self, line):
        ends, links, rest = self._chain(line)
        if rest:
            raise ValueError('%s does not fit' % rest[0][1])
        wires = []
        self._wire(ends, links, None, None, wires)
        self.statements.append(wires)

    def _chain(self, tokens):
        """The ends of a chain, each an element or a group of chains, where the links between them begin, and what follows."""
        ends, links = [], []
        while True:
            kind, word, at = tokens[0]
            if word == '(':
                group, tokens = [], tokens[1:]
                while True:
                    *chain, tokens = self._chain(tokens)
                    group.append(chain)
                    mark, tokens = tokens[0][1], tokens[1:]
                    if mark == ')':
                        break
                ends.append(group)
            else:
                tokens = tokens[1:]
                if word in self.declared:
                    ends.append(self.declared[word])
                else:
                    said = {}
                    if tokens and tokens[0][0] == 'bracket':
                        said, tokens = attributes(tokens[0][1]), tokens[1:]
                    ends.append(self._add('%s@%d' % (word, at), word, at, said))
            if not tokens or tokens[0][0] != 'link':
                return ends, links, tokens
            links.append(tokens[0][2])
            tokens = tokens[1:]

    def _wire(self, ends, links, left, right, wires):
        """Connects a chain that lies between two nodes, which are None where it is no part of a group."""
        ends, links = self._act(list(ends), list(links), left, right)
        points = [left] + [None] * (len(ends) - 1) + [right]  # before each end, and behind the last
        for i, at in enumerate(links):
            a, b = ends[i], ends[i + 1]
            points[i + 1] = a if is_node(a) else b if is_node(b) else self._add('joint@%d' % at, 'joint', at, {})
            points[i + 1].unseen = not (is_node(a) or is_node(b))
        self.standing += [(a, b) for a, b in zip(ends, ends[1:]) if is_node(a) and is_node(b)]
        for i, e in enumerate(ends):
            if is_node(e):
                continue
            if points[i] is None or points[i + 1] is None:
                raise ValueError('%s ends nowhere' % e)
            if isinstance(e, list):
                for chain, inner in e:
                    self._wire(chain, inner, points[i], points[i + 1], wires)
            else:
                wires.append((e, points[i], points[i + 1]))

    def _act(self, ends, links, left, right):
        """Takes the actions off a chain: each acts on the node beside it."""
        def acting(e):
            return all(len(c) == 1 and acting(c[0]) for c, _ in e) if isinstance(e, list) else e.kind in ACTIONS

        def each(e):
            return [a for c, _ in e for a in each(c[0])] if isinstance(e, list) else [e]

        i = 0
        while i < len(ends):
            if not acting(ends[i]):
                i += 1
                continue
            near = [e for e in ends[max(i - 1, 0):i] + ends[i + 1:i + 2] if is_node(e)] or [n for n in (left, right) if n]
            for a in each(ends[i]):
                a.on = near[0]
                self.actions.append(a)
            del ends[i]
            if links:
                del links[max(i - 1, 0)]
        return ends, links


def is_node(e):
    return isinstance(e, Element) and e.is_node()


def attributes(bracket):
    """What stands in brackets, by attribute; True for a bare word."""
    said = {}
    for part in ATTRIBUTE.findall(re.sub(r'(?<!=)(?:#|//)[^\n"]*\n', '\n', bracket[1:-1])):
        key, equals, value = part.partition('=')
        if key.strip():
            said[key.strip()] = value.strip().strip('"') if equals else True
    return said
