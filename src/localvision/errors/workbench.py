"""Messages of the workbench."""

from localvision.errors.catalogue import Message
from localvision.errors.trouble import ExitCode

NOT_ALLOWED = Message(
    "access.not-allowed",
    "You may not {what} in this programme.",
    "Ask the programme's evaluator or commissioner for a role that may.",
    ExitCode.NOT_ALLOWED,
)
PROGRAMME_EXISTS = Message(
    "programme.exists",
    "A programme with the short name {slug} is already in this workspace.",
    "Choose another short name, or another workspace.",
)
NO_PROGRAMME = Message(
    "programme.not-found",
    "There is no programme {slug} in this workspace that you belong to.",
    "See which there are with `localvision doctor`.",
)
NO_FRAME_ITEM = Message(
    "frame.no-item",
    "The frame {frame} has no item {key} in use.",
    "Choose one of: {choices}.",
)
FRAME_ITEM_EXISTS = Message(
    "frame.item-exists",
    "The frame {frame} already has an item {key}.",
    "Choose another key, or reword the item that is there.",
)
TOO_FEW_ITEMS = Message(
    "frame.too-few-items",
    "{change} needs at least two items, and {n} was given.",
    "Name two or more.",
)
NO_SOURCE = Message(
    "source.not-found",
    "There is no source {key} in this programme that you may read.",
    "See the list of sources.",
)
PASSAGE_NOT_IN_TEXT = Message(
    "passage.not-in-text",
    "The words from {start} to {end} are not in this text of {length} characters.",
    "Select some words of the text and try again.",
)
EDIT_OUTSIDE = Message(
    "passage.edit-outside",
    "The edit from {start} to {end} is not inside its passage, or overlaps another edit.",
    "Select words inside the passage that no edit covers yet.",
)
