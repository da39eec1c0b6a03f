"""`scorer review …`: the commands for reviewers; each loads what it needs when it runs."""

from typing import Annotated

import click
import typer
from typer.core import TyperGroup

from scorer.cli import options
from scorer.cli.exits import Exit
from scorer.render.words import Lang

WALK = "FILE"
"""The name of the command that takes a file and no name."""


class FileOrCommand(TyperGroup):
    """`scorer review report.txt` walks through a report; a report called like a command is written ./export."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the unwritten name in its place."""
        others = {*self.commands} - {WALK}
        if args and args[0] not in {*others, *self.get_help_option_names(ctx)}:
            args = [WALK, *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=FileOrCommand, no_args_is_help=True, help="人工复核，记录在案 / reviews by people, on record")

By = Annotated[str, typer.Option("--by", metavar="NAME", help="复核人 / reviewer", show_default=False)]


@app.command(WALK)
def walk(
    file: options.File,
    by: By = "",
    rules: options.Rules = None,
    pack: options.Pack = None,
    waivers: options.Waivers = None,
    lang: options.Language = Lang.ZH,
) -> Exit:
    """逐条复核报告 FILE 的结论，先看需要复核的；每定一条即存入 FILE.review.yml。

    Walk through the verdicts on a report, those in doubt first; every decision goes into FILE.review.yml at once.
    """
    from datetime import date

    from scorer.cli.review.reviewing import review_file
    from scorer.pipeline import Scorer

    return review_file(file, by, Scorer(rules, pack, waivers), date.today(), lang)


@app.command()
def export(
    folder: Annotated[str, typer.Argument(metavar="DIR", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", metavar="XLSX", help="写到哪个表 / spreadsheet", show_default=False)],
    everything: Annotated[bool, typer.Option("--all", help="所有结论，不只是需要复核的 / every verdict")] = False,
    rules: options.Rules = None,
    pack: options.Pack = None,
    lang: options.Language = Lang.ZH,
) -> Exit:
    """把文件夹 DIR 里各份报告需要复核的结论写成 Excel 表，结论可下拉选择。

    Write the verdicts to review on the reports of a folder to a spreadsheet with drop-down verdicts.
    """
    from scorer.cli.review.exchanging import export
    from scorer.pipeline import Scorer

    return export(folder, output, Scorer(rules, pack), lang, everything=everything)


@app.command("import")
def take_in(
    sheet: Annotated[str, typer.Argument(metavar="XLSX", show_default=False)],
    folder: Annotated[str, typer.Argument(metavar="DIR", show_default=False)],
    by: By = "",
    lang: options.Language = Lang.ZH,
) -> Exit:
    """把表里填好的结论记到文件夹 DIR 里的报告上。

    Put the decisions of a spreadsheet on record beside the reports of a folder.
    """
    from datetime import date

    from scorer.cli.review.exchanging import take_in

    return take_in(sheet, folder, by, date.today(), lang)


@app.command()
def agreement(
    one: Annotated[str, typer.Argument(metavar="A", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", show_default=False)],
    lang: options.Language = Lang.ZH,
) -> Exit:
    """比较两位复核人的结论（文件或文件夹 A、B）：一致率、kappa、逐条列出分歧。

    Compare the decisions of two reviewers: share, kappa, and every disagreement.
    """
    from scorer.cli.review.agreeing import print_agreement

    return print_agreement(one, other, lang)


@app.command("to-cases")
def to_cases(files: options.Files, rules: options.Rules = None, pack: options.Pack = None, lang: options.Language = Lang.ZH) -> Exit:
    """把报告 FILE... 的复核结论转成规则的用例。

    Turn the decisions on reports into cases of their rules.
    """
    from scorer.cli.review.agreeing import make_cases

    return make_cases(files, rules, pack, lang)
