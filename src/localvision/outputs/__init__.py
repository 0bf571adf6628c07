"""The way out: results to tables, charts, HTML, DOCX, PDF and interchange files."""
