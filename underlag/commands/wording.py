"""Click in Swedish: headings of the help, and the line that says how a command was called wrongly."""

from __future__ import annotations

import click


class Command(click.Command):
    """A command whose help is Swedish."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Användning: ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[FLAGGOR]" if piece == "[OPTIONS]" else piece for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option:
            option.help = "Visar den här hjälpen."
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        records = [record for p in self.get_params(ctx) if isinstance(p, click.Option) and (record := p.get_help_record(ctx))]
        with formatter.section("Flaggor"):
            formatter.write_dl(records)


class Group(Command, click.Group):
    """A group that knows what its commands do without loading them."""

    def summaries(self) -> list[tuple[str, str]]:
        """Name and one line for each command."""
        raise NotImplementedError

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return ["[FLAGGOR]", "KOMMANDO", "…"]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Command.format_options(self, ctx, formatter)
        with formatter.section("Kommandon"):
            formatter.write_dl(self.summaries())


def usage_line(error: click.ClickException) -> str:
    """What is wrong with the call, in Swedish where click's kinds of error tell it apart."""
    match error:
        case click.NoSuchOption():
            return f"flaggan {error.option_name} finns inte"
        case click.MissingParameter(param=click.Argument() as argument):
            return f"{argument.make_metavar(error.ctx) if error.ctx else argument.name} saknas"
        case click.MissingParameter(param=click.Option() as option):
            return f"flaggan {option.opts[0]} saknas"
        case click.BadOptionUsage():
            return f"flaggan {error.option_name} saknar sitt värde eller har ett för mycket"
        case click.BadParameter(param=click.Argument()):
            return error.message
        case click.BadParameter(param=click.Parameter(opts=[name, *_])):
            return f"{name}: {error.message}"
    return error.format_message()
