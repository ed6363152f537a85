"""What a page's style sheet says of its elements, written into the elements themselves.

Excel and many other programs paint cells by classes. Only rules for one class, one kind of element, or both are
followed, and only what hides, strikes out or colours (CSS 2.1, 5 and 6.4); nothing is fetched.
"""

from __future__ import annotations

import re
from collections import defaultdict

from ingest.web.looks import read_styles
from ingest.web.parsing import Element

COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<name>[\w-]+))?", re.IGNORECASE)
FOLLOWED = frozenset({"background", "background-color", "text-decoration", "display", "visibility", "mso-hide"})
Selector = tuple[str, str]
"""A kind of element and a class, either empty where any will do."""


def apply_sheets(root: Element) -> None:
    """Put what the style sheets in the page ``root`` say before what each element says itself."""
    rules = _rules("\n".join(str(sheet.text or "") for sheet in root.iter("style")))
    if not rules:
        return
    for element in root.iter():
        if isinstance(element.tag, str):
            names = (element.get("class") or "").split()
            # A class outranks a kind of element, and both together either (CSS 2.1, 6.4.3).
            keys = [(element.tag, ""), *(("", name) for name in names), *((element.tag, name) for name in names)]
            said = "".join(rules.get(key, "") for key in keys)
            if said:
                element.set("style", f"{said};{element.get('style') or ''}")


def _rules(sheet: str) -> defaultdict[Selector, str]:
    rules: defaultdict[Selector, str] = defaultdict(str)
    for selectors, written in RULE.findall(COMMENT.sub(" ", sheet)):
        said = ";".join(f"{name}:{value}" for name, value in read_styles(written).items() if name in FOLLOWED)
        for selector in selectors.split(",") if said else ():
            found = SELECTOR.fullmatch(selector.strip())
            if found is not None and (found["tag"] or found["name"]):
                rules[(found["tag"] or "").lower(), found["name"] or ""] += f"{said};"
    return rules
