"""Messages of the workbench's claims room."""

from localvision.errors.catalogue import Message

CLAIM_NOT_FOUND = Message(
    "claim.not-found",
    "There is no claim {number} that you may read.",
    "See which there are on the page of claims.",
)
KEY_TAKEN = Message(
    "claim.key-taken",
    "There is already a claim with the key {key}.",
    "Give it another key, or change the claim that is there.",
)
REASON_NEEDED = Message(
    "claim.reason-needed",
    "No reason was given for the change of claim {number}.",
    "Say why; the earlier wording and the reason are both kept.",
)
NO_SUCH_STATUS = Message(
    "claim.no-such-status",
    '"{value}" is not a {field} of claims.',
    "Choose one of: {choices}.",
)
TRANSITION = Message(
    "claim.transition",
    "Claim {number} is {now} and cannot become {then}.",
    "From {now} it can become: {choices}.",
)
NOT_SEARCHED = Message(
    "claim.not-searched",
    "Claim {number} cannot be final: nothing speaks against it, and nobody has recorded a "
    "search for contrary evidence.",
    "Look for passages that say otherwise, and record where you looked, also if you found none.",
)
NO_PASSAGE = Message(
    "claim.no-passage",
    "{n} of the passages are not there, or you may not read them.",
    "Choose passages of this programme's sources.",
)
EVIDENCE_NOT_FOUND = Message(
    "claim.evidence-not-found",
    "There is no such evidence on claim {number}.",
    "Reload the page; somebody may have taken it out.",
)
WORDS_NEEDED = Message(
    "claim.words-needed",
    "The {kind} has no words.",
    "Write it in a sentence.",
)
NOTE_NOT_FOUND = Message(
    "claim.note-not-found",
    "There is no such {kind} on claim {number}.",
    "Reload the page; somebody may have taken it back.",
)
NO_ROLE = Message(
    "claim.no-role",
    "The programme has no role {role}.",
    "Choose one of: {choices}. Dissent is kept by role, never by name.",
)
