"""Actions are the only writers: they name who acts, check, and leave an event."""

import ast
import inspect
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WORKBENCH = ROOT / "src" / "localvision" / "workbench"
APPS = sorted(path.parent.name for path in WORKBENCH.glob("*/apps.py"))


def actions():
    for app in APPS:
        if (WORKBENCH / app / "actions.py").exists() or (WORKBENCH / app / "actions").is_dir():
            module = import_module(f"localvision.workbench.{app}.actions")
            home = f"localvision.workbench.{app}.actions"
            for name, thing in vars(module).items():
                inner = inspect.unwrap(thing) if callable(thing) else None
                ours = inspect.isfunction(inner) and inner.__module__.startswith(home)
                if ours and not name.startswith("_"):
                    yield f"{app}.{name}", thing


ACTIONS = list(actions())


@pytest.mark.parametrize(("name", "action"), ACTIONS, ids=[name for name, _ in ACTIONS])
def test_an_action_says_who_acts(name, action):
    parameters = inspect.signature(action).parameters
    assert "by" in parameters
    assert all(p.kind in {p.KEYWORD_ONLY, p.VAR_KEYWORD} for p in parameters.values())


WRITES = {
    "create",
    "bulk_create",
    "get_or_create",
    "update_or_create",
    "bulk_update",
    "save",
    "delete",
    "update",
}
#: Rooms of the platform itself, whose writing is not a person's act, with the reason.
OWN_WRITERS = {
    "platform": "audit, runs and search are written by the actions that call them",
    "accounts/models.py": "the account manager that Django asks for",
    "accounts/laptop.py": "signing the owner in writes only the session",
}


def writers():
    for path in sorted(WORKBENCH.rglob("*.py")):
        where = path.relative_to(WORKBENCH).as_posix()
        if "migrations" in path.parts or "/actions" in where or "actions.py" in where:
            continue
        if any(where.startswith(own) for own in OWN_WRITERS):
            continue
        yield where, path


@pytest.mark.parametrize(("where", "path"), list(writers()), ids=[w for w, _ in writers()])
def test_nobody_else_writes(where, path):
    found = [
        f"line {node.lineno}: .{node.func.attr}()"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES - {"update"}
        and "objects" in ast.unparse(node.func)
    ]
    assert not found
