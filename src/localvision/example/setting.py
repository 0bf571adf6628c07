"""What a place is like: the streets, halls and characters that its people speak of."""

from __future__ import annotations

import random
from dataclasses import dataclass

from localvision.example.naming import FIRST_NAMES_F, FIRST_NAMES_M, SURNAMES, village_name

ISSUES: dict[str, tuple[str, str, str]] = {
    "dementia": ("dementia", "people living with dementia", "the memory walk"),
    "food_poverty": ("food poverty", "families who can't make the money last", "the pantry"),
    "social_isolation": ("loneliness", "people on their own", "the ring-round"),
    "frailty": ("frailty", "frail older people", "the falls round"),
    "alcohol": ("drinking", "people who drink at home", "the evening drop-in"),
    "integration": (
        "joining up health and care",
        "people going back and forth between hospital and home",
        "the joint front door",
    ),
    "healthy_eating": ("food", "families feeding children on very little", "the cook-along"),
    "mental_health": ("mental health", "people waiting for help", "the open hour"),
}
TITLES: dict[str, tuple[str, ...]] = {
    "dementia": ("A town that remembers", "Living well with dementia together"),
    "food_poverty": ("Nobody goes without", "Food on every table"),
    "social_isolation": ("Somebody to ring", "Neighbours again"),
    "frailty": ("Steady at home", "Before the fall"),
    "alcohol": ("Behind the nice doors", "A different evening"),
    "integration": ("One front door", "Home by Friday"),
    "healthy_eating": ("Fed well here", "What's for tea"),
    "mental_health": ("Well enough to wait", "A door that opens"),
}
KINDS = ("coastal town", "market towns and villages", "city district", "former mill town", "port")
PRACTICES = (
    "the Monday huddle", "the joint visit", "the Thursday ring-round", "the corridor meeting",
    "the open table", "the Friday call", "the walk-round", "the ten-minute stand-up",
    "the shared clinic", "the story hour",
)  # fmt: skip
PROCESSES = (
    "the one-page referral", "the postcard consent", "the no-wrong-door rule",
    "the shared front sheet", "the two-person sign-off", "the plain-letter rule",
    "the warm handover", "the single number",
)  # fmt: skip
STRUCTURES = (
    "the pooled post", "the small grants pot", "the residents' seats", "the joint lead post",
    "the neighbourhood fund", "the shared rota", "the three-year agreement",
)  # fmt: skip
HALLS = ("Jubilee", "Mission", "Weavers'", "Coronation", "Tanners'", "Drill", "Memorial",
         "Tithe Barn", "Unity", "Foundry", "Regatta", "Lamplighters'")  # fmt: skip
CAFES = ("Dot's", "Rosie's", "the Copper Kettle", "Morley's", "Bridget's Kitchen", "Nellie's",
         "the Corner Cup",
         "Bert's", "Ada's Place", "the Slipway", "Moira's", "the Hatch")  # fmt: skip
STREET_WORDS = ("Cobble", "Chandler", "Lantern", "Ropewalk", "Pump", "Gasworks", "Fuller",
                "Hemp", "Cinder", "Salter", "Loom", "Tallow", "Dovecote", "Kiln")  # fmt: skip
STREET_ENDS = ("Street", "Row", "Lane", "Terrace", "Road", "Way")
ESTATE_WORDS = ("Cobden", "Tanners", "Marlpit", "Holm", "Penny", "Larch", "Quarry", "Vicar's",
                "Windmill", "Brick", "Osier", "Plover", "Sexton", "Gallop")  # fmt: skip
ESTATE_ENDS = ("Rise", "Green", "Hill", "Bank", "Fields", "Close", "Top")
RIVERS = ("Sallow", "Merrin", "Quill", "Yarl", "Thrush", "Dunnow", "Winder", "Kelver", "Leam Brook",
          "Oster", "Swale Dyke", "Pindle")  # fmt: skip
HOUSES = ("Elm House", "Sandmartin House", "Beacon Lodge", "The Limes", "Kingfisher House",
          "Orchard House", "Harbour View", "Rowan Court", "The Willows", "Fairhaven")  # fmt: skip
CHARITIES = ("Good Company", "Open Hand", "Neighbourly", "The Long Table", "Kith", "Doorstep",
             "Second Kettle", "Side by Side", "The Gathering", "Hearth", "Lend a Hand",
             "Common Thread", "Handrail", "The Back Room")  # fmt: skip
LANDLORDS = ("Wherryside Homes", "Copperfold Housing", "Larkrise Homes", "Tideway Housing",
             "Kestrel Homes", "Millrace Housing", "Broadgate Homes")  # fmt: skip
PARKS = ("Victory Park", "Bandstand Park", "Coronation Gardens", "Quarry Park", "Alma Gardens",
         "Fountain Park", "the Rec")  # fmt: skip
MARKETS = ("Corn Square", "Market Place", "the Shambles", "Fish Hill", "Butter Cross")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "September", "October",
          "November")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True, slots=True)
class Setting:
    """One place's own words: slot name -> words, or several of which each telling picks one."""

    kind: str
    issue: str
    title: str
    slots: dict[str, str | tuple[str, ...]]


def setting_of(seed: int, index: int, name: str) -> Setting:
    """Return what the people of this place will speak of; the same whatever the size."""
    rng = random.Random(f"{seed}/{index}/setting")
    kind = rng.choice(KINDS)
    issue = tuple(ISSUES)[(index * 5 + seed) % len(ISSUES)]
    words, people, pilot = ISSUES[issue]
    slots: dict[str, str | tuple[str, ...]] = {
        "place": name,
        "town": name if rng.random() < 0.5 else _town(rng),
        "issue": words,
        "people": people,
        "pilot": pilot.removeprefix("the "),
        **_places(rng, name),
        **_characters(rng),
    }
    title = rng.choice(TITLES[issue])
    return Setting(kind, issue, title, slots)


def _town(rng: random.Random) -> str:
    return village_name(rng).split(" ")[-1]


def _places(rng: random.Random, name: str) -> dict[str, str | tuple[str, ...]]:
    streets = rng.sample(STREET_WORDS, 2)
    return {
        "estate": f"{rng.choice(ESTATE_WORDS)} {rng.choice(ESTATE_ENDS)}",
        "street": f"{streets[0]} {rng.choice(STREET_ENDS)}",
        "village": village_name(rng),
        "hall": f"{rng.choice(HALLS)} Hall",
        "cafe": rng.choice(CAFES),
        "school": f"{rng.choice(ESTATE_WORDS)} {rng.choice(('Primary', 'Juniors', 'Academy'))}",
        "park": rng.choice(PARKS),
        "river": rng.choice(RIVERS),
        "bus": f"{rng.randrange(3, 97)}{rng.choice(('', '', 'A', 'X'))}",
        "centre": rng.choice(HOUSES),
        "surgery": f"{streets[1]} {rng.choice(('Surgery', 'Medical Centre', 'Practice'))}",
        "market": rng.choice(MARKETS),
        "council": f"{name} Council",
        "trust": f"{name} {rng.choice(('General', 'Hospitals', 'Infirmary'))}",
        "charity": rng.choice(CHARITIES),
        "landlord": rng.choice(LANDLORDS),
        "weekday": rng.choice(WEEKDAYS),
        "month": MONTHS,
        "practice": rng.choice(PRACTICES),
        "process": rng.choice(PROCESSES),
        "structure": rng.choice(STRUCTURES),
    }


def _characters(rng: random.Random) -> dict[str, str | tuple[str, ...]]:
    """Three people whom everybody in the place knows, and nobody interviewed."""
    woman, helper = rng.sample(FIRST_NAMES_F, 2)
    return {
        "woman": woman,
        "helper": helper,
        "man": rng.choice(FIRST_NAMES_M),
        "cllr": f"Councillor {rng.choice(SURNAMES)}",
    }
