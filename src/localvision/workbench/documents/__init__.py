"""Sources, their text, speaker turns and passages."""
