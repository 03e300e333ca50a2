"""What no source file may hold: SQL with values in it, and anything that runs what it reads."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import photoclip

PACKAGE = Path(photoclip.__file__).parent
SQL = {"execute", "execute_many", "executemany", "executescript", "rows", "rows_among", "one", "one_or_none"}
OF_THE_SCHEMA = {
    "conditions.py": {"matching"},
    "finding.py": {"matching", "place"},
    "mending.py": {"table"},
    "salvage.py": {"table", "rule", "sealed"},
    "seals.py": {"table", "name"},
    "soundness.py": {"table", "rule", "name"},
}
"""Names of tables and columns as the schema has them, by file: they cannot be bound.

`matching` joins members of an enumeration and `place` is a constant or nothing: both are our own.
"""
CODE_FROM_DATA = {
    "eval", "exec", "compile", "__import__",
    "pickle.load", "pickle.loads", "marshal.load", "marshal.loads", "shelve.open", "dill.load",
    "torch.load", "joblib.load", "yaml.load", "yaml.unsafe_load", "os.system", "os.popen",
}  # fmt: skip
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill", "yaml", "telnetlib", "ftplib", "smtplib"}
UNSAFE_XML = ("xml.etree", "xml.dom", "xml.sax", "xmlrpc", "lxml")


def sources() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


class Values:
    """Whether an expression can hold anything but what the program's own text says."""

    def __init__(self, scope: ast.FunctionDef, tree: ast.Module, schema: set[str]) -> None:
        self._schema = schema
        self._bound: dict[str, list[ast.expr]] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("self."):
                self._bound.setdefault(ast.unparse(node.targets[0]), []).append(node.value)
        for node in ast.walk(scope):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._bind(target, node.value)
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                self._bind(node.target, node.value)
            elif isinstance(node, ast.For):
                self._bind(node.target, node.iter)

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self._bound.setdefault(target.id, []).append(value)
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            for one, its in zip(target.elts, value.elts, strict=True):
                self._bind(one, its)

    def are_ours(self, node: ast.expr) -> bool:
        match node:
            case ast.Constant():
                return True
            case ast.JoinedStr(values=parts) | ast.Tuple(elts=parts) | ast.List(elts=parts):
                return all(map(self.are_ours, parts))
            case ast.FormattedValue(value=value, format_spec=spec):
                number = isinstance(spec, ast.JoinedStr) and ast.unparse(spec) == "f'd'"
                return number or self.are_ours(value)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return self.are_ours(left) and self.are_ours(right)
            case ast.BinOp(left=left, op=ast.Mult()):
                return self.are_ours(left)
            case ast.IfExp(body=body, orelse=other):
                return self.are_ours(body) and self.are_ours(other)
            case ast.GeneratorExp(elt=element) | ast.ListComp(elt=element):
                return self._element_is_ours(node, element)
            case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="join"), args=[parts]):
                return self.are_ours(parts)
            case ast.Call(func=ast.Attribute(value=value), args=arguments):
                return self.are_ours(value) and all(map(self.are_ours, arguments))
            case ast.Attribute(value=ast.Name(id="self")):
                return self._all_bound_are_ours(ast.unparse(node))
            case ast.Attribute(value=value, attr=name):
                return name.isupper() or self.are_ours(value)
            case ast.Subscript(value=value):
                return self.are_ours(value)
            case ast.Name(id=name):
                return name.isupper() or name in self._schema or self._all_bound_are_ours(name)
        return False

    def _all_bound_are_ours(self, name: str) -> bool:
        values = self._bound.pop(name, [])  # a name that is bound to itself says nothing
        ours = bool(values) and all(map(self.are_ours, values))
        self._bound[name] = values
        return ours

    def _element_is_ours(self, node: ast.GeneratorExp | ast.ListComp, element: ast.expr) -> bool:
        for generator in node.generators:
            self._bind(generator.target, generator.iter)
        return self.are_ours(element)


def statements_with_values(tree: ast.Module, schema: set[str]) -> Iterator[str]:
    """Statements handed to SQLite that hold more than our own constants, marks and whole numbers."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        # Connection's own methods hand on what their callers give; the callers are looked at.
        values = Values(function, tree, schema | {"sql", "statement"})
        for call in ast.walk(function):
            if isinstance(call, ast.Call) and _is_sql(call) and not values.are_ours(call.args[0]):
                yield f"line {call.lineno}: {ast.unparse(call.args[0])}"


def _is_sql(call: ast.Call) -> bool:
    """Whether a call takes SQL: `Photos.rows` has such a name as well, and takes ids."""
    return (
        isinstance(call.func, ast.Attribute)
        and call.func.attr in SQL
        and bool(call.args)
        and not ast.unparse(call.func.value).endswith(("photos", "catalog"))
    )


@pytest.mark.parametrize("path", sorted((PACKAGE / "catalog").glob("*.py")), ids=lambda path: path.name)
def test_values_reach_sqlite_only_as_parameters(path: Path) -> None:
    assert list(statements_with_values(parsed(path), OF_THE_SCHEMA.get(path.name, set()))) == []


@pytest.mark.parametrize(
    "statement",
    [
        "f'SELECT * FROM files WHERE path = {path}'",
        "'SELECT * FROM files WHERE path = ' + path",
        "'SELECT %s' % path",
        "'SELECT {}'.format(path)",
        "f'SELECT {self.path}'",
        "f'SELECT {len(path)}'",
        "f'SELECT {path!r}'",
        "' '.join([path])",
        "query",
    ],
)
def test_a_value_in_a_statement_is_noticed(statement: str) -> None:
    tree = ast.parse(f"def ask(self, path):\n    query = f'SELECT {{path}}'\n    self.execute({statement})")
    assert len(list(statements_with_values(tree, set()))) == 1


def test_what_is_allowed_in_a_statement_is_not_taken_for_a_value() -> None:
    tree = ast.parse(
        "def ask(self, ids, limit, deep):\n"
        "    marks = ','.join('?' * len(ids))\n"
        "    where = 'a = 1' + ('' if deep else f' AND {_DEEP}')\n"
        "    for table in ('a', 'b'):\n"
        "        self.rows(f'SELECT {table} WHERE id IN ({marks}) AND {where} LIMIT {limit:d}', ids)"
    )
    assert list(statements_with_values(tree, set())) == []


def name_of(node: ast.expr) -> str:
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""


def dangers(tree: ast.Module) -> Iterator[str]:
    """Whatever runs code that is data, hands text to a shell, or reads XML without defusedxml."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = (
                [node.module or ""] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
            )
            for module in modules:
                if module.partition(".")[0] in UNSAFE_MODULES or module.startswith(UNSAFE_XML):
                    yield f"line {node.lineno}: import of {module}"
        elif isinstance(node, ast.Call):
            name = name_of(node.func)
            if name in CODE_FROM_DATA and name != "re.compile":
                yield f"line {node.lineno}: {name}"
            options = {word.arg: word.value for word in node.keywords}
            if "shell" in options and ast.unparse(options["shell"]) != "False":
                yield f"line {node.lineno}: a shell"
            # Without a length it is multiprocessing's, and unpickles what the other side sends.
            if name.endswith(".recv") and not node.args:
                yield f"line {node.lineno}: {name}() unpickles"


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_runs_what_it_reads(path: Path) -> None:
    found = list(dangers(parsed(path)))
    if path == PACKAGE / "imaging" / "child.py":
        # The one pipe with pickles goes from photoclip to its decoder, never back.
        found = [danger for danger in found if not danger.endswith("connection.recv() unpickles")]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "import pickle",
        "from marshal import loads",
        "import xml.etree.ElementTree as tree",
        "eval(text)",
        "import torch; torch.load(file)",
        "subprocess.run(text, shell=True)",
        "connection.recv()",
        "os.system(text)",
    ],
)
def test_a_danger_is_noticed(source: str) -> None:
    assert list(dangers(ast.parse(source)))
