"""``python -m benchmarks.audit``: say which of the installed packages are known to be unsafe.

Asks pip-audit, which asks the Python Package Index; where that cannot be reached, says so and is no failure.
"""

from __future__ import annotations

import json
import subprocess
import sys

COMMAND = (sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--skip-editable")
UNREACHED = ("ConnectionError", "connection", "Connection", "timed out", "resolve")
"""What its last words hold where there is no way to the index."""


def main() -> int:
    """Print what is known, and return 1 where there is anything."""
    said = subprocess.run(COMMAND, capture_output=True, check=False, text=True)
    if not said.stdout and any(sign in said.stderr for sign in UNREACHED):
        print("Skipped: the package index cannot be reached, so nothing is known of unsafe packages.")
        return 0
    if not said.stdout:
        print(said.stderr)
        return 1
    packages = json.loads(said.stdout)["dependencies"]
    unsafe = [(each["name"], each["version"], known["id"]) for each in packages for known in each.get("vulns", ())]
    for name, version, known in unsafe:
        print(f"{name} {version}: {known}")
    print(f"{len(packages)} packages, {len(unsafe)} known to be unsafe")
    return bool(unsafe)


if __name__ == "__main__":
    sys.exit(main())
