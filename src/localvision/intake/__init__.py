"""The front door: bytes to typed records, or a list of problems with file, row and remedy."""
