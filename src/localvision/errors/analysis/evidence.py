"""Messages of evidence: what a claim rests on."""

from localvision.errors.catalogue import Message

BEARING = Message(
    "evidence.bearing",
    'Evidence {number} bears "{bearing}", which is neither for nor against.',
    'Write "for" or "against".',
)
