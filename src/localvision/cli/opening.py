"""Opening a workspace: from a folder's name to a ready Django and a viewer."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from localvision.errors import Where
from localvision.errors import workbench as messages

if TYPE_CHECKING:
    from localvision.workbench.accounts.models import Account
    from localvision.workbench.programmes.viewers import Viewer


def open_workspace(folder: str | None, *, make: bool = False) -> Path:
    """Set Django up on the workspace; with `make`, make it or bring its tables up to date.

    Raises `workspace.not-found` where there is none and none may be made, and
    `workspace.not-current` where its tables are of another version.
    """
    if folder:
        os.environ["LOCALVISION_WORKSPACE"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "localvision.workbench.settings")
    from localvision.workbench.workspaces import current_workspace

    workspace = current_workspace()
    there = bool(workspace.database_url) or workspace.sqlite_path.exists()
    if not there and not make:
        raise messages.NO_WORKSPACE.error(
            where=Where(file=workspace.folder.name), folder=workspace.folder.name
        )
    workspace.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    import django

    django.setup()
    _bring_up_to_date(make)
    return workspace.folder


def _bring_up_to_date(make: bool) -> None:
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending and make:
        call_command("migrate", verbosity=0, interactive=False)
    elif pending:
        raise messages.WORKSPACE_NOT_CURRENT.error(n=len(pending))


def owner() -> Account:
    """Return the workspace's owner, made when missing."""
    from localvision.workbench.accounts.actions import make_laptop_owner

    return make_laptop_owner()


def viewer_of(slug: str | None) -> Viewer:
    """Return the owner's viewer of a programme: the one named, or the only one.

    Raises `programme.not-found` or `programme.choose`.
    """
    from localvision.workbench.programmes.queries import programmes_for
    from localvision.workbench.programmes.viewers import viewer_of as viewer_in

    slugs = list(programmes_for(owner()).values_list("slug", flat=True))
    if slug is None and len(slugs) != 1:
        raise messages.CHOOSE_PROGRAMME.error(n=len(slugs), choices=", ".join(slugs) or "none")
    viewer = viewer_in(owner(), slug or slugs[0])
    if viewer is None:
        raise messages.NO_PROGRAMME.error(slug=slug)
    return viewer


def viewer_or_new_programme(slug: str | None) -> Viewer:
    """Return the viewer; in a workspace without any programme, make one from the template."""
    from localvision.workbench.programmes.models import Programme

    if Programme.objects.exists():
        return viewer_of(slug)
    return make_programme(slug or "local-vision", "Local Vision", "local-vision")


def make_programme(slug: str, name: str, template: str) -> Viewer:
    """Make a programme from a template."""
    from localvision import programme_templates
    from localvision.workbench.programmes import actions

    loaded = programme_templates.load(template.replace("-", "_"))
    return actions.make_programme(by=owner(), template=loaded, slug=slug, name=name)
