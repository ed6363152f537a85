"""Red, amber, green and blue: from a letter, a word or the colour of a cell, by the board's key where it has one."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping

from normalize.model import Rating
from normalize.text import fold_label
from normalize.vocabulary import Vocabulary

RATING_WORDS: Mapping[str, Rating] = {
    "r": Rating.RED,
    "red": Rating.RED,
    "a": Rating.AMBER,
    "amber": Rating.AMBER,
    "yellow": Rating.AMBER,
    "orange": Rating.AMBER,
    "g": Rating.GREEN,
    "green": Rating.GREEN,
    "b": Rating.BLUE,
    "blue": Rating.BLUE,
}
HUES: tuple[tuple[float, Rating], ...] = (
    (16, Rating.RED),
    (70, Rating.AMBER),
    (170, Rating.GREEN),
    (260, Rating.BLUE),
    (320, Rating.BLUE),
    (360, Rating.RED),
)
"""Hues in degrees up to which a colour carries a name; amber runs from orange to yellow."""
PALEST_RATING = 0.1
"""A fill of a rating column less saturated than this (HSV, 0 to 1) is white, grey or black: no rating."""
DARKEST_RATING = 0.25
"""A fill darker than this (HSV value) is black to the eye."""


def read_rating(text: str, fill: str | None, vocabulary: Vocabulary) -> tuple[Rating | None, str]:
    """Return the rating of a rating cell and what it was read from: its words first, then its colour."""
    if text.strip() and (rating := _read_rating_word(text, vocabulary)):
        return rating, text.strip()
    if fill and (rating := _read_fill(fill, vocabulary)):
        return rating, fill
    return None, text.strip()


def _read_rating_word(text: str, vocabulary: Vocabulary) -> Rating | None:
    board = {fold_label(word): rating for word, rating in vocabulary.ratings.items() if not word.startswith("#")}
    label = fold_label(text)
    if label in board:
        return board[label]
    named = {
        rating for word in label.split() if (rating := RATING_WORDS.get(word)) and (len(word) > 1 or word == label)
    }
    return named.pop() if len(named) == 1 else None


def _read_fill(fill: str, vocabulary: Vocabulary) -> Rating | None:
    board = {word.upper(): rating for word, rating in vocabulary.ratings.items() if word.startswith("#")}
    if fill.upper() in board:
        return board[fill.upper()]
    hue, saturation, value = _read_colour(fill)
    if saturation < PALEST_RATING or value < DARKEST_RATING:
        return None
    return next(rating for limit, rating in HUES if hue * 360 <= limit)


def find_saturation(fill: str) -> float:
    """Return how saturated a colour is (HSV, 0 to 1)."""
    return _read_colour(fill)[1]


def _read_colour(fill: str) -> tuple[float, float, float]:
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hsv(red, green, blue)
