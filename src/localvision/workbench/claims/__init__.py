"""Claims: sentences with the evidence for and against them, and what limits them."""
