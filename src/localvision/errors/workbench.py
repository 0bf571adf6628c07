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
UNKNOWN_NAME = Message(
    "intake.unknown-name",
    "The manifest names the {column} “{said}”, which this programme does not have.",
    "Add it to the programme first, or correct the manifest; the file was left out.",
)
NOTHING_TO_READ = Message(
    "intake.nothing-to-read",
    "There is nothing to read at {path}.",
    "Give a document, a folder of documents, or a ZIP of them.",
)
ALREADY_HERE = Message(
    "intake.already-here",
    "{file} is here already, as source {key}: the same bytes came in before.",
    "Nothing to do: it was left as it is.",
    severity="warning",
)
NO_WORKSPACE = Message(
    "workspace.not-found",
    "There is no workspace in the folder {folder}.",
    "Make one with `localvision init --workspace DIR`, or try `localvision demo`.",
    ExitCode.ENVIRONMENT,
)
WORKSPACE_NOT_CURRENT = Message(
    "workspace.not-current",
    "The workspace is {n} steps behind this version of Local Vision.",
    "Back it up, then bring it up to date with `localvision init --workspace DIR`.",
    ExitCode.ENVIRONMENT,
)
CHOOSE_PROGRAMME = Message(
    "programme.choose",
    "The workspace holds {n} programmes: {choices}.",
    "Name one with --programme SLUG, or make one with `localvision init`.",
)
PORT_TAKEN = Message(
    "serve.port-taken",
    "Something already listens on port {port} of this machine.",
    "Stop it, or choose another with --port.",
    ExitCode.ENVIRONMENT,
)
