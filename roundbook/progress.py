"""How far a run is: a bar on a terminal, nothing anywhere else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from roundbook.terminal import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def show_progress(console: Console, words: str) -> Iterator[Callable[[int, int, str], None]]:
    """Show a bar titled ``words`` on ``console``; what is given takes what is done, how much there is, and a name."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(words, name="")

        def tell(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, name=plain(name))

        yield tell
