"""Forms filled in and sent back in the ways they come back: every row is linked by its id, and none wrongly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from export.forms.model import Asked, make_forms
from export.forms.writer import write
from ingest.conversion import convert
from ingest.model import Finding, Level, UnreadDocument
from match.form_faults import find_form_faults
from match.linker import link
from match.model import LinkedUpdate, Outcome, Round
from normalize.model import MasterList, Recommendation, ReturnedDocument, Status
from normalize.vocabulary import Vocabulary
from roundbook.queries import join_links, make_queries
from roundbook.reading import Errand, read_return
from tests.libreoffice import needs_libreoffice, save_as
from tests.roundbook import filled_forms as changes
from tests.roundbook.filled_forms import Form, fill_in

AGENCY, OTHER = "Marlvale Volunteers", "Harbour Trust"
TWIN = "Supervision notes should be audited every quarter by a manager who does not supervise the worker."
LONG = " ".join(f"Point {n} of the protocol should be agreed with each of the {n + 3} partners." for n in range(60))
TEXTS = {
    "VOL-IMR-01": "Volunteers should be told whom to ring when a child is seen alone in the evening.",
    "VOL-IMR-02": TWIN,
    "VOL-OV-02": TWIN,
    "VOL-IMR-03": "Health visitors should receive supervision at least every twelve weeks.",
    "VOL-IMR-04": "School nurses should receive supervision at least every twelve weeks.",
    "17": "Training.",
    "R3": "1. Agree a protocol.\n2. Publish it to all volunteers.",
    "VOLUNTEERS/2025/REVIEW OF CHILD Q/5": "A map of all drop-in centres should be kept and shown to new families.",
    "VOL-IMR-05": LONG,
}
MASTER = MasterList(
    (
        *(Recommendation(id_, AGENCY, "", "", text) for id_, text in TEXTS.items()),
        Recommendation("HAR-1", OTHER, "", "", "The harbour should be lit at night."),
    )
)
ANSWERS = {
    id_: ("In progress" if at % 2 else "Complete", f"Answer {at} was agreed.\nIt holds.", f"Minutes {at}")
    for at, id_ in enumerate(TEXTS)
}
VOCABULARY = Vocabulary("Child Q", dict.fromkeys(MASTER.agencies, ()))

Change = Callable[[Form], None]


@dataclass(frozen=True)
class Came:
    """What came of a form that was sent back."""

    rows: tuple[LinkedUpdate, ...]
    findings: tuple[Finding, ...]

    @property
    def linked(self) -> dict[str, LinkedUpdate]:
        return {each.link.ids[0]: each for each in self.rows if each.link.outcome is Outcome.LINKED}

    @property
    def doubts(self) -> list[str]:
        return [each.link.reasons[0] for each in self.rows if each.link.outcome is not Outcome.LINKED]

    @property
    def faults(self) -> list[str]:
        return [each.code for each in find_form_faults(self.rows)]


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("forms") / "Form.docx"
    forms = make_forms(MASTER, Round("2025-03", ()), {}, Asked("Marlvale Board", "Child Q", "2025-09", "Monday 3 May"))
    write(next(each for each in forms if each.agency == AGENCY), path)
    return path


def read_back(*paths: Path) -> list[Came]:
    with convert(paths) as conversions:
        readings = [read_return(Errand(path, path.name, VOCABULARY, conversions)) for path in paths]
    return [_link(each) for each in readings]


def _link(reading: ReturnedDocument | UnreadDocument) -> Came:
    assert not isinstance(reading, UnreadDocument)
    assert reading.words.adds_up
    links = link(make_queries([reading]), MASTER)
    return Came(join_links([reading], links), reading.findings)


@pytest.fixture
def come_back(blank: Path, tmp_path: Path) -> Callable[..., Came]:
    """Fill the form in with a change and read it."""

    def _come_back(change: Change = lambda _: None) -> Came:
        (came,) = read_back(fill_in(blank, tmp_path / "Back.docx", ANSWERS, change))
        return came

    return _come_back


def assert_complete(came: Came, *, but: tuple[str, ...] = ()) -> None:
    """Assert that every row is linked by its id to its own recommendation, with its own words."""
    assert set(came.linked) == set(TEXTS) - set(but)
    for id_, row in came.linked.items():
        status, update, evidence = ANSWERS[id_]
        assert "own ID" in row.link.reasons[0]
        assert (row.update.update.split(), row.update.evidence) == (update.split(), evidence)
        assert row.update.status == Status(status.lower())


def assert_says_nothing(came: Came) -> None:
    assert set(came.linked) == set(TEXTS)
    assert not any(row.update.update or row.update.evidence for row in came.rows)
    assert {row.update.status for row in came.rows} == {Status.NOT_STATED}


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        changes.turn_rows_round,
        changes.wrap_cells,
        changes.track_changes,
        changes.retype_recommendations,
        changes.clear_recommendations,
        changes.retype_ids,
        changes.drop_controls,
        changes.paste_elsewhere,
        changes.leave_the_marks_of_prompts,
    ],
)
def test_every_row_is_linked_by_its_id(come_back: Callable[..., Came], change: Change) -> None:
    came = come_back(change)

    assert_complete(came)
    assert (came.doubts, came.faults) == ([], [])
    assert all(each.level is Level.NOTE for each in came.findings)


def test_a_form_with_rows_taken_out_links_the_others(come_back: Callable[..., Came]) -> None:
    assert_complete(come_back(changes.delete_first_row), but=("VOL-IMR-01",))


def test_an_id_typed_over_with_another_goes_to_a_person(come_back: Callable[..., Came]) -> None:
    came = come_back(changes.name_another_id)

    assert_complete(came, but=("VOL-IMR-01",))
    assert came.doubts == ['The row of the form was made for VOL-IMR-01, and now says "VOL-IMR-02".']
    assert came.faults == ["form-id-changed"]


def test_of_a_copied_row_neither_is_linked(come_back: Callable[..., Came]) -> None:
    came = come_back(changes.copy_first_row)

    assert_complete(came, but=("VOL-IMR-01",))
    assert len(came.doubts) == 2
    assert came.faults == ["form-row-copied"] * 2


def test_a_row_added_is_read_like_any_other(come_back: Callable[..., Came]) -> None:
    came = come_back(changes.add_row)

    assert_complete(came)
    assert came.rows[-1].update.update == "It was held."
    assert came.rows[-1].link.outcome is not Outcome.LINKED
    assert came.faults == ["form-row-added"]


def test_words_written_over_the_last_report_are_pointed_out(come_back: Callable[..., Came]) -> None:
    came = come_back(changes.write_in_the_wrong_column)

    assert_complete(came)
    assert [each.place.row for each in came.findings if each.code == "form-report-changed"] == [2]


def test_no_row_is_linked_wrongly_where_cells_were_merged(come_back: Callable[..., Came]) -> None:
    came = come_back(changes.merge_first_rows)

    told = {id_: row.update.update.split()[1] for id_, row in came.linked.items()}
    assert set(TEXTS) - set(told) <= {"VOL-IMR-01", "VOL-IMR-02"}
    assert all(told[id_] == ANSWERS[id_][1].split()[1] for id_ in told)


@pytest.mark.parametrize("change", [lambda _: None, changes.drop_controls, changes.wrap_cells, changes.paste_elsewhere])
def test_a_form_left_as_it_was_says_nothing(blank: Path, tmp_path: Path, change: Change) -> None:
    (came,) = read_back(fill_in(blank, tmp_path / "Back.docx", {}, change))

    assert_says_nothing(came)


def test_two_agencies_forms_in_one_document_are_two_returns(blank: Path, tmp_path: Path) -> None:
    forms = make_forms(MASTER, None, {}, Asked("Marlvale Board", "Child Q", "2025-09", ""))
    write(next(each for each in forms if each.agency == OTHER), tmp_path / "Other.docx")
    both = fill_in(tmp_path / "Other.docx", tmp_path / "Both.docx", {"HAR-1": ("Complete", "It is lit.", "Bill")})

    (came,) = read_back(fill_in(blank, both, ANSWERS, changes.put_below(both)))

    assert {row.agency: row.update.update for row in came.rows if row.agency == OTHER} == {OTHER: "It is lit."}
    assert set(came.linked) == {*TEXTS, "HAR-1"}


@dataclass(frozen=True)
class Trip:
    """Three forms after a trip: filled in, filled in with its rows turned round, and left as it was."""

    filled: Came
    turned: Came
    blank: Came


@pytest.fixture(
    scope="module", params=[("docx",), ("odt",), ("odt", "docx"), ("doc",), ("rtf",), ("pdf",)], ids="-".join
)
def trip(request: pytest.FixtureRequest, blank: Path, tmp_path_factory: pytest.TempPathFactory) -> Trip:
    folder = tmp_path_factory.mktemp("trip")
    filled = fill_in(blank, folder / "Filled.docx", ANSWERS)
    turned = fill_in(blank, folder / "Turned.docx", ANSWERS, changes.turn_rows_round)
    paths: tuple[Path, ...] = (filled, turned, blank)
    for at, target in enumerate(request.param):
        paths = save_as(target, paths, folder / str(at))
    return Trip(*read_back(*paths))


@needs_libreoffice
def test_every_row_is_linked_by_its_id_after_a_trip_through_libreoffice(trip: Trip) -> None:
    for came in (trip.filled, trip.turned):
        assert_complete(came)
        assert came.doubts == []


@needs_libreoffice
def test_a_form_left_as_it_was_says_nothing_after_a_trip_through_libreoffice(trip: Trip) -> None:
    assert_says_nothing(trip.blank)
