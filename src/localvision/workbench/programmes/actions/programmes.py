"""Making a programme from a template."""

from __future__ import annotations

from django.db import transaction

from localvision.errors import workbench as messages
from localvision.programme_templates import ProgrammeTemplate
from localvision.workbench.accounts.enums import Role
from localvision.workbench.accounts.models import Account
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.actions.template import fill_from_template
from localvision.workbench.programmes.models import Membership, Programme
from localvision.workbench.programmes.viewers import Viewer, viewer_of


@transaction.atomic
def make_programme(
    *,
    by: Account,
    template: ProgrammeTemplate,
    slug: str,
    name: str,
    invented_notice: str = "",
) -> Viewer:
    """Make a programme with the template's aims, frames and rules; `by` becomes its evaluator.

    Returns the maker's viewer of it. Raises `programme.exists` where the short name is taken.
    """
    if Programme.objects.filter(slug=slug).exists():
        raise messages.PROGRAMME_EXISTS.error(slug=slug)
    programme = Programme.objects.create(
        slug=slug,
        name=name,
        template_key=template.key,
        invented=bool(invented_notice),
        invented_notice=invented_notice,
    )
    fill_from_template(programme, template)
    Membership.objects.create(programme=programme, account=by, role=Role.EVALUATOR)
    record(
        by=by,
        verb="programme.made",
        thing=Thing("programme", str(programme.pk)),
        summary=f"The programme {name} was made from the template {template.key}.",
        programme_key=str(programme.pk),
    )
    viewer = viewer_of(by, slug)
    assert viewer is not None
    return viewer
