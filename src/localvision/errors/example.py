"""Messages of the example floor, and of the programme templates beside it."""

from localvision.errors.catalogue import Message
from localvision.errors.trouble import ExitCode

TEMPLATE_UNKNOWN = Message(
    "template.unknown",
    "There is no programme template {key}.",
    "Choose one of: {known}.",
)
TEMPLATE_BROKEN_ENTRY = Message(
    "template.broken-entry",
    "A file of the programme template cannot be used: {why}.",
    "Compare the entry with the bundled template, which has the same fields.",
    ExitCode.ENVIRONMENT,
)
TEMPLATE_DUPLICATE_KEY = Message(
    "template.duplicate-key",
    "The key {key} is used twice in one frame.",
    "Give each item of a frame a key of its own.",
    ExitCode.ENVIRONMENT,
)
TEMPLATE_UNKNOWN_PARENT = Message(
    "template.unknown-parent",
    "The item {key} stands under {parent}, which is not in the frame.",
    "Add {parent} to the frame, or correct the parent of {key}.",
    ExitCode.ENVIRONMENT,
)
TEMPLATE_UNMARKED_EXAMPLE = Message(
    "template.unmarked-example",
    "The example of use of {key} does not say that it is invented.",
    "Begin the example with the words 'Invented: '.",
    ExitCode.ENVIRONMENT,
)
EXAMPLE_SIZE = Message(
    "example.size",
    "An example programme cannot have {asked} {what}.",
    "Ask for {least} to {most} {what}.",
)
EXAMPLE_UNKNOWN_LOCALITY = Message(
    "example.unknown-locality",
    "The example programme has no locality {key}.",
    "Choose a key from L001 to {last}.",
)
EXAMPLE_BROKEN_BANK = Message(
    "example.broken-bank",
    "The bank of sentences cannot be used: {why}.",
    "Correct the line of the bank that is named.",
    ExitCode.ENVIRONMENT,
)
