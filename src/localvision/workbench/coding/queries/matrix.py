"""The case x theme matrix, counted in the database."""

from __future__ import annotations

from django.db.models import F, QuerySet

from localvision.workbench.coding.enums import Rows
from localvision.workbench.coding.matrix import (
    Counted,
    Ingredients,
    Matrix,
    RowKey,
    put_together,
)
from localvision.workbench.coding.models import Coding
from localvision.workbench.coding.queries.counting import (
    cluster_of,
    counts,
    standing_codings,
    withheld,
)
from localvision.workbench.coding.queries.frames import FrameNow, frame_now
from localvision.workbench.coding.queries.heard import as_heard, heard_by_row, heard_together
from localvision.workbench.coding.selections import NONE_RECORDED, Selection
from localvision.workbench.programmes.queries import localities_for, role_labels, waves_of
from localvision.workbench.programmes.viewers import Viewer

ROW_FIELD = {
    Rows.LOCALITY: "text__source__locality_id",
    Rows.ROLE: "passage__role",
    Rows.WAVE: "text__source__wave_id",
}
SELECTED_BY = {Rows.LOCALITY: "place", Rows.ROLE: "role", Rows.WAVE: "wave"}


def case_theme_matrix(
    viewer: Viewer,
    frame_key: str = "themes",
    wave: int | None = None,
    role: str | None = None,
    rows: str = Rows.LOCALITY,
) -> Matrix | None:
    """Return who spoke of what, where: cases by the themes of a frame.

    Parameters
    ----------
    wave : number of a wave, or None for all; role : key of a role, or None for all.
    rows : "locality", "role" or "wave".

    Returns
    -------
    The matrix, or None where there is no such frame. A cell says "not heard" where there is no
    source at all, "not coded" where none of them carries a code yet, and 0 where sources were
    read and nobody spoke of the theme.
    """
    now = frame_now(viewer, frame_key)
    if now is None:
        return None
    kind = Rows(rows)
    codings = standing_codings(viewer, now)
    if wave is not None:
        codings = codings.filter(text__source__wave__number=wave)
    if role:
        codings = codings.filter(passage__role=role)
    chosen = Selection(role=role or "", wave=str(wave or ""), frame=frame_key)
    found = _ingredients(viewer, now, codings, kind, chosen)
    return put_together(
        found,
        now.columns(set(found.by_column)),
        now.cluster_labels,
        rows_are=kind.value,
        frame_version=now.frame.version,
    )


def counts_by_theme(viewer: Viewer, now: FrameNow) -> dict[int, Counted]:
    """Return the counts of each item of a frame, by the code of what codings stand for now."""
    found = counts(standing_codings(viewer, now), code=F("standing"))
    return {code: n for (code,), n in found.items()}


def _ingredients(
    viewer: Viewer, now: FrameNow, codings: QuerySet[Coding], kind: Rows, chosen: Selection
) -> Ingredients:
    row = F(ROW_FIELD[kind])
    cells = counts(codings, row=row, code=F("standing"))
    by_row = {key: n for (key,), n in counts(codings, row=row).items()}
    heard = heard_by_row(
        viewer,
        codings,
        kind,
        wave=int(chosen.wave) if chosen.wave else None,
        role=chosen.role or None,
    )
    return Ingredients(
        selection=chosen,
        row_field=SELECTED_BY[kind],
        row_labels=_row_labels(viewer, kind, set(by_row) | set(heard)),
        heard={key: as_heard(read) for key, read in heard.items()},
        all_heard=heard_together(heard),
        cells=cells,
        by_row=by_row,
        by_column={key: n for (key,), n in counts(codings, code=F("standing")).items()},
        by_cluster={key: n for (key,), n in counts(codings, cluster=cluster_of(now)).items()},
        everything=counts(codings)[()],
        withheld=withheld(viewer, cells.values()),
    )


def _row_labels(viewer: Viewer, kind: Rows, found: set[RowKey]) -> dict[RowKey, tuple[str, str]]:
    """Return every row to show, with its key in links and its label, in the order to show."""
    if kind == Rows.LOCALITY:
        rows: dict[RowKey, tuple[str, str]] = {
            place.pk: (place.key, place.name) for place in localities_for(viewer)
        }
        rows.update({None: (NONE_RECORDED, "No place recorded")} if None in found else {})
    elif kind == Rows.WAVE:
        rows = {wave.pk: (str(wave.number), wave.name) for wave in waves_of(viewer)}
        rows.update({None: (NONE_RECORDED, "No wave recorded")} if None in found else {})
    else:
        labels = role_labels(viewer)
        keys = dict.fromkeys(
            [*viewer.programme.expected_roles, *sorted(str(role) for role in found if role)]
        )
        rows = {key: (key, labels.get(key, key)) for key in keys}
        rows.update({"": (NONE_RECORDED, "No role recorded")} if "" in found else {})
    return rows
