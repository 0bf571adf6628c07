import pytest

from localvision.errors import LocalVisionError
from localvision.workbench.platform.search import find
from localvision.workbench.programmes.actions import (
    add_item,
    merge_items,
    retire_item,
    reword_item,
    split_item,
)
from localvision.workbench.programmes.models import Frame, FrameChange
from localvision.workbench.programmes.queries import items_of, wording_at

pytestmark = pytest.mark.django_db


def labels(viewer, **options):
    return [item.label for item in items_of(viewer, "themes", **options) if item.parent_id]


@pytest.mark.requirement("R193", "R351")
def test_a_programme_starts_with_nine_themes_in_three_clusters(viewer):
    items = list(items_of(viewer, "themes"))
    assert len([item for item in items if item.parent is None]) == 3
    assert len([item for item in items if item.parent is not None]) == 9


@pytest.mark.requirement("R347")
def test_a_reworded_item_still_says_what_it_meant(viewer, theme_items):
    timing = theme_items["timing"]
    before = timing.label
    reword_item(by=viewer, item=timing, wording={"label": "Pace"}, reason="clearer")
    timing = next(i for i in items_of(viewer, "themes") if i.key == "timing")
    assert timing.label == "Pace"
    assert wording_at(timing, 1).label == before
    assert wording_at(timing, 2).label == "Pace"
    assert wording_at(timing, 2).definition == wording_at(timing, 1).definition


@pytest.mark.requirement("R347")
def test_a_merge_retires_its_items_and_remembers_them(viewer, theme_items):
    pair = [theme_items["culture"], theme_items["mindset"]]
    made = merge_items(by=viewer, items=pair, key="ways", wording={"label": "Ways of seeing"})
    assert "Ways of seeing" in labels(viewer)
    assert not {item.label for item in pair} & set(labels(viewer))
    assert {item.label for item in pair} < set(labels(viewer, with_retired=True))
    change = FrameChange.objects.get(kind="merged")
    assert set(change.before.all()) == set(pair)
    assert list(change.after.all()) == [made]
    assert made.cluster == "change"


@pytest.mark.requirement("R347")
def test_a_split_makes_at_least_two(viewer, theme_items):
    culture = theme_items["culture"]
    with pytest.raises(LocalVisionError) as caught:
        split_item(by=viewer, item=culture, into=[{"key": "a", "label": "A"}])
    assert caught.value.code == "frame.too-few-items"
    made = split_item(
        by=viewer, item=culture, into=[{"key": "a", "label": "A"}, {"key": "b", "label": "B"}]
    )
    assert [item.label for item in made] == ["A", "B"]
    assert Frame.objects.get(pk=culture.frame_id).version == 2


def test_a_key_is_never_used_twice(viewer, theme_items):
    timing = theme_items["timing"]
    retire_item(by=viewer, item=timing)
    with pytest.raises(LocalVisionError) as caught:
        add_item(by=viewer, frame=timing.frame, key="timing", wording={"label": "Timing again"})
    assert caught.value.code == "frame.item-exists"
    assert Frame.objects.get(pk=timing.frame_id).version == 2


def test_a_retired_item_is_not_changed_again(viewer, theme_items):
    retire_item(by=viewer, item=theme_items["timing"])
    with pytest.raises(LocalVisionError) as caught:
        reword_item(by=viewer, item=theme_items["timing"], wording={"label": "Pace"})
    assert caught.value.code == "frame.no-item"


def test_only_coders_change_frames(viewer_as, theme_items):
    with pytest.raises(LocalVisionError) as caught:
        retire_item(by=viewer_as("commissioner"), item=theme_items["timing"])
    assert caught.value.code == "access.not-allowed"


def test_codes_are_found_by_the_words_that_they_have_now(viewer, theme_items):
    def titles(words):
        return {hit.title for hit in find(words, viewer.scope, kinds=["code"])}

    timing = theme_items["timing"]
    assert timing.label in titles(timing.label)
    reword_item(by=viewer, item=timing, wording={"label": "Tempo"})
    assert titles("tempo") == {"Tempo"}
    retire_item(by=viewer, item=timing)
    assert titles("tempo") == set()
