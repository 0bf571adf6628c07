"""What every model keeps: foreign keys point down the ladder, every field is marked."""

import pytest
from django.apps import apps

from localvision.workbench.platform.privacy import Privacy

LADDER = ["platform", "accounts", "programmes", "documents", "coding", "claims", "reporting"]
OURS = [
    model
    for model in apps.get_models(include_auto_created=False)
    if model.__module__.startswith("localvision.")
]


def name_of(model):
    return model._meta.label


def test_every_app_has_its_rung():
    assert {model._meta.app_label for model in OURS} <= set(LADDER)


@pytest.mark.parametrize("model", OURS, ids=name_of)
def test_foreign_keys_point_down(model):
    rung = LADDER.index(model._meta.app_label)
    upwards = [
        f"{field.name} -> {field.related_model._meta.label}"
        for field in model._meta.get_fields()
        if field.is_relation
        and not field.auto_created
        and field.related_model
        and field.related_model._meta.app_label in LADDER
        and LADDER.index(field.related_model._meta.app_label) > rung
    ]
    assert not upwards


@pytest.mark.parametrize("model", OURS, ids=name_of)
def test_every_field_is_marked_safe_or_personal(model):
    privacy = getattr(model, "privacy", None)
    assert isinstance(privacy, Privacy), "declare privacy = Privacy(...)"
    fields = {field.name for field in model._meta.get_fields() if not field.auto_created}
    unmarked = [name for name in fields - {"id"} if privacy.of(name) is None]
    assert not unmarked
    assert set(privacy.marks) - {"id"} <= fields, "marks a field that is not there"


@pytest.mark.parametrize("model", OURS, ids=name_of)
def test_every_model_is_documented_and_named(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}("), "write what it holds"
    assert "__str__" in vars(model)


@pytest.mark.django_db
def test_migrations_are_complete():
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
