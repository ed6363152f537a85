"""The settings LibreOffice works under: no macro runs, no link is followed, nothing is fetched."""

from __future__ import annotations

from pathlib import Path

NOWHERE = "127.0.0.1"
CLOSED_PORT = "9"
"""The discard port, on which no computer of today listens: a proxy that lets nothing through."""

SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
PROXY = "/org.openoffice.Inet/Settings"
SETTINGS: tuple[tuple[str, str, str], ...] = (
    (SCRIPTING, "DisableMacrosExecution", "true"),
    (SCRIPTING, "MacroSecurityLevel", "3"),
    (SCRIPTING, "DisableActiveContent", "true"),
    (SCRIPTING, "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", "1"),
    (PROXY, "ooInetProxyType", "2"),
    (PROXY, "ooInetHTTPProxyName", NOWHERE),
    (PROXY, "ooInetHTTPProxyPort", CLOSED_PORT),
    (PROXY, "ooInetHTTPSProxyName", NOWHERE),
    (PROXY, "ooInetHTTPSProxyPort", CLOSED_PORT),
    (PROXY, "ooInetFTPProxyName", NOWHERE),
    (PROXY, "ooInetFTPProxyPort", CLOSED_PORT),
    (PROXY, "ooInetNoProxy", ""),
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("/org.openoffice.Office.Common/Save/Document", "AutoSave", "false"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
)
"""Group, name and value, as in LibreOffice's own registry schema (officecfg: Common.xcs, Writer.xcs, Calc.xcs,
Inet.xcs); none has a letter that XML writes otherwise. Links: 0 is never in Writer, 1 is never in Calc. What a version
does not know, it passes over."""

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def write_profile(folder: Path) -> None:
    """Make a user profile in ``folder`` that holds the settings and nothing else."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(_item(*setting) for setting in SETTINGS)
    (user / "registrymodifications.xcu").write_text(f"{HEAD}{items}</oor:items>\n", "utf-8")


def _item(group: str, name: str, value: str) -> str:
    prop = f'<prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
    return f'<item oor:path="{group}">{prop}</item>\n'
