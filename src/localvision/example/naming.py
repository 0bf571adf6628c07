"""Invented names of places, bodies and people: none of them is meant to be real.

Place names were made up and set against gazetteers known to the authors; beyond the first 25 they
are put together from parts that no British place is known to be made of.
"""

from __future__ import annotations

import itertools
import random
from functools import cache

CURATED = (
    "Ostlebury", "Corvendale", "Saltmarrow", "Breckonhythe", "Quarrowby",
    "Inglestrand", "Mardlesea", "Velderby", "Northmarl", "Kettlestrand",
    "Wrayfold", "Stourhallow", "Pellinghoe", "Tarnwickle", "Hobdenmere",
    "Lathomere", "Gorsehaven", "Thornmarket", "Eddlescar", "Fenwardle",
    "Cullomouth", "Brindlewater", "Askermoor", "Rushingdale", "Merrowick",
)  # fmt: skip
STEMS = (
    "Aldren", "Barrim", "Brennock", "Calvern", "Chessen", "Corren", "Crannow", "Culvern",
    "Dunmarl", "Dwerrin", "Eskel", "Farrim", "Fellar", "Fennock", "Garrel", "Gildern",
    "Glasmen", "Grindock", "Harnock", "Havrel", "Heddom", "Hexmarl", "Holvern", "Hurstock",
    "Ivelmar", "Jarnow", "Keldren", "Kestrin", "Kirrel", "Lambreck", "Larnock", "Leddom",
    "Limmer", "Lorrick", "Lustrel", "Marnock", "Melvern", "Merrel", "Millen", "Morvel",
    "Nethren", "Norrick", "Oakvern", "Ormeld", "Oxnock", "Pendral", "Penrel", "Pickrel",
    "Quellan", "Quinnel", "Raddock", "Ravel", "Rennel", "Rossock", "Sandrel", "Scarvel",
    "Selmer", "Shelvock", "Sorrel", "Stannock", "Swarlan", "Tallen", "Tesmarl", "Thrennock",
    "Tolvern", "Trescar", "Ullen", "Vennel", "Waddock", "Warmel", "Wendral", "Whinnock",
    "Wolvern", "Yarrel", "Yelmer",
)  # fmt: skip
ENDINGS = (
    "combe", "mere", "hythe", "wold", "stowe", "fold", "garth", "haven", "holme", "hurst",
    "ledge", "marsh", "ness", "port", "rigg", "sea", "shaw", "side", "strand", "thorpe",
    "thwaite", "tree", "wade", "water", "wath", "well", "wharf", "wick", "wood", "worth",
    "bridge", "brook", "cliffe", "croft", "dene", "edge", "gate", "hollow", "minster", "moor",
)  # fmt: skip
FIRST_NAMES_F = (
    "Maureen", "Sheila", "Bernadette", "Gwen", "Pauline", "Yvonne", "Shabana", "Dilys",
    "Marjorie", "Olive", "Nasreen", "Carol", "Joyce", "Winnie", "Doreen", "Precious", "Kath",
    "Lorna", "Rukhsana", "Bridie", "Glenys", "Hyacinth", "Ruth", "Denise", "Manjit", "Thelma",
    "Farida", "Connie", "Jean", "Sukhi", "Mags", "Angela", "Hazel", "Ifeoma", "Rosalind",
)  # fmt: skip
FIRST_NAMES_M = (
    "Frank", "Len", "Derek", "Winston", "Stan", "Mohinder", "Alf", "Cyril", "Tariq", "Roy",
    "Desmond", "Gerald", "Ken", "Arthur", "Errol", "Wilf", "Imran", "Colin", "Trevor", "Eddie",
    "Ravi", "Barry", "Clive", "Norman", "Samuel", "Vic", "Hugh", "Kofi", "Peter", "Malcolm",
)  # fmt: skip
SURNAMES = (
    "Ashdowne", "Birtwell", "Calloway", "Dunnell", "Eastlake", "Farrant", "Gathercole", "Hale",
    "Ibbetson", "Jessop", "Kirkbride", "Larter", "Mistry", "Nettleton", "Okafor", "Penrose",
    "Quarmby", "Rahman", "Sowerby", "Tolley", "Underhay", "Varley", "Whitlam", "Yeo", "Adeyemi",
    "Bhatt", "Cropper", "Dalgleish", "Entwhistle", "Fothergill", "Grewal", "Hallam", "Ingham",
    "Joshi", "Kettley", "Lomas", "Maddocks", "Norcross", "Oddie", "Patel", "Rigby", "Singh",
    "Threlfall", "Uddin", "Vickers", "Wragg", "Appleyard", "Boothroyd", "Chaudhry", "Deakin",
)  # fmt: skip


@cache
def locality_names() -> tuple[str, ...]:
    """Return every locality name in order: the same place always has the same name."""
    made = [stem + ending for stem, ending in itertools.product(STEMS, ENDINGS)]
    random.Random("localities").shuffle(made)
    return (*CURATED, *made)


def village_name(rng: random.Random) -> str:
    """Return a name for a village: two words, so that it is never a locality's."""
    kind = ("Little", "Great", "Upper", "Nether", "St Osric's", "Long")
    return f"{rng.choice(kind)} {rng.choice(STEMS)}{rng.choice(ENDINGS[:20])}"


def identity_name(rng: random.Random, woman: bool) -> tuple[str, str]:
    """Return an invented first name and surname."""
    return rng.choice(FIRST_NAMES_F if woman else FIRST_NAMES_M), rng.choice(SURNAMES)
