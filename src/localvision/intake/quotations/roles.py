"""What a bracketed label says of the speaker, and when brackets are no such label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from localvision.intake.words import word_set

LONGEST_LABEL_WORDS = 9
# Words of a role; a label that holds one of them is surely one.
ROLE_WORD = re.compile(
    r"\b(?:enablers?|partners?|participants?|members?|teams?|managers?|directors?|leads?|leaders?|"
    r"interviewees?|respondents?|officers?|officials?|commissioners?|carers?|users?|citizens?|"
    r"residents?|councillors?|chairs?|chief executives?|ceo|coordinators?|co-ordinators?|"
    r"practitioners?|workers?|trustees?|volunteers?|nurses?|gps?|doctors?|clinicians?|teachers?|"
    r"facilitators?|assessors?|evaluators?|stakeholders?|staff|focus group|survey|representatives?|"
    r"patients?|parents?|mentors?|coach(?:es)?|consultants?|funders?|mps?|ministers?|sponsors?)\b",
    re.IGNORECASE,
)
PARTICIPANT_CODE = re.compile(r"[A-Z]{1,4}[ -]?[0-9]{1,3}")
NOT_A_ROLE = re.compile(
    r"^(?:sic|emphasis|my|our|their|his|her|this|that|these|those|the|a|an|see|ibid|cf|e\.?g|i\.?e|"
    r"translat|figure|table|section|chapter|note|appendix|source|laugh|pause|inaudible|crosstalk|"
    r"silence|unclear|applause|redacted|omitted|and|or|but|to|of|in|with)\b|https?:|@|^[0-9\W]+$"
    r"|\b(?:19|20)[0-9]{2}\b",
    re.IGNORECASE,
)
# Short capitals that name a sector, not a programme: a "GP Partner" is not a "Partner".
SECTORS = word_set(
    """GP GPS NHS CCG ICB ICS PCT LA VCS VCSE VCO CVS HWB DPH DASS DCS CEO CE CFO HR IT MP MPS HE
    FE CQC DH DHSC DWP PHE UK EU US NGO MH CAMHS ASC DTOC MDT PPG LEP BME BAME LGBT ED AHP OT"""
)
PREFIX = re.compile(r"([A-Z]{2,5})[\s:/-]+(?=\w)")
GLUED_PREFIX = re.compile(r"^([A-Z]{2,5})(?=[A-Z][a-z])")


def is_role_label(label: str, roles: Mapping[str, str] | None = None) -> bool:
    """Say whether bracketed words right after a quotation name who said it.

    Examples
    --------
    >>> [is_role_label(label) for label in ("LV Enabler", "sic", "see Figure 1", "Carer, North")]
    [True, False, False, True]
    """
    words = " ".join(label.split())
    if not words or len(words.split()) > LONGEST_LABEL_WORDS:
        return False
    if roles and normalise_role(words, roles) in set(roles.values()):
        return True
    if NOT_A_ROLE.search(words):
        return False
    return bool(names_a_role(words)) or words[0].isupper() or not words[0].isascii()


def names_a_role(label: str, roles: Mapping[str, str] | None = None) -> bool:
    """Say whether a label surely is a role, even where no quotation mark stands before it."""
    words = " ".join(label.split())
    if roles and normalise_role(words, roles) in set(roles.values()):
        return True
    if NOT_A_ROLE.search(words) or len(words.split()) > LONGEST_LABEL_WORDS:
        return False
    return bool(ROLE_WORD.search(words) or PARTICIPANT_CODE.fullmatch(words))


def programme_prefixes(labels: Iterable[str]) -> frozenset[str]:
    """Learn which short capitals at the start of labels name a programme ("LV", "SL").

    Labels all in capitals teach nothing: there the first word may be part of the role.
    """
    found = set()
    for label in labels:
        spaced = GLUED_PREFIX.sub(r"\1 ", label.strip())
        match = PREFIX.match(spaced)
        if match and not spaced.isupper() and match[1] not in SECTORS:
            found.add(match[1].casefold())
    return frozenset(found)


def normalise_role(
    raw: str, roles: Mapping[str, str] | None = None, prefixes: Iterable[str] | None = None
) -> str:
    """Turn a printed label into the key by which voices are counted.

    Parameters
    ----------
    raw : the label without its brackets.
    roles : label or alias to key, from the programme's template; case, spaces and
        punctuation do not matter, and an alias needs no programme prefix.
    prefixes : programme prefixes to ignore, folded; by default learnt from this label.

    Returns
    -------
    The key of `roles` where one fits; else the label in lower case, single spaces, without
    the prefix.

    Examples
    --------
    >>> normalise_role("SL  Steering Group member")
    'steering group member'
    >>> normalise_role("LV Project Partner", {"Project partner": "partner"})
    'partner'
    >>> normalise_role("GP Partner")
    'gp partner'
    """
    known = frozenset(prefixes) if prefixes is not None else programme_prefixes([raw])
    whole = " ".join(GLUED_PREFIX.sub(r"\1 ", raw.strip()).split()).casefold().strip(" .:;,")
    first, _, rest = whole.partition(" ")
    first_part = first.rstrip(":/-")
    bare = rest.lstrip("-/: ") if first_part in known and rest else whole
    if first_part == first and "-" in first and first.split("-")[0] in known:
        bare = whole.split("-", 1)[1]
    keys = {_squash(alias): key for alias, key in (roles or {}).items()}
    keys |= {_squash(key): key for key in (roles or {}).values() if _squash(key) not in keys}
    return keys.get(_squash(whole)) or keys.get(_squash(bare)) or bare


def normalise_together(
    labels: Iterable[str], roles: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Normalise all labels of one document: prefixes and spacing are learnt from the whole.

    Examples
    --------
    >>> normalise_together(["LV Enabler", "lv enabler", "LV Co-ordinator", "LV Coordinator"])[
    ...     "lv enabler"
    ... ]
    'enabler'
    """
    counted = Counter(labels)
    prefixes = programme_prefixes(counted)
    keys = {label: normalise_role(label, roles, prefixes) for label in counted}
    votes: Counter[str] = Counter()
    for label, key in keys.items():
        votes[key] += counted[label]
    # "steering groupmember" joins "steering group member": the spelling used most wins.
    spelled: dict[str, str] = {}
    for key, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        spelled.setdefault(_squash(key), key)
    return {label: spelled[_squash(key)] for label, key in keys.items()}


def _squash(words: str) -> str:
    squashed = re.sub(r"[\W_]+", "", words.casefold())
    return squashed or words
