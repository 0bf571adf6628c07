"""Runs of text and people's words as HTML."""

from __future__ import annotations

from localvision.outputs.html.markup import Html, el, join
from localvision.outputs.plan.parts import QuotePart, Run, Runs


def run(r: Run) -> Html:
    """Return one run, as a link where it leads somewhere."""
    body = el(r.kind, r.text) if r.kind in ("em", "strong") else join(r.text)
    if not r.href:
        return body
    return el("a", body, href=r.href)


def runs(rs: Runs) -> Html:
    """Return runs in a row."""
    return join(*(run(r) for r in rs))


def numbered(number: str) -> list[Html]:
    """Return a heading's number, set apart; nothing for none."""
    return [el("span", number, class_="lv-section"), Html(" ")] if number else []


def sentence_end(text: str) -> str:
    """Return the text with a full stop."""
    return text if text.endswith(".") else f"{text}."


def quote(q: QuotePart) -> Html:
    """Return a quotation in its role's name; edits are marked, a paraphrase has no marks."""
    said = [el("span", p.text, class_="lv-mark") if p.mark else join(p.text) for p in q.pieces]
    role = q.role + (f", {q.wave}" if q.wave else "") + (f"; {q.kind}" if q.kind else "")
    foot: list[Html] = []
    if q.passage:
        label = el("a", q.passage, href=q.href) if q.href else el("b", q.passage)
        foot += [label, Html(" ")]
    foot.append(join(f"[{role}]"))
    if q.href and not q.passage:
        foot += [Html(" "), el("a", "evidence", href=q.href)]
    if q.also:
        foot += [Html(", "), runs(q.also)]
    return el(
        "blockquote",
        el("p", q.opening, *said, q.closing),
        el("footer", *foot),
    )
