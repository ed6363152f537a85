"""How LibreOffice is run so that it cannot outlive its time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ingest.libreoffice import find_program

NO_PROXY_SETTINGS = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy")
"""They would outrank the profile's own."""
ITS_FOLDERS = ("TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
"""XDG Base Directory Specification; the first three are those of Unix and Windows for temporary files."""


def run_program(arguments: Sequence[str], folder: Path, seconds: float) -> None:
    """Run LibreOffice with ``arguments`` in ``folder``, and end it and all it started after ``seconds``.

    What it says is passed over: the files it makes are the answer, and what it says can quote a document.
    """
    program = find_program()
    if program is None:
        return
    process = subprocess.Popen(  # noqa: S603 - found above; all names it is given are our own
        [program, *arguments],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        pass
    finally:
        _end(process)


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.lower() not in NO_PROXY_SETTINGS}
    # Its temporary files, and what its libraries keep for a desktop, go where they are removed with all others.
    return {**kept, **dict.fromkeys(ITS_FOLDERS, str(folder))}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and the processes it started; it is a script that starts another on every system."""
    if sys.platform == "win32":
        stop = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(stop, capture_output=True, check=False)  # noqa: S603 - our own process
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
