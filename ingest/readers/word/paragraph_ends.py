"""Which paragraphs run on into the next: their mark was deleted, or is hidden as in a heading run into its text.

A large first letter is a paragraph of its own in the file, and a reader sees it before its word (17.3.1.11).

A reader sees one paragraph where a mark is deleted (ECMA-376 part 1, 17.13.5.15) and where it is hidden text
(17.3.2.41; ``w:specVanish``, 17.3.2.36, is what Word's style separator writes beside it).
"""

from __future__ import annotations

from ingest.readers.word.markup import Element, is_on, value, w
from ingest.readers.word.styles import R_PR, R_STYLE, VANISH, Styles

RUN, TEXT, SYMBOL = w("r"), w("t"), w("sym")
FRAME, DROP_CAP, LARGE_LETTERS = w("framePr"), w("dropCap"), {"drop", "margin"}
MARK_DELETED = (w("del"), w("moveFrom"))


def is_mark_deleted(p_pr: Element) -> bool:
    """Return whether the mark that ends the paragraph was deleted or moved away."""
    mark = p_pr.find(R_PR)
    return mark is not None and any(mark.find(tag) is not None for tag in MARK_DELETED)


def is_mark_hidden(p_pr: Element | None, style: str | None, styles: Styles) -> bool:
    """Return whether the mark that ends a paragraph of ``style`` is hidden text itself."""
    mark = None if p_pr is None else p_pr.find(R_PR)
    said = None if mark is None else mark.find(VANISH)
    if said is not None:
        return is_on(said)
    return bool(styles.styled(style, value(mark, R_STYLE)).vanish)


def runs_on(paragraph: Element, p_pr: Element | None, style: str | None, styles: Styles) -> bool:
    """Return whether ``paragraph`` goes on in the next one; one that is hidden whole just is not there."""
    if p_pr is not None and (is_mark_deleted(p_pr) or _is_large_letter(p_pr)):
        return True
    return is_mark_hidden(p_pr, style, styles) and any(_is_run_shown(run, style, styles) for run in paragraph.iter(RUN))


def _is_large_letter(p_pr: Element) -> bool:
    frame = p_pr.find(FRAME)
    return frame is not None and frame.get(DROP_CAP) in LARGE_LETTERS


def _is_run_shown(run: Element, style: str | None, styles: Styles) -> bool:
    has_text = any(child.tag == SYMBOL or (child.text or "").strip() for child in run.iterchildren(TEXT, SYMBOL))
    return has_text and not styles.run(style, run.find(R_PR)).vanish
