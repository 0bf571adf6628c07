"""HTML written as elements: what is not markup is escaped, always."""

from __future__ import annotations

from html import escape

VOID = frozenset({"meta", "link", "br", "hr", "img", "col"})


class Html(str):
    """Text that is already markup."""

    __slots__ = ()


def el(name: str, /, *children: str, **attributes: str) -> Html:
    """Return an element; plain children and all attributes are escaped.

    `class_` and `for_` lose their underscore, others turn it into a hyphen. An attribute
    that is empty is left out, unless it is `alt`.

    >>> el("p", "a < b ", el("b", "c"), class_="x")
    '<p class="x">a &lt; b <b>c</b></p>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value or key == "alt"
    )
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str) -> Html:
    """Return children in a row, escaping what is not markup."""
    return Html("".join(c if isinstance(c, Html) else escape(c, quote=False) for c in children))
