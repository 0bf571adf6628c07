"""No file or function over size without its reason, and no room without a name of its own."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for path in sorted((ROOT / "src").rglob("*.py"))
    + sorted((ROOT / "frontend").rglob("src/**/*.ts"))
    if "migrations" not in path.parts and "node_modules" not in path.parts
]
FILE_LINES, FUNCTION_LINES = 400, 40
EMPTY_WORDS = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "manager",
    "managers",
    "data",
    "misc",
}
REASON = "Reason for its length:"


def name_of(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_files_have_one_idea(path):
    text = path.read_text()
    lines = text.count("\n")
    assert lines <= FILE_LINES or REASON in text, (
        f"{lines} lines: split it, or write '{REASON} ...'"
    )


@pytest.mark.parametrize("path", [p for p in SOURCES if p.suffix == ".py"], ids=name_of)
def test_functions_are_short(path):
    text = path.read_text()
    long = [
        f"{node.name} ({_length(node)} lines)"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and _length(node) > FUNCTION_LINES
        and REASON not in (ast.get_source_segment(text, node) or "")
    ]
    assert not long, f"over {FUNCTION_LINES} lines without '{REASON}': {long}"


def _length(node):
    """Lines of a function without its docstring."""
    body = node.body
    documented = ast.get_docstring(node) is not None
    start = body[0].end_lineno if documented else node.lineno
    return node.end_lineno - start


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_names_say_something(path):
    assert (
        not {part.removesuffix(path.suffix) for part in path.relative_to(ROOT).parts} & EMPTY_WORDS
    )
