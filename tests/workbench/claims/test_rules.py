import pytest

from localvision.errors import LocalVisionError
from localvision.workbench.claims.enums import Status
from localvision.workbench.claims.rules import (
    TRANSITIONS,
    can_become,
    check_can_be_final,
    status_when_reworded,
)


def test_every_status_has_a_way_on_and_none_leads_to_itself():
    assert set(TRANSITIONS) == set(Status)
    assert all(then and now not in then for now, then in TRANSITIONS.items())


def test_what_is_final_or_withdrawn_never_quietly_becomes_open_again():
    for now in (Status.FINAL, Status.WITHDRAWN):
        assert not can_become(now, Status.EMERGING)
        assert not can_become(now, Status.INTERIM)
        assert status_when_reworded(now) == Status.REVISED


@pytest.mark.requirement("R239")
@pytest.mark.parametrize(
    ("against", "searches", "may"), [(0, 0, False), (1, 0, True), (0, 1, True)]
)
def test_final_needs_contrary_evidence_or_a_recorded_search(against, searches, may):
    class Seven:
        number = 7
        status = "interim"

    if may:
        check_can_be_final(Seven(), against=against, searches=searches)
    else:
        with pytest.raises(LocalVisionError, match=r"claim\.not-searched: Claim 7"):
            check_can_be_final(Seven(), against=against, searches=searches)
