"""What stands above or below a table, a chart or a box to say what it is."""

from __future__ import annotations

import re

NUMBER = r"\s*(?:[A-Z][.-]?)?\d"
TABLE = "Table|Tableau|Tabelle|Tabla|Tabella"
CAPTION_OF_TABLE = re.compile(rf"^(?:{TABLE}){NUMBER}", re.IGNORECASE)
CAPTION = re.compile(rf"^(?:{TABLE}|Figure|Chart|Graph|Map|Box|Exhibit|Annex|Appendix){NUMBER}", re.IGNORECASE)
"""Its first words; ordinary text does not begin so, save now and then with a reference to one."""
NOTE_BEGINS = r"Sources?|Notes?|N\.?B\.?|Quellen?|Fuentes?|Fonti?|Nota|Remarques?"
NOTE = re.compile(rf"^(?:{NOTE_BEGINS})\b\s*(?:\(?\d\)?\s*)?[:.\u2013-]", re.IGNORECASE)
"""What stands below a table about all of it."""
