"""Components say what is known and what is missing, and obey the page's policy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.paginator import Paginator

from localvision.workbench import platform
from localvision.workbench.platform.gallery import gallery_context

TEMPLATES = Path(platform.__file__).parent / "templates"
COMPONENTS = sorted((TEMPLATES / "components").glob("*.html"))


def flat(html: str) -> str:
    """Return what is read, blanks made single."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html)).strip()


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_component_is_documented_with_an_example_and_shown(path: Path) -> None:
    text = path.read_text()
    documentation = text.split("{% endcomment %}")[0]
    assert text.startswith("{% comment %}")
    assert "Example:" in documentation
    tag = f"<c-{path.stem.replace('_', '-')}"
    assert tag in documentation
    gallery = (TEMPLATES / "platform" / "gallery.html").read_text()
    others = "".join(each.read_text().split("{% endcomment %}")[1] for each in COMPONENTS)
    assert tag in gallery + others
    props = re.search(r"<c-vars (.*?)/>", text)
    names = re.findall(r":?(\w+)=", props.group(1)) if props else []
    undocumented = [name for name in names if not re.search(rf"\b{name}\b", documentation)]
    assert undocumented == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_template_has_no_inline_style_or_script(path: Path) -> None:
    markup = re.sub(r"\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(), flags=re.S)
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", markup)
    assert [s for s in re.findall(r"<script([^>]*)>", markup) if "src=" not in s] == []


def test_bar_draws_the_fraction_and_its_denominator(render: Callable[..., str]) -> None:
    html = render('<c-fraction-bar label="Places" :count="11" :asked="21" :total="25" />')
    assert 'viewBox="0 0 25 1"' in html
    assert '<rect class="asked" width="21"' in html
    assert '<rect class="have" width="11"' in html
    assert "11 of 21 asked; 4 not" in flat(html)


def test_bar_of_all_asked_and_of_great_numbers_has_plain_attributes(
    render: Callable[..., str],
) -> None:
    html = render('<c-fraction-bar label="x" :count="n" :total="3412" />', n=1204)
    assert 'viewBox="0 0 3412 1"' in html
    assert "1,204 of 3,412" in flat(html)
    assert "asked" not in flat(html)


@pytest.mark.parametrize(("count", "total"), [(None, 25), (3, None), ("", 25)])
def test_missing_is_said_and_never_drawn_as_zero(
    render: Callable[..., str], count: object, total: object
) -> None:
    html = render('<c-fraction-bar label="x" :count="n" :total="of" />', n=count, of=total)
    assert "not known" in flat(html)
    assert "<rect" not in html


def test_zero_is_drawn_as_zero(render: Callable[..., str]) -> None:
    html = render('<c-fraction-bar label="x" :count="0" :asked="21" :total="25" />')
    assert '<rect class="have" width="0"' in html
    assert "0 of 21 asked; 4 not" in flat(html)


@pytest.mark.parametrize(
    ("markup", "read"),
    [
        ('<c-count-link :count="3412" href="/x/" of="passages" />', "3,412 passages"),
        ('<c-count-link :count="0" href="/x/" />', "0"),
        ('<c-count-link :count="nothing" href="/x/" />', "–not known"),
        ('<c-count-link :count="2" href="/x/" withheld="yes" />', "•withheld: too few"),
    ],
)
def test_count_says_none_missing_and_withheld_apart(
    render: Callable[..., str], markup: str, read: str
) -> None:
    html = render(markup, nothing=None)
    assert flat(html) == read
    assert ("href" in html) is (read == "3,412 passages")


def test_inline_component_adds_no_blank(render: Callable[..., str]) -> None:
    html = render(
        '(<c-count-link :count="2" />, <c-cluster-name cluster="change">Mind</c-cluster-name>)'
    )
    assert flat(html) == "(2, Mind)"


def test_stage_that_nobody_has_said_is_not_the_first(render: Callable[..., str]) -> None:
    html = render('<c-stage-strip :names="names" current="" />', names=["bid", "action"])
    assert 'class="unknown"' in html
    assert 'class="now"' not in html
    assert "Stage not known" in html


def test_silent_voices_are_named_as_not_heard(render: Callable[..., str]) -> None:
    voices = [{"name": "Enabler", "heard": True, "count": 2}, {"name": "Citizen", "heard": False}]
    named = flat(render('<c-voices-dots :voices="v" named="yes" />', v=voices))
    assert named == "Enabler 2Citizen (not heard)"
    assert "Citizen: not heard" in render('<c-voices-dots :voices="v" />', v=voices)


def test_claim_keeps_its_silence_and_its_flag_beside_it(render: Callable[..., str]) -> None:
    html = render(
        '<c-claim-card number="9" sentence="Most places" status="emerging" strength="weak"'
        ' :silent="silent" flag="The evidence is 2 of 21 places.">BAR</c-claim-card>',
        silent=["citizens", "carers"],
    )
    said = flat(html)
    assert "Emerging" in said
    assert "Claim 9 · weak" in said
    assert "BAR" in said
    assert "The evidence is 2 of 21 places." in said
    assert "Not heard on this: citizens, carers." in said


def test_quotation_escapes_words_and_brackets_the_role(render: Callable[..., str]) -> None:
    html = render(
        '<c-quotation role="Partner">{{ words }}</c-quotation>', words="<script>x</script>"
    )
    assert "<script>" not in html
    assert "[Partner]" in flat(html)


def test_caption_says_n_missing_and_withheld(render: Callable[..., str]) -> None:
    html = render(
        '<c-caption-with-n :n="21" :of="25" unit="places" :missing="4" :withheld="1"'
        ' :threshold="5" as_at="12 March">Each dot is a place.</c-caption-with-n>'
    )
    assert flat(html) == (
        "Each dot is a place. n = 21 of 25 places. 4 missing. 1 cell withheld: below 5. "
        "As at 12 March."
    )


def test_pages_keep_the_rest_of_the_address(render: Callable[..., str]) -> None:
    page = Paginator(range(200), 50).page(2)
    html = render('<c-pagination :page="page" of="sources" target="#list" />', page=page)
    assert 'href="?page=3&amp;place=ashmere"' in html
    assert "51 to 100 of 200 sources" in flat(html)
    assert 'hx-target="#list"' in html


def test_run_asks_again_only_while_it_runs(render: Callable[..., str]) -> None:
    markup = '<c-progress :run="run" title="Building" href="/run/1/">It stopped.</c-progress>'
    queued, running, _, done, failed = gallery_context()["runs"]
    assert "every 2s" in render(markup, run=running)
    assert 'value="48"' in render(markup, run=running)
    assert "value=" not in render(markup, run=queued)
    assert "every 2s" not in render(markup, run=done)
    assert "It stopped." in flat(render(markup, run=failed))
    assert "It stopped." not in flat(render(markup, run=running))


def test_base_marks_the_room_and_the_invented_programme(render: Callable[..., str]) -> None:
    html = render("platform/base.html", invented_notice="Every word is invented.")
    assert 'href="/coding/" aria-current="true"' in html
    assert html.count("aria-current") == 1
    assert "Every word is invented." in html
    assert "Signed in as Evaluator of the example" in html
    assert '<form action="/accounts/sign-out/" method="post">' in html
    real = render("platform/base.html", programme={"name": "Real", "invented": False})
    assert "invented" not in flat(real)
