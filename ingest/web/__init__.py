"""Web pages as a person sees them: paragraphs and tables.

Agencies send them as pages saved from a program, as the "web page" form of a Word document, and within e-mails.
Nothing in a page is run and nothing is fetched.
"""

from __future__ import annotations

from ingest.web.archive import decode_archive
from ingest.web.grid import has_answers
from ingest.web.layout import Layout, Page
from ingest.web.parsing import decode_page

__all__ = ["Layout", "Page", "decode_archive", "decode_page", "has_answers"]
