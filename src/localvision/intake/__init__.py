"""The front door: bytes become typed records, or a list of problems with file, row and remedy.

One folder per format. Nothing here knows Django; what is found in a document is a proposal.
"""
