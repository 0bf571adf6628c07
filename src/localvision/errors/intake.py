"""Messages of the intake floor: documents, quotations, manifests and archives."""

from localvision.errors.catalogue import Message

# Documents -------------------------------------------------------------------------------

EMPTY_FILE = Message(
    "intake.empty-file", "{file} is empty.", "Open it where it was made and send it again."
)
NO_WORDS = Message(
    "intake.no-words",
    "{file} was read as {format}, but there are no words in it.",
    "If the words are in pictures or text boxes, paste them into the document as text.",
)
UNKNOWN_FORMAT = Message(
    "intake.unknown-format",
    "{file} is not a kind of document that can be read here ({seen}).",
    "Save it as DOCX, ODT, RTF, PDF, TXT, Markdown, HTML, VTT or SRT and send that.",
)
OLD_OR_LOCKED_OFFICE = Message(
    "intake.old-or-locked-office",
    "{file} is an old Word file (.doc) or an Office file locked with a password.",
    "Open it in Word or LibreOffice, take the password off, and save it as DOCX.",
)
UNREADABLE = Message(
    "intake.unreadable",
    "{file} looks like {format}, but it is damaged: {detail}.",
    "Open it where it was made, save it again, and send the new copy.",
)
CANNOT_OPEN = Message(
    "intake.cannot-open",
    "{file} could not be opened: {detail}.",
    "Check that the file is there and that you may read it.",
)
TOO_LARGE = Message(
    "intake.too-large",
    "{file} is {size_mb} MB; the limit for one document is {limit_mb} MB.",
    "Split it, or take the pictures out, and send it again.",
)
ENCRYPTED = Message(
    "intake.encrypted",
    "{file} is locked with a password.",
    "Save a copy without a password and send that.",
)
PDF_NO_TEXT = Message(
    "intake.pdf-no-text",
    "{file} holds no text: its {pages} page(s) are pictures, as a scanner makes them.",
    "Run text recognition (OCR) on it, check the words, and send the result.",
)
PDF_PAGES_WITHOUT_TEXT = Message(
    "intake.pdf-pages-without-text",
    "{file} has no text on page(s) {pages}; the other pages were read.",
    "If those pages hold words, run text recognition (OCR) on them.",
    severity="warning",
)
HOSTILE_XML = Message(
    "intake.hostile-xml",
    "{file} declares its own XML entities or document type, which office programs never do.",
    "Do not open it. Ask the sender for a fresh copy saved from Word or LibreOffice.",
)
NOT_TEXT = Message(
    "intake.not-text",
    "{file} could not be read as text: {detail}.",
    "Save it as UTF-8 text and send it again.",
)
ENCODING_GUESSED = Message(
    "intake.encoding-guessed",
    "{file} does not say how its letters are written; {encoding} was taken as a guess.",
    "Look at the accented letters, quotation marks and £ signs; if wrong, save it as UTF-8.",
    severity="warning",
)
EXTENSION_DISAGREES = Message(
    "intake.extension-disagrees",
    "{file} is named {extension}, but its content is {format}; it was read as {format}.",
    "Rename it if you keep it.",
    severity="warning",
)
PARTS_LEFT_OUT = Message(
    "intake.parts-left-out",
    "{file} holds {parts}, which are not part of the text that was read.",
    "If they matter, copy them into the body of the document and send it again.",
    severity="warning",
)
TRACKED_CHANGES = Message(
    "intake.tracked-changes",
    "{file} has tracked changes; the text was read as if all were accepted.",
    "Accept or reject the changes and send it again if that is not what you want.",
    severity="warning",
)
CHARACTERS_LOST = Message(
    "intake.characters-lost",
    "{file} holds {count} character(s) that are broken in the file itself.",
    "They are shown as \N{REPLACEMENT CHARACTER}: compare with the original.",
    severity="warning",
)
CUES_NOT_READ = Message(
    "intake.cues-not-read",
    "{file} has {count} time line(s) that could not be read; their words are missing.",
    "Mend the times (00:01:02.000 --> 00:01:04.000) from row {row} on and send it again.",
    severity="warning",
)
TIMES_RUN_BACKWARDS = Message(
    "intake.times-run-backwards",
    "{file} has a piece that ends before it starts ({start} to {end}); its times were left out.",
    "Mend the time line and send it again.",
    severity="warning",
)

# Attributed quotations -----------------------------------------------------------------------

QUOTATION_NOT_CLOSED = Message(
    "intake.quotation-not-closed",
    "In {file}, a quotation credited to {role} has no closing quotation mark.",
    "Check that it ends where it should: “{words}…”.",
    severity="warning",
)
QUOTATION_NOT_OPENED = Message(
    "intake.quotation-not-opened",
    "In {file}, a quotation credited to {role} has no opening quotation mark.",
    "Check that it begins where it should: “{words}…”.",
    severity="warning",
)

# Speaker turns ---------------------------------------------------------------------------

UNKNOWN_SPEAKER_LABEL = Message(
    "intake.unknown-speaker-label",
    "There is no speaker label {label!r} in this text.",
    "Use one of: {labels}.",
)
