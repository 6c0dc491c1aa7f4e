"""What a wrong solution says must be so in the file of whoever makes its mistake: its lines `# fact: ...`.

A fact is looked up in the syntax tree, so neither spelling, comments nor strings can pretend one.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from flaxdrills.system.python_source import syntax_tree

CHECKS: Final = "checks"
"""The fact that the diagnosis says nothing but what the failed checks, or the error, saw themselves."""

_LINE = re.compile(r"^# fact:(.*)$", re.MULTILINE)
_KINDS: Final[dict[str, tuple[type[ast.AST], ...]]] = {
    "lambda": (ast.Lambda,),
    "for": (ast.For, ast.AsyncFor, ast.comprehension),
    "while": (ast.While,),
    "if": (ast.If, ast.IfExp),
}
"""Pieces of Python that are named by their keyword alone."""


class FactError(ValueError):
    """A fact cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class _Fact:
    wanted: bool
    """Whether the piece of code must be there; else it must not."""
    pattern: str


def facts_in(source: str) -> tuple[str, ...]:
    """The facts that a wrong solution states, in their order, such as "has not def setup"."""
    return tuple(fact.strip() for fact in _LINE.findall(source))


def facts_hold(facts: Iterable[str], source: str) -> bool:
    """Whether all `facts` are so in the file `source`; none is where that cannot be read.

    Raises FactError for a fact that cannot be read.
    """
    read = [_read(fact) for fact in facts if fact != CHECKS]
    if not read:
        return True
    tree = syntax_tree(source)
    if tree is None:
        return False
    nodes = list(ast.walk(tree))
    return all(_holds(fact, nodes) for fact in read)


def _read(fact: str) -> _Fact:
    found = re.fullmatch(r"has (not )?(.+)", fact)
    if found is None:
        raise FactError(f"{fact!r} is neither 'has CODE', 'has not CODE' nor {CHECKS!r}")
    return _Fact(found[1] is None, found[2])


def _holds(fact: _Fact, nodes: Sequence[ast.AST]) -> bool:
    return fact.wanted == _is_there(fact.pattern, nodes)


def _is_there(pattern: str, nodes: Sequence[ast.AST]) -> bool:
    if kinds := _KINDS.get(pattern):
        return any(isinstance(node, kinds) for node in nodes)
    if named := re.fullmatch(r"def (\w+)", pattern):
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        return any(isinstance(node, kinds) and node.name == named[1] for node in nodes)
    if pattern.startswith("class "):
        (wanted,) = _parsed(f"{pattern}: pass")
        return any(isinstance(node, ast.ClassDef) and _is_class(wanted, node) for node in nodes)
    if pattern.startswith("@"):
        decorator = _expression(pattern[1:])
        return any(_fits(decorator, each) for node in nodes for each in getattr(node, "decorator_list", ()))
    if imported := re.fullmatch(r"import ([\w.]+)", pattern):
        return any(imported[1] in _imported(node) for node in nodes)
    (wanted,) = _parsed(pattern)
    if isinstance(wanted, ast.Expr):
        return any(_fits(wanted.value, node) for node in nodes)
    return any(_fits(wanted, node) for node in nodes)


def _parsed(pattern: str) -> list[ast.stmt]:
    try:
        statements = ast.parse(pattern).body
    except SyntaxError as error:
        raise FactError(f"{pattern!r} is no Python: {error.msg}") from error
    if len(statements) != 1:
        raise FactError(f"{pattern!r} is not one piece of Python")
    return statements


def _expression(pattern: str) -> ast.AST:
    (wanted,) = _parsed(pattern)
    if not isinstance(wanted, ast.Expr):
        raise FactError(f"{pattern!r} is no expression")
    return wanted.value


def _imported(node: ast.AST) -> tuple[str, ...]:
    """What a statement imports: modules, and names with the module that they come from."""
    if isinstance(node, ast.Import):
        return tuple(alias.name for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return (node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names))
    return ()


def _is_class(wanted: ast.AST, node: ast.ClassDef) -> bool:
    assert isinstance(wanted, ast.ClassDef)
    return wanted.name in ("_", node.name) and all(
        any(_fits(base, other) for other in node.bases) for base in wanted.bases
    )


def _fits(wanted: object, node: object) -> bool:
    """Whether `node` of a learner's file is what the pattern `wanted` stands for."""
    match wanted:
        case ast.Name(id="_"):
            return isinstance(node, ast.expr)
        case ast.Name() | ast.Attribute():
            return _is_name(wanted, node)
        case ast.Call():
            return isinstance(node, ast.Call) and _fits(wanted.func, node.func) and _takes(wanted, node)
        case ast.List() | ast.Tuple() | ast.Set():
            return type(node) is type(wanted) and _each_fits(wanted.elts, node.elts)
        case ast.Assign(targets=[target]):
            return isinstance(node, ast.Assign | ast.AnnAssign) and _is_assigned(target, wanted.value, node)
        case ast.expr_context():
            return True
        case ast.AST():
            return type(node) is type(wanted) and all(
                _fits(getattr(wanted, name), getattr(node, name, None)) for name in wanted._fields if name != "kind"
            )
        case list():
            return isinstance(node, list) and _each_fits(wanted, node)
        case _:
            return type(node) is type(wanted) and node == wanted


def _is_name(wanted: ast.Name | ast.Attribute, node: object) -> bool:
    """A dotted name is known by its last part; one of an object, `self.x` or `_.x`, only as an attribute."""
    if isinstance(wanted, ast.Name):
        return isinstance(node, ast.Name) and node.id == wanted.id
    if _root(wanted) in _MODULES:
        if isinstance(node, ast.Attribute):
            return node.attr == wanted.attr and _may_be_one(_root(wanted), _root(node))
        return isinstance(node, ast.Name) and node.id == wanted.attr
    return isinstance(node, ast.Attribute) and node.attr == wanted.attr and _fits(wanted.value, node.value)


def _root(name: ast.expr) -> str:
    """The first part of a dotted name; "" where it is an attribute of something else."""
    while isinstance(name, ast.Attribute):
        name = name.value
    return name.id if isinstance(name, ast.Name) else ""


def _may_be_one(one: str, other: str) -> bool:
    """Whether two modules may be the same library's; `flax` leads to both of its APIs."""
    ours, theirs = _MODULES[one], _MODULES.get(other, "flax")
    return "flax" in (ours, theirs) or ours == theirs


_MODULES: Final = {
    "nnx": "nnx",
    "nn": "linen",
    "linen": "linen",
    "flax": "flax",
    "jax": "jax",
    "jnp": "jax",
    "np": "numpy",
    "numpy": "numpy",
    "optax": "optax",
    "functools": "functools",
    "math": "math",
}
"""The libraries, by the names that stand for them in files."""


def _takes(wanted: ast.Call, node: ast.Call) -> bool:
    if not _each_fits(wanted.args, node.args):
        return False
    is_open = any(map(_is_rest, wanted.args))
    if not is_open and len(wanted.keywords) != len(node.keywords):
        return False
    return all(
        any(other.arg == each.arg and _fits(each.value, other.value) for other in node.keywords)
        for each in wanted.keywords
    )


def _each_fits(wanted: Sequence[object], nodes: Sequence[object]) -> bool:
    """Whether they fit one by one; `...` stands for any number of them."""
    if not wanted:
        return not nodes
    first, *rest = wanted
    if _is_rest(first):
        return any(_each_fits(rest, nodes[skipped:]) for skipped in range(len(nodes) + 1))
    return bool(nodes) and _fits(first, nodes[0]) and _each_fits(rest, nodes[1:])


def _is_rest(wanted: object) -> bool:
    return isinstance(wanted, ast.Constant) and wanted.value is ...


def _is_assigned(target: ast.AST, value: ast.AST, node: ast.Assign | ast.AnnAssign) -> bool:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    values = [node.value] if node.value is not None else []
    for each in tuple(targets):
        if isinstance(each, ast.Tuple) and isinstance(node.value, ast.Tuple) and len(each.elts) == len(node.value.elts):
            pairs = zip(each.elts, node.value.elts, strict=True)
            if any(_fits(target, one) and _fits(value, other) for one, other in pairs):
                return True
    return any(_fits(target, each) for each in targets) and any(_fits(value, each) for each in values)
