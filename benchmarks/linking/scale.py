"""How long a thousand rows take against fifty thousand recommendations, and how much memory."""

from __future__ import annotations

import subprocess
import sys

_ENTRIES, _ROWS = 50_000, 1_000

PROGRAM = """
import resource, time
from benchmarks.linking.grammar import write_list
from benchmarks.linking.rows import Writer
from match.linker import Linker
writer = Writer(write_list({entries}, 5), {{}}, 5)
cases = writer.write({rows})
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.process_time()
linker = Linker(writer.master)
built = time.process_time()
links = linker.link([case.query for case in cases])
ended = time.process_time()
wrong = sum(not set(link.ids) <= case.truth for case, link in zip(cases, links))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f"{{len(cases):,}} rows x {entries:,} recommendations: index {{built - started:.1f}} processor s, "
      f"linking {{ended - built:.1f}} processor s, peak {{peak / 1024:.0f}} MB "
      f"({{before / 1024:.0f}} MB before linking), wrong {{wrong}}")
"""


def measure() -> str:
    """Return time and peak memory, measured in a process of its own."""
    program = PROGRAM.format(entries=_ENTRIES, rows=_ROWS)
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return done.stdout.strip()
