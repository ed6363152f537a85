from __future__ import annotations

from pathlib import Path

import pytest

from normalize.model import MasterList, Rating, Recommendation
from roundbook.config import Config, read_config
from roundbook.errors import ConfigError
from roundbook.setting_up import make_board

WHOLE = """
[board]
name = "Northmere Safeguarding Partnership"
review = "Child K"
[agencies]
"Children's Social Care" = ["CSC"]
[headings]
update = ["Position"]
[ratings]
"On track" = "green"
"#92D050" = "green"
[linking]
anchors_needed = 3
least_shared = 0.4
"""


def _read(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "roundbook.toml"
    path.write_text(text, "utf-8")
    return read_config(path)


def test_everything_that_may_be_set_is_read(tmp_path: Path) -> None:
    config = _read(tmp_path, WHOLE)
    assert (config.board.name, config.board.review) == ("Northmere Safeguarding Partnership", "Child K")
    assert config.agencies == {"Children's Social Care": ("CSC",)}
    assert config.headings == {"update": ("Position",)}
    assert config.ratings == {"On track": Rating.GREEN, "#92D050": Rating.GREEN}
    settings = config.link_settings()
    assert (settings.anchors_needed, settings.least_shared) == (3, 0.4)


def test_a_board_may_set_nothing(tmp_path: Path) -> None:
    assert read_config(tmp_path / "roundbook.toml") == _read(tmp_path, "") == Config()


def test_a_byte_order_mark_from_notepad_is_no_matter(tmp_path: Path) -> None:
    assert _read(tmp_path, "\ufeff[board]\nname = 'K'\n").board.name == "K"


def test_what_init_writes_can_be_read_also_with_every_line_in_use(tmp_path: Path) -> None:
    written = make_board(tmp_path / "board", None).board.config.read_text("utf-8")
    assert _read(tmp_path, written) == Config()
    lines = [line.removeprefix("# ") if " = " in line else line for line in written.splitlines()]
    assert _read(tmp_path, "\n".join(lines)).ratings["On track"] is Rating.GREEN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[bord]\nname = 'x'\n", ['there is no key "bord"', "board, agencies, headings, ratings, linking"]),
        ("[board]\nnam = 'x'\n", ['there is no key "nam" in [board]', "name, review"]),
        ("[headings]\nupdates = ['x']\n", ["updates", "no column is called so", "update"]),
        ("[ratings]\n'x' = 'purple'\n", ['"x" in [ratings]', "green"]),
        ("[linking]\nanchors = 1\n", ["no setting anchors", "anchors_needed"]),
        ("[linking]\nleast_shared = 7\n", ["least_shared", "between 0 and 1"]),
        ("[agencies]\nHousing = 'HO'\n", ["Housing", "[agencies]"]),
        ("[board\n", ["is not written as TOML", "line 1"]),
    ],
)
def test_a_slip_of_the_pen_is_refused_by_name(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        _read(tmp_path, text)
    message = str(caught.value)
    assert "roundbook.toml" in message
    for each in words:
        assert each in message


def test_every_slip_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        _read(tmp_path, "[bord]\n[board]\nnam = 'x'\n")
    assert len(str(caught.value).splitlines()) == 2


MASTER = MasterList((Recommendation("P-1", "Police", "", "1", "Words"), Recommendation("H-1", "Housing", "", "1", "W")))


def test_the_agencies_of_the_master_list_are_known_by_their_own_names() -> None:
    config = Config(agencies={"HOUSING": ("HO",)})
    assert config.vocabulary(MASTER).agencies == {"Police": (), "Housing": ("HO",)}
    assert config.find_strangers(MASTER) == ()


def test_an_agency_the_master_list_does_not_have_is_named() -> None:
    (finding,) = Config(agencies={"Hosing": ("HO",)}).find_strangers(MASTER)
    assert '"Hosing"' in finding.message
    assert "Police, Housing" in finding.message
