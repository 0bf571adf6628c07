"""Each part of a report as HTML: no inline style, no script, no name of a person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from localvision.outputs.blocks import Chart
from localvision.outputs.html.markup import Html, el, join
from localvision.outputs.html.tables import caption, table_element
from localvision.outputs.html.words import numbered, quote, runs, sentence_end
from localvision.outputs.plan.parts import (
    BreakPart,
    ClaimPart,
    DetailPart,
    EvidencePart,
    FigurePart,
    HeadingPart,
    KeyPart,
    ListPart,
    NotePart,
    OnePagePart,
    ParagraphPart,
    Part,
    QuotePart,
    ReferencesPart,
    SummaryLine,
    SummaryPart,
    TablePart,
)


def part_html(part: Part, shift: int = 1) -> Html:
    """Return one part; a heading of level 1 becomes h2, or h(1 + shift)."""
    return _RENDERERS[type(part)](part, shift)


def drawing(chart: Chart, class_: str = "lv-drawing") -> Html:
    """Return a drawing in a box that scrolls sideways where the screen is narrow."""
    if chart.width <= 400:
        return el("div", Html(chart.svg), class_=class_)
    return el(
        "div",
        Html(chart.svg),
        class_=class_,
        tabindex="0",
        role="group",
        aria_label=f"Drawing: {chart.caption}",
    )


def _heading(p: HeadingPart, shift: int) -> Html:
    name = f"h{min(6, p.level + shift)}"
    head = el(name, *numbered(p.number), p.text, id=p.anchor, class_=f"lv-h{p.level}")
    if not p.sources:
        return head
    return join(head, el("p", f"Rests on: {p.sources}.", class_="lv-sources"))


def _paragraph(p: ParagraphPart, shift: int) -> Html:
    return el("p", runs(p.runs), class_="" if p.style == "body" else f"lv-{p.style}")


def _list(p: ListPart, shift: int) -> Html:
    return el("ol" if p.ordered else "ul", *(el("li", runs(item)) for item in p.items))


def _note(p: NotePart, shift: int) -> Html:
    body = (
        [el("ul", *(el("li", runs(r)) for r in p.paragraphs))]
        if p.kind == "unknown"
        else [el("p", runs(r)) for r in p.paragraphs]
    )
    title = el("p", el("strong", p.title))
    return el("aside", title, *body, class_=f"lv-note lv-note-{p.kind}", aria_label=p.title)


def _quote(p: QuotePart, shift: int) -> Html:
    return quote(p)


def _table(p: TablePart, shift: int) -> Html:
    return el(
        "figure",
        el("figcaption", *caption(p), id=f"{p.anchor}-caption"),
        table_element(p, f"{p.anchor}-caption"),
        id=p.anchor,
        class_="lv-table",
    )


def _figure(p: FigurePart, shift: int) -> Html:
    table = table_element(p.table, "", name=p.table.label)
    if p.beside:
        below = el("div", el("p", el("strong", p.table.label)), table, id=p.table.anchor)
    else:
        below = el("details", el("summary", p.table.label), table, id=p.table.anchor)
    return el("figure", drawing(p.chart), el("figcaption", *caption(p)), below, id=p.anchor)


def _claim(p: ClaimPart, shift: int) -> Html:
    belongs = [el("span", f" · {p.belongs}", class_="lv-soft")] if p.belongs else []
    eyebrow = el(
        "p", f"Claim {p.number} · {p.status} · {p.strength}", *belongs, class_="lv-eyebrow"
    )
    withdrawn = "Withdrawn: " if p.status == "withdrawn" else ""
    bars = el(
        "div",
        el("div", Html(p.wide.svg), class_="lv-wide"),
        el("div", Html(p.narrow.svg), class_="lv-narrow"),
        class_="lv-bars",
    )
    return el(
        "section",
        eyebrow,
        el(f"h{2 + shift}", withdrawn + p.sentence, id=f"{p.anchor}-sentence"),
        bars,
        *(_detail(d) for d in p.details),
        el("p", f"{p.basis} ", runs(p.evidence), ".", class_="lv-soft"),
        id=p.anchor,
        class_=f"lv-claim lv-{p.cluster or 'brand'}",
        aria_labelledby=f"{p.anchor}-sentence",
    )


def _detail(d: DetailPart) -> Html:
    words = " ".join(d.lines)
    body = el("span", words, class_=f"lv-{d.kind}")
    return el("p", el("strong", f"{d.label}: "), body, class_="lv-detail")


def _summary(p: SummaryPart, shift: int) -> Html:
    return el("ol", *(_summary_line(line) for line in p.lines), class_="lv-summary")


def _summary_line(line: SummaryLine) -> Html:
    number = el("a", el("span", "Claim ", class_="lv-hidden"), str(line.number), href=line.href)
    standing = [el("strong", line.standing)]
    if line.fraction:
        standing += [el("br"), el("span", line.fraction, class_="lv-soft")]
    return el(
        "li",
        el("span", number, class_="lv-number"),
        el("span", line.sentence),
        el("span", *standing, class_="lv-standing"),
    )


def _one_page(p: OnePagePart, shift: int) -> Html:
    numbers = [
        el("li", el("b", n.value), f" {n.of} ", el("span", n.label), class_="lv-key-number")
        for n in p.numbers
    ]
    lines = [_page_claim(line) for line in p.lines]
    boxes = []
    if p.unknowns:
        items = (el("li", runs(u)) for u in p.unknowns)
        title = el("p", el("strong", "What we cannot yet say"))
        boxes.append(el("div", title, el("ul", *items), class_="lv-note lv-note-unknown"))
    if p.silent:
        items = (el("li", s) for s in p.silent)
        title = el("p", el("strong", "Not heard"))
        boxes.append(el("div", title, el("ul", *items, class_="lv-open"), class_="lv-unheard"))
    return el(
        "section",
        el(f"h{1 + shift}", p.title, id=p.anchor, class_="lv-eyebrow"),
        el("p", p.headline, class_="lv-headline"),
        *([el("ul", *numbers, class_="lv-numbers")] if numbers else []),
        el("ul", *lines, class_="lv-page-claims"),
        *([drawing(p.chart)] if p.chart else []),
        el("div", *boxes, class_="lv-boxes"),
        el("p", sentence_end(p.base), class_="lv-sources"),
        class_="lv-one-page",
        aria_labelledby=p.anchor,
    )


def _page_claim(line: SummaryLine) -> Html:
    link = el("a", f"Claim {line.number}", href=line.href)
    head = el("p", link, el("span", f" · {line.standing}", class_="lv-soft"))
    bar = [el("div", Html(line.bar.svg))] if line.bar else []
    return el("li", head, el("p", line.sentence), *bar)


def _evidence(p: EvidencePart, shift: int) -> Html:
    groups: list[Html] = []
    for title, quotes in (("For", p.supporting), ("Against", p.opposing)):
        if quotes:
            count = f"{title}: {len(quotes)} passage{'s' * (len(quotes) != 1)}"
            groups.append(el(f"h{3 + shift}", count))
            groups.append(el("ul", *(el("li", quote(q), id=q.anchor) for q in quotes)))
    note = [el("p", runs(p.note), class_="lv-soft")] if p.note else []
    back = el("a", "Back to the claim", href=p.back)
    return el(
        "section",
        el(f"h{2 + shift}", f"Claim {p.number}", id=p.anchor),
        el("p", p.sentence, " ", back),
        *note,
        *groups,
        class_="lv-evidence",
    )


def _key(p: KeyPart, shift: int) -> Html:
    terms = [join(el("dt", term), el("dd", words)) for term, words in p.terms]
    return el(
        "section",
        el("p", el("strong", p.title)),
        drawing(p.bar),
        drawing(p.dots),
        el("dl", *terms),
        id=p.anchor,
        class_="lv-key",
        aria_label=p.title,
    )


def _references(p: ReferencesPart, shift: int) -> Html:
    return el(
        "ul", *(el("li", runs(e.runs), id=e.anchor) for e in p.entries), class_="lv-references"
    )


_RENDERERS: dict[type, Callable[[Any, int], Html]] = {
    HeadingPart: _heading,
    ParagraphPart: _paragraph,
    ListPart: _list,
    NotePart: _note,
    QuotePart: _quote,
    TablePart: _table,
    FigurePart: _figure,
    ClaimPart: _claim,
    SummaryPart: _summary,
    OnePagePart: _one_page,
    EvidencePart: _evidence,
    KeyPart: _key,
    ReferencesPart: _references,
    BreakPart: lambda part, shift: el("hr", class_="lv-break"),
}
