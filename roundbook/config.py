"""``roundbook.toml``: what a board may set, checked key by key so that no slip of the pen is passed over."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from ingest.model import Finding, Level, Place
from match.settings import LinkSettings
from normalize.columns import Field as Column
from normalize.model import Rating
from normalize.vocabulary import Vocabulary
from roundbook.board import CONFIG_NAME
from roundbook.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from normalize.model import MasterList


def _is_heading_field(name: str) -> str:
    known = [each.value for each in Column]
    if name not in known:
        raise ValueError(f"no column is called so; the columns are {', '.join(known)}")
    return name


def _are_linking_settings(values: dict[str, int | float]) -> dict[str, int | float]:
    if unknown := [name for name in values if name not in LinkSettings.names()]:
        raise ValueError(f"there is no setting {unknown[0]}; the settings are {', '.join(LinkSettings.names())}")
    _make_settings(values)
    return values


def _make_settings(values: Mapping[str, Any]) -> LinkSettings:
    return LinkSettings(**values)


Words = tuple[Annotated[str, Field(min_length=1)], ...]


class BoardNames(BaseModel):
    """The ``[board]`` section."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = ""
    review: str = ""


class Config(BaseModel):
    """All of ``roundbook.toml``; every part may be left out."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    board: BoardNames = BoardNames()
    agencies: dict[str, Words] = {}
    """Each agency's name on the master list and the other names it goes by."""
    headings: dict[Annotated[str, AfterValidator(_is_heading_field)], Words] = {}
    """Extra column headings by the name of their field."""
    ratings: dict[str, Rating] = {}
    """The board's key: a word, a letter or "#RRGGBB" and what it stands for."""
    linking: Annotated[dict[str, int | float], AfterValidator(_are_linking_settings)] = {}
    """Constants of the matcher that the board sets otherwise."""

    def vocabulary(self, master: MasterList) -> Vocabulary:
        """Return the board's words, with every agency of the ``master`` list known at least by its own name."""
        as_listed = {name.casefold(): name for name in master.agencies}
        other_names: dict[str, tuple[str, ...]] = dict.fromkeys(master.agencies, ())
        for name, others in self.agencies.items():
            other_names[as_listed.get(name.casefold(), name)] = others
        return Vocabulary(self.board.review, other_names, headings=self.headings, ratings=self.ratings)

    def find_strangers(self, master: MasterList) -> tuple[Finding, ...]:
        """Return a finding for every agency that is named here and not on the ``master`` list."""
        listed = {name.casefold() for name in master.agencies}
        return tuple(_stranger(name, master) for name in self.agencies if name.casefold() not in listed)

    def link_settings(self) -> LinkSettings:
        """Return the matcher's constants, with what the board sets otherwise."""
        return _make_settings(self.linking)


def _stranger(name: str, master: MasterList) -> Finding:
    message = (
        f'"{name}" is named under [agencies], but the master list has no such agency; '
        f"it has {', '.join(master.agencies)}."
    )
    return Finding(Level.CHECK, "unknown-agency", message, Place(CONFIG_NAME))


def read_config(path: Path) -> Config:
    """Return what the file at ``path`` sets; a file that is not there sets nothing.

    Raises ``ConfigError`` with a line for everything that is wrong.
    """
    try:
        written = tomllib.loads(path.read_text("utf-8-sig"))
        return Config.model_validate(written)
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be opened ({error.strerror}).") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: is not written as TOML ({error}). Mend that line and run again.") from error
    except ValidationError as error:
        raise ConfigError("\n".join(_sentences(path, error.errors()))) from error


def _sentences(path: Path, errors: Iterable[ErrorDetails]) -> Iterable[str]:
    for error in errors:
        *sections, key = (str(part) for part in error["loc"] if part != "[key]")
        where = f" in [{'.'.join(sections)}]" if sections else ""
        if error["type"] == "extra_forbidden":
            known = Config if not sections else BoardNames
            names = ", ".join(known.model_fields)
            yield f'{path}: there is no key "{key}"{where}; what may be set there is: {names}.'
        else:
            yield f'{path}: "{key}"{where} cannot be used: {error["msg"].removeprefix("Value error, ")}.'
