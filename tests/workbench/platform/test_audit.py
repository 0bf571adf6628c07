import pytest
from django.db import connection, transaction

from localvision.workbench.platform.audit import Thing, first_break, record
from localvision.workbench.platform.models import AuditEvent


class Somebody:
    audit_key = "account:7"
    audit_name = "Somebody"


def note(summary):
    with transaction.atomic():
        return record(by=Somebody(), verb="t.done", thing=Thing("t", "1"), summary=summary)


@pytest.mark.django_db
def test_events_are_chained_and_checked():
    first, second = note("one"), note("two")
    assert second.previous_hash == first.hash
    assert first_break() is None


@pytest.mark.django_db
@pytest.mark.parametrize("column", ["summary", "actor_name", "verb"])
def test_a_changed_event_shows(column):
    events = [note("one"), note("two"), note("three")]
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE platform_auditevent SET {column} = 'x' WHERE id = %s", [events[1].pk]
        )
    assert first_break() == events[1]


@pytest.mark.django_db
def test_a_removed_event_shows():
    events = [note("one"), note("two"), note("three")]
    AuditEvent.objects.filter(pk=events[1].pk)._raw_delete("default")
    assert first_break() == events[2]


@pytest.mark.django_db
def test_events_are_never_changed_or_removed():
    event = note("one")
    with pytest.raises(TypeError):
        event.save()
    with pytest.raises(TypeError):
        event.delete()


@pytest.mark.django_db(transaction=True)
def test_an_event_needs_its_transaction():
    with pytest.raises(transaction.TransactionManagementError):
        record(by=Somebody(), verb="t.done", thing=Thing("t", "1"), summary="one")
