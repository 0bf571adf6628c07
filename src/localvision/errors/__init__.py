"""Every message that a person can see: a code, the place, what is wrong and what to do.

The lowest floor of the house. A message is *declared* once, as data, in the catalogue of
its floor (`errors/intake.py`, `errors/analysis.py`, ...), and *raised* or *listed* where
the trouble is found.

Examples
--------
>>> from localvision.errors import Message, Where
>>> EMPTY = Message("example.empty-page", "{file} is empty.", "Send the file again.")
>>> print(EMPTY.problem(where=Where(file="a.docx"), file="a.docx"))
example.empty-page: a.docx is empty. Send the file again. [a.docx]
"""

from localvision.errors.catalogue import (
    Message,
    Problem,
    Where,
    all_messages,
)
from localvision.errors.trouble import ExitCode, LocalVisionError

__all__ = ["ExitCode", "LocalVisionError", "Message", "Problem", "Where", "all_messages"]
