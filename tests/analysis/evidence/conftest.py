import pytest

from localvision.analysis.evidence import Denominators, EvidenceRow, coverage


@pytest.fixture
def covered():
    """Coverage with so many places, people and quotations behind it."""

    def make(
        places=0,
        *,
        asked=21,
        total=25,
        people=None,
        heard=118,
        quotations=None,
        role="partner",
        by_role=None,
        unknown=0,
    ):
        people = places if people is None else people
        rows = [
            EvidenceRow(
                f"P{n}" if n < people else None,
                f"L{n % places}" if places else None,
                role,
                "for",
                f"S{n}",
            )
            for n in range(max(people, places))
        ]
        rows += [EvidenceRow(None, None, role, "for", "R1")] * unknown
        return coverage(
            rows,
            Denominators(
                people_heard={f"P{n}" for n in range(heard)},
                places_heard={f"L{n}" for n in range(asked)},
                places={f"L{n}" for n in range(total)},
                sources=heard,
                quotations=quotations,
                people_by_role=by_role or {},
            ),
        )

    return make
