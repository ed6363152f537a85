"""The help of a command, for somebody who writes no code: names of what to type, and no types of a program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click import Context, HelpFormatter
    from typer._click.core import Parameter


class PlainCommand(TyperCommand):
    """A command whose help shows "FOLDER" where typer shows "{FOLDER}" and "FOLDER <path>"."""

    def collect_usage_pieces(self, ctx: Context) -> list[str]:
        """Return the parts of the usage line; what may be left out stands in brackets, as is the custom."""
        return [piece.replace("{", "").replace("}", "") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Write the arguments and the options, each under its heading."""
        for heading, kind in (("Arguments", "argument"), ("Options", "option")):
            records = [_describe(each, ctx) for each in self.get_params(ctx) if each.param_type_name == kind]
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records)


def _describe(asked: Parameter, ctx: Context) -> tuple[str, str]:
    name, text = asked.get_help_record(ctx) or ("", "")
    return name.partition(" <")[0], text
