from __future__ import annotations

import pytest

from ingest.model import SourceCell
from normalize.forms import (
    GUIDANCE,
    LONGEST_TAG,
    PROMPTS,
    UPDATE_PROMPT,
    WORD_PROMPTS,
    digest_words,
    is_of_the_form,
    make_tag,
    read_marks,
    said_in,
    without_prompts,
)
from normalize.model import FormMark

TEXT = "Volunteers should be told whom to ring."


@pytest.mark.parametrize("id_", ["VOL-1", "7", "A:B:7", "Rec. no. 3 (new)", "\u00c9-1"])
def test_a_tag_gives_back_the_id_and_the_digest(id_: str) -> None:
    tags = tuple(make_tag(id_, TEXT, column) for column in ("status", "update"))

    assert read_marks([SourceCell(2, 4, tags=tags)]) == (FormMark(id_, digest_words(TEXT)),)


def test_a_tag_tells_the_words_last_reported_where_there_is_room() -> None:
    short, long = (make_tag(id_, TEXT, "update", "It was held.") for id_ in ("VOL-1", "V" * 30))

    assert short.endswith(digest_words("It was held."))
    assert long.endswith(":update")
    assert [mark.id for mark in read_marks([SourceCell(2, 4, tags=(short, long))])] == ["VOL-1", "V" * 30]


@pytest.mark.parametrize("tag", ["", "roundbook", "roundbook:VOL-1", "roundbook::ab:update", "other:VOL-1:ab:update"])
def test_tags_of_others_are_no_marks(tag: str) -> None:
    assert read_marks([SourceCell(2, 4, tags=(tag,))]) == ()


@pytest.mark.parametrize("id_", ["X" * (LONGEST_TAG - 20), "A\x0bB"])
def test_an_id_no_tag_can_hold_has_none(id_: str) -> None:
    assert make_tag(id_, TEXT, "update") == ""


def test_a_digest_heeds_words_and_not_how_they_are_typed() -> None:
    assert digest_words("Hold  it \u2013 \u201cnow\u201d.") == digest_words('hold it - "NOW"')
    assert digest_words("Hold it now") != digest_words("Hold it not")


@pytest.mark.parametrize("prompt", [*PROMPTS, *WORD_PROMPTS])
def test_a_prompt_is_nobodys_answer_wherever_its_lines_break(prompt: str) -> None:
    assert without_prompts(prompt.replace(" ", "\n", 2)) == ""
    assert is_of_the_form(prompt)


@pytest.mark.parametrize(
    ("prompt", "said"),
    [("Training was held.", "Training was held."), (UPDATE_PROMPT, ""), (WORD_PROMPTS[0], ""), ("", "")],
)
def test_words_marked_as_a_prompt_are_an_answer_unless_they_are_one(prompt: str, said: str) -> None:
    cell = SourceCell(2, 5, tags=(make_tag("VOL-1", TEXT, "update"),), prompts=(prompt,))

    assert said_in(cell) == said


def test_prompts_of_other_forms_are_never_answers() -> None:
    assert said_in(SourceCell(2, 5, tags=("Update",), prompts=("Enter your update",))) == ""


def test_what_is_written_beside_a_prompt_is_an_answer() -> None:
    assert without_prompts(f"{UPDATE_PROMPT} Training was held.").strip() == "Training was held."
    assert not is_of_the_form(f"{UPDATE_PROMPT} Training was held.")


@pytest.mark.parametrize(("line", "expected"), [(GUIDANCE, True), ("", False), ("Training was held.", False)])
def test_the_forms_own_lines_are_known(line: str, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_of_the_form(line) is expected
