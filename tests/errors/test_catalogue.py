import pickle

import pytest

from localvision.errors import LocalVisionError, Message, Where

PAGELESS = Message("tests.no-pages", "{file} has no pages.", "Send another file.")


def test_problem_carries_code_place_and_remedy():
    problem = PAGELESS.problem(where=Where(file="a.pdf", row=3), file="a.pdf")
    assert str(problem) == "tests.no-pages: a.pdf has no pages. Send another file. [a.pdf, row 3]"
    assert problem.as_json() == {
        "code": "tests.no-pages",
        "what": "a.pdf has no pages.",
        "remedy": "Send another file.",
        "severity": "error",
        "file": "a.pdf",
        "row": 3,
        "field": "",
    }


def test_error_needs_a_problem():
    with pytest.raises(ValueError, match="without a problem"):
        LocalVisionError([])


@pytest.mark.parametrize("code", ["NoDots", "two.dots.here", "upper.Case", "trailing.dash-"])
def test_codes_have_one_form(code):
    with pytest.raises(ValueError, match="not a message code"):
        Message(code, "x", "y")


def test_a_code_means_one_thing():
    with pytest.raises(ValueError, match="declared twice"):
        Message("tests.no-pages", "something else", "z")


def test_a_missing_fact_is_a_programming_error():
    with pytest.raises(KeyError):
        PAGELESS.error()


def test_an_error_comes_back_whole_from_another_process():
    sent = PAGELESS.error(where=Where(file="a.pdf"), file="a.pdf")
    back = pickle.loads(pickle.dumps(sent))
    assert (back.problems, back.exit_code, str(back)) == (sent.problems, sent.exit_code, str(sent))
