import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localvision.workbench.platform.models import SearchEntry
from localvision.workbench.platform.search import EVERYWHERE, Scope, find, forget, remember

pytestmark = pytest.mark.django_db
EVERYTHING = Scope("1", {"read"})


def put(key, body, title="", programme="1", capability="read", locality=""):
    remember(
        [
            SearchEntry(
                programme_key=programme,
                kind="source",
                object_key=key,
                title=title,
                body=body,
                capability=capability,
                locality_key=locality,
            )
        ]
    )


def keys(words, scope=EVERYTHING, **options):
    return [hit.object_key for hit in find(words, scope, **options)]


@pytest.fixture
def three():
    put("a", "We were interviewed at the café about trust between chief officers.")
    put("b", "The chief thought that officers never trusted the money meetings.")
    put("c", "Press officers came. The bus was late.")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("interviewing", {"a"}),  # stems
        ("cafe", {"a"}),  # accents
        ('"chief officers"', {"a"}),  # phrase
        ("chief officers", {"a", "b"}),  # all words
        ("officers -press", {"a", "b"}),  # exclusion
        ("bus or money", {"b", "c"}),  # alternatives
        ("nothing", set()),
        ('"', set()),
        ("- or AND ( * NEAR", set()),
    ],
)
def test_what_people_type_finds_what_they_mean(three, words, found):
    assert set(keys(words)) == found


def test_snippets_mark_what_was_sought(three):
    (hit,) = find("bus", EVERYTHING)
    assert hit.snippet[1] == "bus"


def test_nothing_is_found_outside_the_scope(three):
    put("x", "bus", programme="2")
    put("y", "bus", capability="secret")
    put("z", "bus", locality="9")
    assert set(keys("bus")) == {"c", "z"}
    assert keys("bus", Scope("1", {"read"}, {"9"})) == ["z"]
    assert keys("bus", Scope("1", {"read"}, set())) == []
    assert keys("bus", Scope("1", set())) == []


def test_what_speaks_of_the_whole_programme_is_found_from_every_place(three):
    put("w", "bus", locality=EVERYWHERE)
    assert keys("bus", Scope("1", {"read"}, {"9"})) == ["w"]
    assert set(keys("bus")) == {"c", "w"}


def test_the_index_follows_changes_and_removals(three):
    put("c", "The tram was late.")
    assert keys("bus") == []
    assert keys("tram") == ["c"]
    forget("source", ["c"])
    assert keys("tram") == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=30))
def test_nothing_that_can_be_typed_is_an_error(three, words):
    find(words, EVERYTHING)
