"""A report as a page of its own, or as a fragment for a page of the workbench."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

from localvision.outputs import fonts
from localvision.outputs.charts.palette import CLUSTERS, ink_on, tint
from localvision.outputs.html.markup import Html, el, join
from localvision.outputs.html.parts import part_html
from localvision.outputs.plan import Plan
from localvision.outputs.plan.parts import HeadingPart, OnePagePart
from localvision.outputs.plan.tables import LEVELS

_FOLDER = Path(__file__).parent


@cache
def stylesheet() -> str:
    """Return the style of a report's fragment, for the workbench to serve as a file.

    Every rule stands under `.lv-report` or a class that begins with `lv-`.
    """
    tints = []
    for name in (*CLUSTERS, "brand"):
        for level in range(1, LEVELS + 1):
            ground = tint(name, 0.10 + 0.70 * level / LEVELS)
            rule = f"background:{ground};color:{ink_on(ground)};print-color-adjust:exact"
            tints.append(f".lv-report .lv-t-{name}-{level}{{{rule}}}")
    return (_FOLDER / "report.css").read_text("utf-8") + "\n".join(tints) + "\n"


@cache
def font_faces() -> str:
    """Return the font faces with their files inside, so that a page fetches nothing."""
    faces = []
    for family, weight, style, file in fonts.WEB_FACES:
        data = base64.b64encode(fonts.read(file)).decode("ascii")
        faces.append(
            f'@font-face{{font-family:"{family}";font-weight:{weight};font-style:{style};'
            f"font-display:swap;src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )
    return "\n".join(faces) + "\n"


def render_fragment(plan: Plan, heading_shift: int = 1) -> str:
    """Return the report's body as one `article`, without cover, contents or style.

    Parameters
    ----------
    heading_shift : 1 makes the report's first level h2, under a page's own h1.
    """
    body = (part_html(part, heading_shift) for part in plan.parts)
    return el("article", *body, class_="lv-report", lang=plan.language)


def render_page(plan: Plan, embed_fonts: bool = True) -> str:
    """Return the report as one file that opens anywhere: style inside, no script.

    Parameters
    ----------
    embed_fonts : carry the fonts in the file (some 600 kB more); without them the reader's
        own sans and serif are used.
    """
    style = (
        (font_faces() if embed_fonts else "")
        + stylesheet()
        + (_FOLDER / "page.css").read_text("utf-8")
        + _paper_margins(plan)
    )
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", f"{plan.title} – {plan.programme}"),
        el("meta", name="description", content=_standing(plan)),
        el("style", Html(style)),
    )
    body = el(
        "body",
        el("a", "Skip to the report", href="#lv-main", class_="lv-skip"),
        _bar(plan),
        el("header", _cover(plan)),
        el("div", _contents(plan), el("main", _fragment(plan), id="lv-main"), class_="lv-sheet"),
    )
    return f"<!doctype html>\n{el('html', head, body, lang=plan.language)}\n"


def _fragment(plan: Plan) -> Html:
    return Html(render_fragment(plan))


def _standing(plan: Plan) -> str:
    status = plan.status.capitalize()
    parts = (
        plan.summary_line.rstrip("."),
        f"{status}, as at {plan.as_at}",
        plan.notice.rstrip("."),
    )
    return ". ".join(part for part in parts if part) + "."


def _bar(plan: Plan) -> Html:
    notice = [el("span", plan.notice)] if plan.notice else []
    standing = el("span", f"{plan.status.capitalize()}, as at {plan.as_at}")
    class_ = "lv-bar" if plan.notice else "lv-bar lv-real"
    return el("div", *notice, standing, class_=class_, role="note", aria_label="Standing")


def _cover(plan: Plan) -> Html:
    lines = [f"{plan.status.capitalize()} findings, as at {plan.as_at}", *plan.authors]
    if plan.notice:
        lines.append(plan.notice)
    subtitle = [el("p", plan.subtitle, class_="lv-subtitle")] if plan.subtitle else []
    edition = [el("p", el("strong", plan.edition))] if plan.edition else []
    return join(
        el(
            "div",
            el("p", plan.programme),
            el("h1", plan.title),
            *subtitle,
            *edition,
            *(el("p", line) for line in lines),
            class_="lv-cover",
        ),
        el("div", el("i"), el("i"), el("i"), class_="lv-stripes", aria_hidden="true"),
    )


def _contents(plan: Plan) -> Html:
    entries = []
    for part in plan.parts:
        if isinstance(part, OnePagePart):
            entries.append(el("li", el("a", part.title, href=f"#{part.anchor}")))
        elif isinstance(part, HeadingPart) and part.level == 1:
            words = f"{part.number} {part.text}".strip()
            entries.append(el("li", el("a", words, href=f"#{part.anchor}")))
    if not entries or not plan.cover:
        return Html("")
    title = el("p", "Contents", id="lv-contents")
    return el("nav", title, el("ol", *entries), class_="lv-contents", aria_labelledby="lv-contents")


def _paper_margins(plan: Plan) -> str:
    """Put standing, notice and page number on every printed page."""
    left = _css_string(f"{plan.status.capitalize()}, as at {plan.as_at}. {plan.notice}".strip())
    box = "font:8pt 'Source Sans 3',sans-serif;color:#55666c"
    return (
        "@page{size:A4;margin:22mm 20mm 20mm;"
        f"@bottom-left{{content:{left};{box}}}"
        f"@bottom-right{{content:counter(page);{box}}}}}\n"
    )


def _css_string(text: str) -> str:
    r"""Write a text as a CSS string; everything but plain letters is escaped by its number.

    >>> _css_string('a"</style>')
    '"a\\22 \\3c \\2f style\\3e "'
    """
    return '"' + "".join(c if c.isalnum() or c in " ,.:" else f"\\{ord(c):x} " for c in text) + '"'
