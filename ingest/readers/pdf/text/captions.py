"""What stands above or below a table, a chart or a box to say what it is."""

from __future__ import annotations

import re

NUMBER = r"\s*(?:[A-Z][.-]?)?\d"
TABLE = "Table|Tableau|Tabelle|Tabla|Tabella"
CAPTION_OF_TABLE = re.compile(rf"^(?:{TABLE}){NUMBER}", re.IGNORECASE)
CAPTION = re.compile(rf"^(?:{TABLE}|Figure|Chart|Graph|Map|Box|Exhibit|Annex|Appendix){NUMBER}", re.IGNORECASE)
"""Its first words; ordinary text does not begin so, save now and then with a reference to one."""
