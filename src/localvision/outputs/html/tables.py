"""Tables and captions as HTML."""

from __future__ import annotations

from localvision.outputs.html.markup import Html, el, join
from localvision.outputs.html.words import runs
from localvision.outputs.plan.parts import CellPart, ColumnPart, FigurePart, TablePart


def caption(p: TablePart | FigurePart) -> list[Html]:
    """Return "Table 2. What it shows" and, below, its n."""
    return [el("strong", f"{p.label}. {p.caption}"), el("span", f"{p.base}.", class_="lv-base")]


def table_element(t: TablePart, caption_id: str, name: str = "") -> Html:
    """Return the table in a box that scrolls sideways on a narrow screen, with its notes."""
    table = el(
        "table",
        el("thead", *_groups(t), el("tr", *(_head(c) for c in t.columns))),
        el("tbody", *(_row(row, t) for row in t.rows)),
        class_="lv-matrix" if any(c.turned for c in t.columns) else "",
        aria_labelledby=caption_id,
        aria_label=name,
    )
    box = el(
        "div",
        table,
        class_="lv-scroll",
        tabindex="0",
        role="region",
        aria_label=f"Table: {t.caption}",
    )
    notes = [el("p", runs(note), class_="lv-sources") for note in t.notes]
    return join(box, *notes)


def _groups(t: TablePart) -> list[Html]:
    if not t.groups:
        return []
    cells = [
        el(
            "th",
            group.label,
            colspan=str(group.span) if group.span > 1 else "",
            scope="colgroup",
            class_=f"lv-group lv-{group.cluster}",
        )
        if group.label
        else el("td")
        for group in t.groups
    ]
    return [el("tr", *cells)]


def _head(column: ColumnPart) -> Html:
    words = el("span", column.label) if column.turned else join(column.label)
    class_ = "lv-turned" if column.turned else "lv-n" if column.numeric else ""
    if not column.label:
        return el("td")
    return el("th", words, scope="col", class_=class_)


def _row(row: tuple[CellPart, ...], t: TablePart) -> Html:
    cells = []
    for i, (cell, column) in enumerate(zip(row, t.columns, strict=True)):
        classes = ["lv-n"] if column.numeric else []
        if cell.missing:
            classes.append(f"lv-{cell.missing}")
        if cell.level:
            classes.append(f"lv-t-{cell.tint}-{cell.level}")
        head = i == 0 and t.row_heads
        cells.append(
            el(
                "th" if head else "td",
                runs(cell.runs),
                class_=" ".join(classes),
                scope="row" if head else "",
            )
        )
    return el("tr", *cells)
