"""Example findings: a sentence each, with every passage for it and against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from localvision.example.texts import ExampleClaim, ExamplePassage, ExampleSource

Test = Callable[[ExamplePassage], bool]

QUANTIFIERS = ((0.85, "almost all"), (0.6, "most"), (0.4, "many"), (0.15, "some"), (0.0, "a few"))
"""What a share of places may honestly be called: from this share upwards."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a claim is made: `{places}` in the sentence becomes the quantifier."""

    key: str
    sentence: str
    status: str
    strength: str
    hypothesis: str
    themes: tuple[str, ...]
    supports: Test
    contradicts: Test
    caveat: str
    overstated_as: str = ""  # a quantifier that does not fit, on purpose


def _condition(key: str, present: bool) -> Test:
    return lambda p: p.condition == key and p.present is present


def _stance(hypothesis: str, stance: str) -> Test:
    return lambda p: p.hypothesis == hypothesis and p.stance == stance and not p.condition


def _after(truth: str) -> Test:
    return lambda p: p.hypothesis == "H22" and "legacy" in p.tags and p.truth == truth


def _tagged(tag: str) -> Test:
    return lambda p: tag in p.tags


PLANS = (
    _Plan("C01", "In {places} places a named lead with time set aside kept the work moving.",
          "interim", "moderate", "H04", ("timing", "networks_relationships"),
          _condition("dedicated_lead", True), _condition("dedicated_lead", False),
          "Leads were asked about their own time; two of those who praise it hold the post."),
    _Plan("C02", "In {places} places elected members stood behind the work when it was tested.",
          "interim", "strong", "H03", ("political_support",),
          _condition("political_support", True), _condition("political_support", False),
          "Few elected members were heard: this is mostly what officers say of them.",
          "almost all"),
    _Plan("C03", "In {places} places the partners could build on years of working together.",
          "final", "moderate", "H05", ("networks_relationships",),
          _condition("partnership_history", True), _condition("partnership_history", False),
          "A long history is told as a strength by those who were part of it."),
    _Plan("C04", "In {places} places the start was slow, because trust had to come first.",
          "interim", "moderate", "H06", ("timing",),
          _stance("H06", "supports"), _stance("H06", "contradicts"),
          "Slowness was asked about; nobody was asked what would have been quick enough."),
    _Plan("C05", "In {places} places partners valued what the Enabler did.",
          "interim", "moderate", "H08", ("enabler_role",),
          lambda p: p.hypothesis in ("H08", "H09") and p.stance == "supports",
          lambda p: p.hypothesis == "H10" or (p.hypothesis == "H08" and p.stance != "supports"),
          "Being glad of somebody is not the same as having changed: see C10."),
    _Plan("C06", "In {places} places the targets and budgets of single bodies pull against working "
          "together.", "interim", "moderate", "H13", ("structures_priorities",),
          _stance("H13", "supports"), _stance("H13", "contradicts"),
          "The same budgets are told by the bodies that hold them."),
    _Plan("C07", "In {places} places people say that they have come to see themselves as part of a "
          "wider system.", "emerging", "moderate", "H14", ("mindset",),
          _stance("H14", "supports"), _stance("H14", "contradicts"),
          "Self-reported, and some say that they thought so before."),
    _Plan("C08", "In {places} places somebody does something differently that others could see.",
          "emerging", "moderate", "H18", ("behaviours",),
          _stance("H18", "supports"), _stance("H18", "contradicts"),
          "Observed in few places; mostly reported by those who changed."),
    _Plan("C09", "Residents shaped what was done in {places} places.",
          "emerging", "tentative", "H19", ("behaviours",),
          lambda p: p.hypothesis == "H19" and p.stance == "supports" and p.person != "",
          lambda p: p.hypothesis == "H19" and p.stance == "contradicts",
          "Told mostly by professionals: few residents were heard.", "a few"),
    _Plan("C10", "In {places} places something that was begun is still in place now that the "
          "Enabler has gone.", "interim", "moderate", "H22", ("behaviours",),
          _tagged("lasted"), _tagged("faded"),
          "Months, not years, after the exit."),
    _Plan("C11", "In {places} places lasting change is spoken of, and those who speak of it cannot "
          "point to anything.", "emerging", "tentative", "H22", ("mindset", "behaviours"),
          _after("talk"), _tagged("lasted"),
          "Absence of something to point at is not proof that nothing changed."),
    _Plan("C12", "In {places} places those who grasp it first have the least standing to act.",
          "revised", "moderate", "H20", ("political_support", "behaviours"),
          lambda p: p.hypothesis == "H20" or "authority_gap" in p.tags,
          lambda p: p.condition == "organisational_support" and p.present is True,
          "First worded as 'junior staff everywhere'; revised after the second wave."),
    _Plan("C13", "In {places} places fear for jobs and of blame narrows what people dare to do.",
          "interim", "moderate", "H17", ("culture",),
          lambda p: p.hypothesis == "H17" and p.stance == "supports" and p.present is not True,
          lambda p: p.condition == "culture" and p.present is True,
          "Told off the record more often than on it."),
)  # fmt: skip


def claims_of(sources: Iterable[ExampleSource]) -> tuple[ExampleClaim, ...]:
    """Return the findings that these texts bear.

    Parameters
    ----------
    sources : texts with their planted passages; national ones may be among them.

    Returns
    -------
    tuple of ExampleClaim
        In the order of their keys. All that speaks against a claim is there. What speaks for it is
        there from the places where more is said for it than against: the others are not counted
        among the places it tells of. The quantifier is that of the share of such places, but for
        two claims, which say more or less on purpose.
    """
    local = [source for source in sources if source.locality]
    places = {source.locality for source in local}
    home = {passage.key: source.locality for source in local for passage in source.passages}
    passages = [passage for source in local for passage in source.passages]
    return tuple(_claim(plan, passages, home, len(places)) for plan in PLANS)


def _claim(
    plan: _Plan, passages: list[ExamplePassage], home: dict[str, str], places: int
) -> ExampleClaim:
    contrary = [p.key for p in passages if plan.contradicts(p) and not plan.supports(p)]
    leaning = Counter(home[key] for key in contrary)
    leaning.subtract(home[p.key] for p in passages if plan.supports(p))
    supporting = [p.key for p in passages if plan.supports(p) and leaning[home[p.key]] < 0]
    share = len({home[key] for key in supporting}) / max(places, 1)
    honest = next(word for least, word in QUANTIFIERS if share >= least)
    word = plan.overstated_as or honest
    return ExampleClaim(
        key=plan.key,
        sentence=_sentence(plan.sentence, word),
        status=plan.status,
        strength=plan.strength,
        hypothesis=plan.hypothesis,
        themes=plan.themes,
        supporting=tuple(supporting),
        contrary=tuple(contrary),
        caveat=plan.caveat,
        quantifier=word,
        quantifier_fits=word == honest,
    )


def _sentence(template: str, quantifier: str) -> str:
    return template.format(places=quantifier)
