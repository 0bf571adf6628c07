"""Frames with all their versions, claims with all that stays beside them, reports, the matrix."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localvision.workbench.claims.models import Claim
from localvision.workbench.claims.queries import claims_for
from localvision.workbench.coding.queries import case_theme_matrix
from localvision.workbench.programmes.models import FrameChange
from localvision.workbench.programmes.queries import frames_of, places_with_stages
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting import queries

BESIDE = (
    "evidence", "searches", "caveats", "dissents", "rivals", "earlier_findings", "revisions",
)  # fmt: skip


def frame_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield the frames, each item with every wording that it had, and every change."""
    frames = frames_of(viewer).prefetch_related(
        "items__parent", "items__wordings", "changes__before", "changes__after"
    )
    for frame in frames.order_by("key"):
        yield {
            "key": frame.key,
            "name": frame.name,
            "version": frame.version,
            "items": [_item(item) for item in frame.items.all()],
            "changes": [_change(change) for change in frame.changes.all()],
        }


def claim_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield the claims by number, with evidence, limits and earlier wordings."""
    for claim in claims_for(viewer).prefetch_related(*BESIDE):
        yield {
            "number": claim.number,
            "key": claim.key,
            "sentence": claim.sentence,
            "status": claim.status,
            "strength": claim.strength or None,
            "strength_reason": claim.strength_reason,
            "theme": claim.theme.key if claim.theme else None,
            "hypothesis": claim.hypothesis_key or None,
            **_beside(claim),
        }


def place_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield places with their dated area codes, projects and stages."""
    for place in places_with_stages(viewer).prefetch_related("boundaries"):
        yield {
            "key": place.key,
            "name": place.name,
            "kind": place.kind,
            "boundaries": list(
                _fields(place.boundaries, "gss_code", "name", "valid_from", "valid_to")
            ),
            "projects": [
                {
                    "key": project.key,
                    "title": project.title,
                    "issue": project.issue or None,
                    "stages": list(_fields(project.stages, "stage", "started_on", "ended_on")),
                }
                for project in place.projects.all()
            ],
        }


def report_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield the drafts with their blocks."""
    for report in queries.reports_for(viewer):
        blocks = queries.blocks_of(viewer, report)
        yield {
            "slug": report.slug,
            "title": report.title,
            "subtitle": report.subtitle,
            "status": report.status,
            "as_at": report.as_at,
            "blocks": [
                {
                    "kind": b.kind,
                    "text": b.text,
                    "settings": b.settings,
                    "claim": b.claim.key if b.claim else None,
                    "passage": b.passage_id,
                }
                for b in blocks
            ],
        }


def matrix_table(viewer: Viewer) -> tuple[list[str], list[dict[str, Any]]]:
    """Return columns and rows of places by themes: passages; empty where nobody was heard."""
    found = case_theme_matrix(viewer)
    if found is None:
        return ["place"], []
    themes = [column.key for column in found.columns]
    rows = [
        {
            "place": row.key,
            **{
                theme: cell.counted.passages if cell.counted else None
                for theme, cell in zip(themes, row.cells, strict=True)
            },
        }
        for row in found.rows
    ]
    return ["place", *themes], rows


def _item(item: Any) -> dict[str, Any]:
    return {
        "key": item.key,
        "label": item.label,
        "cluster": item.cluster,
        "parent": item.parent.key if item.parent else None,
        "added_in": item.added_in,
        "retired_in": item.retired_in,
        "attributes": item.attributes,
        "wordings": list(
            _fields(
                item.wordings, "version", "label", "definition", "use_when", "not_when", "example"
            )
        ),
    }


def _change(change: FrameChange) -> dict[str, Any]:
    return {
        "version": change.version,
        "kind": change.kind,
        "before": [item.key for item in change.before.all()],
        "after": [item.key for item in change.after.all()],
        "reason": change.reason,
    }


def _beside(claim: Claim) -> dict[str, Any]:
    live = [e for e in claim.evidence.all() if e.removed_at is None]
    return {
        "evidence": [
            {"passage": e.passage_id, "bearing": e.bearing, "note": e.note, "praise": e.praise}
            for e in live
        ],
        "searches": list(_fields(claim.searches, "note", "searched_at")),
        "caveats": [each.text for each in claim.caveats.all()],
        "dissent": list(_fields(claim.dissents, "role", "words")),
        "rivals": list(_fields(claim.rivals, "explanation", "considered")),
        "earlier_findings": list(_fields(claim.earlier_findings, "work", "finding", "relation")),
        "revisions": list(
            _fields(claim.revisions, "sentence", "status", "strength", "why", "changed_at")
        ),
    }


def _fields(related: Any, *names: str) -> Iterator[dict[str, Any]]:
    """Yield the named fields of prefetched rows."""
    for row in related.all():
        yield {name: getattr(row, name) for name in names}
