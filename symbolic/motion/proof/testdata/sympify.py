"""Reads lines as a person does who pastes them into SymPy: with sympify, nothing declared.

A line {"line", "symbols", "functions"} is answered by "" where sympify reads the line, its free symbols (the time apart) are
among the symbols, and its functions among the functions; where "all" is true they are those. The word "names" is answered by all names
that mean something to SymPy or Python.
"""
import builtins
import json
import keyword
import sys

import sympy
from sympy.core.function import AppliedUndef


def names():
    space = {}
    exec('from sympy import *', space)
    return sorted(set(space) | set(dir(sympy)) | set(dir(builtins)) | set(keyword.kwlist) | set(keyword.softkwlist))


def judge(case):
    try:
        value = sympy.sympify(case['line'])
    except Exception as e:
        return 'sympify: %s: %s' % (type(e).__name__, e)
    if not isinstance(value, sympy.Expr):
        return 'read as a %s' % type(value).__name__
    found = {
        'symbols': {s.name for s in value.free_symbols} - {'t'},
        'functions': {f.func.__name__ for f in value.atoms(AppliedUndef)},
    }
    for sort, got in found.items():
        want = set(case[sort])
        if got - want or case.get('all') and want - got:
            return '%s %s, not %s' % (sort, sorted(got), sorted(want))
    return ''


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps(names() if case == 'names' else judge(case)), flush=True)
