"""Filling a new programme from its template: aims, frames, rules, questions and promises."""

from __future__ import annotations

from collections.abc import Iterable

from localvision.programme_templates import ProgrammeTemplate
from localvision.programme_templates.records import FrameItemTemplate, FrameTemplate
from localvision.workbench.programmes.actions.findable import refresh_items
from localvision.workbench.programmes.models import (
    Aim,
    Frame,
    FrameItem,
    FrameItemWording,
    OpenQuestion,
    Programme,
    Promise,
)


def fill_from_template(programme: Programme, template: ProgrammeTemplate) -> None:
    """Write everything of the template, inside the caller's transaction."""
    _fill_facts(programme, template)
    _fill_lists(programme, template)
    for frame in template.frames.values():
        _fill_frame(programme, frame)
    _fill_frame(programme, _roles(template))
    _fill_frame(programme, _hypotheses(template))


def _fill_facts(programme: Programme, template: ProgrammeTemplate) -> None:
    amounts = {rule.kind: rule.amount_gbp for rule in template.money_rules}
    programme.purpose = template.purpose
    programme.core_aim = template.core_aim
    programme.award_cap_gbp = amounts.get("cap")
    programme.local_commitment_gbp = amounts.get("commitment")
    programme.expected_roles = [role.key for role in template.expected_roles]
    programme.save()


def _fill_lists(programme: Programme, template: ProgrammeTemplate) -> None:
    aims = [("stated", aim) for aim in template.aims]
    aims += [("evaluation", aim) for aim in template.evaluation_aims]
    Aim.objects.bulk_create(
        Aim(programme=programme, kind=kind, number=aim.number, text=aim.text) for kind, aim in aims
    )
    OpenQuestion.objects.bulk_create(
        OpenQuestion(programme=programme, key=question.key, text=question.question)
        for question in template.open_questions
    )
    Promise.objects.bulk_create(
        Promise(programme=programme, key=promise.key, text=promise.text, said_in=promise.section)
        for promise in template.promises
    )


def _fill_frame(programme: Programme, template: FrameTemplate) -> None:
    frame = Frame.objects.create(programme=programme, key=template.key, name=template.name)
    made = FrameItem.objects.bulk_create(
        _item(frame, position, item) for position, item in enumerate(template.items, start=1)
    )
    items = {item.key: item for item in made}
    for item in template.items:
        items[item.key].parent = items.get(item.parent)
    FrameItem.objects.bulk_update(made, ["parent"])
    FrameItemWording.objects.bulk_create(_wordings(items, template.items))
    refresh_items(frame)


def _item(frame: Frame, position: int, item: FrameItemTemplate) -> FrameItem:
    extra = {"section": item.section, "refs": list(item.refs), **dict(item.attributes)}
    return FrameItem(
        frame=frame,
        key=item.key,
        position=position,
        label=item.label[:200],
        cluster=item.colour_cluster,
        attributes=extra,
    )


def _wordings(
    items: dict[str, FrameItem], templates: Iterable[FrameItemTemplate]
) -> list[FrameItemWording]:
    return [
        FrameItemWording(
            item=items[each.key],
            version=1,
            label=each.label[:200],
            definition=each.definition,
            use_when=each.use_when,
            not_when=each.not_when,
            example=each.example,
        )
        for each in templates
    ]


def _roles(template: ProgrammeTemplate) -> FrameTemplate:
    """Roles are a frame too: a programme may add its own and their raw labels."""
    items = tuple(
        FrameItemTemplate(
            role.key,
            role.label,
            role.note,
            attributes={"synonyms": role.synonyms, "expected": role.expected},
            refs=role.refs,
        )
        for role in template.roles
    )
    return FrameTemplate("roles", "Roles", "Who is heard, and who ought to be.", items)


def _hypotheses(template: ProgrammeTemplate) -> FrameTemplate:
    items = tuple(
        FrameItemTemplate(
            each.key,
            each.statement,
            each.statement,
            section=each.section,
            refs=each.refs,
            attributes={"themes": each.themes},
        )
        for each in template.hypotheses
    )
    return FrameTemplate("hypotheses", "Hypotheses", "Claims to be tested.", items)
