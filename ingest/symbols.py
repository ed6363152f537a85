# ruff: noqa: RUF001 - telling such characters apart is what the tables are for
"""Characters as a reader sees them: symbol fonts, special spaces and hyphens, ligatures."""

from __future__ import annotations

PRIVATE_USE = range(0xF000, 0xF100)
"""Where Word keeps the characters of symbol fonts (ECMA-376 part 1, 17.3.3.30)."""

WINGDINGS: dict[int, str] = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x36: "⌛", 0x3F: "✍", 0x41: "✌", 0x43: "👍", 0x44: "👎",
    0x45: "☜", 0x46: "☞", 0x47: "☝", 0x48: "☟", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "☐", 0x70: "☐", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x9E: "·",
    0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA5: "◎", 0xA7: "▪", 0xA8: "☐", 0xAA: "✦", 0xAB: "★", 0xD8: "➢",
    0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF1: "⇧", 0xF2: "⇩",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS_2: dict[int, str] = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x55: "☒", 0x56: "☒", 0x96: "•", 0x97: "•",
    0x98: "●", 0x99: "○", 0xA1: "■", 0xA2: "■", 0xA3: "☐", 0xA4: "☐",
}  # fmt: skip
WINGDINGS_3: dict[int, str] = {0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x7D: "▶", 0x70: "▲", 0x71: "▼"}
WEBDINGS: dict[int, str] = {0x61: "✓", 0x63: "☐", 0x67: "■", 0x6E: "●", 0x72: "✗", 0x34: "▶"}
MARLETT: dict[int, str] = {0x61: "✓", 0x62: "✓", 0x69: "•", 0x6E: "●", 0x72: "✗"}
ZAPF_DINGBATS: dict[int, str] = {code: chr(0x2700 + code - 0x20) for code in range(0x21, 0x7F)} | {
    0x25: "☎", 0x2A: "☛", 0x2B: "☞", 0x48: "★", 0x6C: "●", 0x6E: "■", 0x73: "▲", 0x74: "▼", 0x75: "◆", 0x77: "◗",
}  # fmt: skip
"""The dingbats of Unicode lie in the order of this font (the chart of U+2700)."""
SYMBOL: dict[int, str] = {
    0x22: "∀", 0x24: "∃", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0xA3: "≤", 0xA5: "∞", 0xA7: "♣", 0xA8: "♦",
    0xA9: "♥", 0xAA: "♠", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″",
    0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™",
    0xD6: "√", 0xDB: "⇔", 0xDC: "⇐", 0xDD: "⇑", 0xDE: "⇒", 0xDF: "⇓", 0xE0: "◊", 0xE5: "∑",
}  # fmt: skip
GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
"""The letters A to Z of the Symbol font; its small letters follow the same order."""
SMALL_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
SYMBOL |= {0x41 + i: letter for i, letter in enumerate(GREEK)}
SYMBOL |= {0x61 + i: letter for i, letter in enumerate(SMALL_GREEK)}

SYMBOL_FONTS: dict[str, dict[int, str]] = {
    "wingdings": WINGDINGS,
    "wingdings 2": WINGDINGS_2,
    "wingdings 3": WINGDINGS_3,
    "webdings": WEBDINGS,
    "symbol": SYMBOL,
    "marlett": MARLETT,
    "zapfdingbats": ZAPF_DINGBATS,
    "zapf dingbats": ZAPF_DINGBATS,
    "itc zapf dingbats": ZAPF_DINGBATS,
}
"""Fonts whose characters are pictures (their code charts; ticks, crosses and boxes in full)."""

BULLET = "•"
BULLETS = "•·‣▪▫■□●○◦◆◇▶►➢➤❖\uf076\uf0a7\uf0b7\uf0d8"
"""Signs that only open an item of a list, some as a symbol font leaves them; ticks, crosses and ☐ say something."""
DASHES = frozenset("–—−")
TELLING_BULLETS = frozenset("✓✔✗✘✕✖☑☒☐")
"""Bullets that say something; all others are only bullets."""

PLAIN: dict[int, str | None] = {
    0x00A0: " ", 0x1680: " ", 0x202F: " ", 0x205F: " ", 0x3000: " ", **dict.fromkeys(range(0x2000, 0x200B), " "),
    0x00AD: None, 0x200B: None, 0x2060: None, 0xFEFF: None, 0x2011: "-",
    **dict.fromkeys((0x200C, 0x200E, 0x200F, *range(0x2066, 0x206A))),
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xF0B7: "•", **{0xF000 + code: WINGDINGS[code] for code in (0xA7, 0xA8, 0xD8, 0xFB, 0xFC, 0xFD, 0xFE)},
    0x09: " ", 0x0A: " ", 0x0D: " ", 0x2028: "\n", 0x2029: "\n",
}  # fmt: skip
"""Special spaces, invisible characters, the non-breaking hyphen and ligatures (Unicode); white space inside ``w:t``
is a space, because tabs and line breaks have elements of their own (ECMA-376 part 1, 17.3.3.1 and 17.3.3.32). Marks of
direction show nothing; those that turn words about do, and stay. Bullets and ticks whose symbol font was lost when they
were pasted are still what they were."""
KEPT_IN_SYMBOL_FONTS = frozenset(" \n\t")


def plain(text: str) -> str:
    """Return ``text`` with special spaces, soft hyphens and ligatures made plain; quotes and dashes stay."""
    if text.isascii() and text.isprintable():
        return text
    return text.translate(PLAIN)


def is_symbol_font(font: str | None) -> bool:
    """Return whether the letters of ``font`` are pictures."""
    return font is not None and font.lower() in SYMBOL_FONTS


def draw(text: str, font: str | None) -> str:
    """Return ``text`` typed in the symbol font ``font`` as the signs it shows; what is not known stays."""
    table = SYMBOL_FONTS.get((font or "").lower(), {})
    return "".join(_draw_one(character, table) for character in text)


def _draw_one(character: str, table: dict[int, str]) -> str:
    code = ord(character)
    if character in KEPT_IN_SYMBOL_FONTS:
        return character
    if code in PRIVATE_USE:
        code -= PRIVATE_USE.start
    return table.get(code, character)


def draw_code(code: str, font: str | None) -> str:
    """Return the sign with the hexadecimal ``code`` in ``font`` (``w:sym``); nothing where it is none."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if character.isspace():
        return " "
    is_sign = ord(character) in PRIVATE_USE or character.isprintable()
    return draw(character, font) if is_sign else ""


def draw_bullet(text: str, font: str | None) -> str:
    """Return the bullet a reader sees: ticks, crosses and boxes as they are, dashes as typed, all else "•"."""
    drawn = draw(text, font).strip()
    if drawn in TELLING_BULLETS:
        return drawn
    # Word's second bullet is the letter o in Courier New.
    if is_symbol_font(font) or drawn in {"", "o"} or (len(drawn) == 1 and not drawn.isascii() and drawn not in DASHES):
        return BULLET
    return plain(drawn)
