"""Messages of cross-case comparison (Qualitative Comparative Analysis)."""

from localvision.errors.catalogue import Message
