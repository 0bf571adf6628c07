"""Messages of the workbench's coding room."""

from localvision.errors.catalogue import Message
from localvision.errors.trouble import ExitCode

CODING_NOT_FOUND = Message(
    "coding.not-found",
    "There is no coding {key} that you may read.",
    "Reload the page; it may have been made in another programme.",
)
CODING_OF_ANOTHER = Message(
    "coding.of-another",
    "This coding is another person's, and only they may take it out.",
    "Code the words as you read them; both readings are kept and can be compared.",
    ExitCode.NOT_ALLOWED,
)
TEXT_CHANGED = Message(
    "coding.text-changed",
    "The source is now at version {now}, and the words were selected in version {then}.",
    "Reload the page and select the words again.",
)
REQUEST_KEY_USED = Message(
    "coding.request-key-used",
    "The request key was used before for other words or another code.",
    "Send each new coding with a request key of its own.",
)
PASSAGE_ELSEWHERE = Message(
    "coding.passage-elsewhere",
    "{n} codings name a passage or a code of another programme.",
    "Import only passages and codes of this programme.",
)
NO_TURN = Message(
    "coding.no-turn",
    "There is no turn {number} in this source.",
    "Choose a turn that the page shows.",
)
WORDS_NOT_FOUND = Message(
    "coding.words-not-found",
    "These words are not in turn {number}.",
    "Copy the words from the turn as they stand there, or leave the box empty to code all of it.",
)
WORDS_TWICE = Message(
    "coding.words-twice",
    "These words stand {n} times in turn {number}.",
    "Add some words before or after them, so that they are found once.",
)
MEMO_EMPTY = Message(
    "memo.empty",
    "The memo has no words.",
    "Write what you noticed, then keep it.",
)
MEMO_OF_ANOTHER = Message(
    "memo.of-another",
    "This memo is another person's, and only they may change it.",
    "Write a memo of your own beside it.",
    ExitCode.NOT_ALLOWED,
)
MEMO_NOT_FOUND = Message(
    "memo.not-found",
    "There is no memo {key} that you may read.",
    "Reload the page.",
)
