"""The texts: offsets are exact, people differ, and nobody says the same thing twice."""

import re
from collections import Counter, defaultdict
from statistics import mean

from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.example import generate


def sentences(source, least_words=1):
    """Every sentence of every turn, of at least so many words."""
    for turn in source.turns:
        for sentence in re.split(r"(?<=[.?!])\s+", source.text[turn.start : turn.end]):
            if len(sentence.split()) >= least_words:
                yield sentence


def test_offsets_are_exact(example_sources):
    for source in example_sources:
        for turn in source.turns:
            label = source.text[turn.label_start : turn.start]
            assert label == f"{turn.speaker}: "
            assert "\n" not in source.text[turn.start : turn.end]
            assert source.text[turn.end] == "\n"
        ends = [turn.end for turn in source.turns]
        assert ends == sorted(ends)


def test_every_passage_lies_in_the_turn_of_its_speaker(example_sources):
    for source in example_sources:
        for passage in source.passages:
            turn = source.turns[passage.turn]
            assert turn.start <= passage.start < passage.end <= turn.end
            assert turn.person == passage.person
            assert not turn.is_interviewer
            words = source.text[passage.start : passage.end]
            assert words == words.strip()
            assert words[0].isupper() or words[0] in "'£"


def test_turns_and_labels_cover_the_whole_text(example_sources):
    for source in example_sources:
        covered = "".join(
            source.text[turn.label_start : turn.end] + "\n\n" for turn in source.turns
        )
        assert covered.rstrip("\n") + "\n" == source.text


def test_nothing_of_the_bank_shows_through(example_sources):
    for source in example_sources:
        assert not re.search(r"[{}<>|]|\[\d\]|==|  |\r", source.text), source.key
        assert source.text.endswith("\n")


def test_interviews_are_as_long_as_interviews(example_sources):
    lengths = [s.words for s in example_sources if s.kind == "interview"]
    assert 850 < mean(lengths) < 1_500
    assert min(lengths) >= 450
    assert sum(length >= 600 for length in lengths) >= 0.95 * len(lengths)
    assert max(lengths) < 2_500


def test_at_least_1500_passages_are_planted(example_sources):
    assert sum(len(source.passages) for source in example_sources) >= 1_500


def test_every_theme_has_passages_for_and_against(example_sources):
    stances = defaultdict(set)
    for source in example_sources:
        for passage in source.passages:
            for theme in passage.themes:
                stances[theme].add(passage.stance)
    assert len(stances) == 9
    assert all({"supports", "contradicts"} <= found for found in stances.values())


def test_four_sentences_of_five_are_said_once_only(example_sources):
    # Short words such as "No." or "Last one." come back in any set of real interviews.
    said = [sentence for source in example_sources for sentence in sentences(source, 5)]
    counts = Counter(said)
    assert len(counts) / len(said) >= 0.8
    assert counts.most_common(1)[0][1] <= 15


def test_no_answer_is_given_twice_in_a_place(example_sources):
    answers = defaultdict(list)
    for source in example_sources:
        for passage in source.passages:
            answers[source.locality].append(source.text[passage.start : passage.end])
    for place, found in answers.items():
        assert len(found) == len(set(found)), place


def test_voices_differ_by_role(example_sources):
    words = {"enabler": Counter(), "partner": Counter(), "participant": Counter()}
    for source in example_sources:
        if source.role in words and source.kind == "interview":
            for turn in source.turns:
                if not turn.is_interviewer:
                    words[source.role].update(source.text[turn.start : turn.end].split())

    def share(role, word):
        return words[role][word] / words[role].total()

    assert share("enabler", "notebook") > share("participant", "notebook")
    assert share("participant", "visit") > share("enabler", "visit")


def test_a_running_story_is_told_by_two_people_with_the_same_facts(example_sources):
    tellings = defaultdict(lambda: defaultdict(set))
    for source in example_sources:
        for n, turn in enumerate(source.turns):
            asked = source.text[turn.start : turn.end]
            if turn.is_interviewer and "the launch" in asked:
                answer = source.turns[n + 1]
                tellings[source.locality][answer.person].add(source.text[answer.start : answer.end])
    assert any(len(people) >= 2 for people in tellings.values())


def test_some_do_not_agree_to_be_quoted(example_sources):
    quotable = ["quote_with_role" in s.consent for s in example_sources if s.kind == "interview"]
    assert 0.7 < mean(quotable) < 0.97


@settings(max_examples=8, deadline=None)
@given(seed=st.integers(0, 10_000), index=st.integers(1, 2_500))
def test_any_place_of_any_seed_can_be_told(seed, index):
    programme = generate(seed=seed, localities=2_500)
    key = f"L{index:03d}"
    records = programme.locality(key)
    held = {i.source for i in records.invitations if i.source}
    sources = list(programme.sources_of(key))
    assert held == {s.key for s in sources if s.kind == "interview"}
    assert all(re.search(r"[{}<>|]", s.text) is None for s in sources)
