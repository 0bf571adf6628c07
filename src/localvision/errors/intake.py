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

# Archives and folders ----------------------------------------------------------------------

NOT_AN_ARCHIVE = Message(
    "intake.not-an-archive",
    "This is not a ZIP archive that can be opened: {detail}.",
    "Make the ZIP again from the folder of documents.",
)
NOT_A_FOLDER = Message(
    "intake.not-a-folder", "{file} is not a folder.", "Name the folder that holds the documents."
)
ARCHIVE_ESCAPES = Message(
    "intake.archive-escapes",
    "The archive was refused: {file} would be written outside its folder.",
    "Do not use it. Ask the sender for a ZIP made from a plain folder.",
)
ARCHIVE_LINK = Message(
    "intake.archive-link",
    "The archive was refused: {file} is a link to another place, not a document.",
    "Make the ZIP again with the documents themselves.",
)
ARCHIVE_BOMB = Message(
    "intake.archive-bomb",
    "The archive was refused: {file} would unpack to {size_mb} MB from {packed_kb} KB.",
    "Do not open it. Ask the sender what it is.",
)
ARCHIVE_TOO_LARGE = Message(
    "intake.archive-too-large",
    "The archive was refused: it would unpack to {size_mb} MB; the limit is {limit_mb} MB.",
    "Send the documents in several archives, without pictures and recordings.",
)
ARCHIVE_TOO_MANY = Message(
    "intake.archive-too-many",
    "The archive was refused: it holds {members} files; the limit is {limit}.",
    "Send the documents in several archives.",
)
ARCHIVE_IN_ARCHIVE = Message(
    "intake.archive-in-archive",
    "{file} is an archive inside the archive or folder; it was not opened.",
    "Unpack it and send its documents.",
)
NAME_TWICE = Message(
    "intake.name-twice",
    "The archive holds two files named {file}; only the first was read.",
    "Give them different names.",
)
LINK_NOT_FOLLOWED = Message(
    "intake.link-not-followed",
    "{file} is a link; links are not followed.",
    "Put the document itself into the folder.",
    severity="warning",
)
DUPLICATE_CONTENT = Message(
    "intake.duplicate-content",
    "{file} is byte for byte the same as {other}; it was left out.",
    "If one of them should be another document, send that one.",
)
NO_DOCUMENTS = Message(
    "intake.no-documents",
    "There are no documents in it.",
    "Check that you chose the folder or ZIP that holds the documents.",
)

# Manifests -------------------------------------------------------------------------------

MANIFEST_UNREADABLE = Message(
    "intake.manifest-unreadable",
    "The manifest {file} could not be read: {detail}.",
    "Save it again as CSV (UTF-8) or XLSX, with one row for each document.",
)
MANIFEST_WITHOUT_FILE_COLUMN = Message(
    "intake.manifest-without-file-column",
    "The manifest {file} has no column that names the files.",
    "Head one column “file” and write each document's file name there.",
)
MANIFEST_EMPTY = Message(
    "intake.manifest-empty",
    "The manifest {file} has no rows under its header.",
    "Write one row for each document.",
    severity="warning",
)
SEVERAL_MANIFESTS = Message(
    "intake.several-manifests",
    "{others} could also be the manifest; {file} was used.",
    "Keep one, or name the right one manifest.csv or manifest.xlsx.",
    severity="warning",
)
TABLE_NOT_READ = Message(
    "intake.table-not-read",
    "{file} is a table, neither a document nor the manifest; it was left out.",
    "If it should be the manifest, head its columns file, place, project, wave, date, kind, role.",
    severity="warning",
)
COLUMN_TWICE = Message(
    "intake.column-twice",
    "The columns {first} and {second} both mean {field}; the first was used.",
    "Take one of them out, or rename it.",
    severity="warning",
)
ROW_WITHOUT_FILE = Message(
    "intake.row-without-file", "Row {row} of the manifest names no file.", "Write the file name."
)
FILE_NOT_FOUND = Message(
    "intake.file-not-found",
    "The manifest names {file}, but it is not there.",
    "Add the document, or correct its name in the manifest.",
)
FILE_NAME_UNCLEAR = Message(
    "intake.file-name-unclear",
    "The manifest names {file}, which could be any of: {candidates}.",
    "Write the name with its folder and extension.",
)
FILE_TWICE_IN_MANIFEST = Message(
    "intake.file-twice-in-manifest",
    "{file} is named in rows {first} and {row}; row {first} was used.",
    "Keep one row for each document.",
)
FILE_NOT_IN_MANIFEST = Message(
    "intake.file-not-in-manifest",
    "{file} is not in the manifest, so its place, wave and role are not known.",
    "Add a row for it if those are known.",
    severity="warning",
)
DATE_AMBIGUOUS = Message(
    "intake.date-ambiguous",
    "The date {value} could be {one} or {other}; it was read as {read_as}.",
    "Write dates as year-month-day, as in 2015-04-03.",
    severity="warning",
)
DATE_UNDECIDED = Message(
    "intake.date-undecided",
    "The date {value} could be {one} or {other}, and others in the column put the month first.",
    "Write dates as year-month-day, as in 2015-04-03. Until then the date is missing.",
)
DATE_MONTH_FIRST = Message(
    "intake.date-month-first",
    "The date {value} has its month first; it was read as {read_as}.",
    "Write dates as year-month-day, as in 2015-04-03.",
    severity="warning",
)
DATE_NOT_READ = Message(
    "intake.date-not-read",
    "{value} is not a full date that can be read.",
    "Write dates as year-month-day, as in 2015-04-03. Until then the date is missing.",
)
