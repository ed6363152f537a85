"""What stands above or below a table, a chart or a box to say what it is."""

from __future__ import annotations

import re

CAPTION = re.compile(
    r"^(?:Table|Tableau|Tabelle|Tabla|Tabella|Figure|Chart|Graph|Box|Exhibit|Annex|Appendix)\s*(?:[A-Z][.-]?)?\d",
    re.IGNORECASE,
)
"""Its first words; ordinary text does not begin so, save now and then with a reference to one."""
