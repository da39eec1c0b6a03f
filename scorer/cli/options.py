"""The options that commands share: names, help in both languages, and what they accept."""

from datetime import date
from math import isnan
from typing import TYPE_CHECKING, Annotated

import click
import typer

from scorer.cli.choices import CopiesFormat, Engine, Format, RankFormat, Sector
from scorer.model.document import Kind
from scorer.render.words import Lang

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def day(text: str | None) -> date | None:
    """A date as the option has it; the check on the command line has passed already."""
    return date.fromisoformat(text) if text else None


def _check_day(text: str | None) -> str | None:
    try:
        day(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text}: YYYY-MM-DD") from error
    return text


def _check_number(number: float | None) -> float | None:
    if number is not None and isnan(number):
        raise typer.BadParameter("nan")
    return number


def _files(_context: click.Context, _parameter: click.Parameter, begun: str) -> "list[CompletionItem]":
    """Let the shell complete names of files: left alone it would offer nothing where a path is a plain string."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(begun, type="file")]


Files = Annotated[list[str], typer.Argument(metavar="FILE...", shell_complete=_files, show_default=False)]
File = Annotated[str, typer.Argument(metavar="FILE", shell_complete=_files, show_default=False)]
FormatOption = Annotated[Format, typer.Option("--format", help="输出格式 / output format")]
RankFormatOption = Annotated[RankFormat, typer.Option("--format", help="输出格式 / output format")]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="PATH", help="写入文件；多份报告写入文件夹 / write to a file or folder", show_default=False),
]
CopiesFormatOption = Annotated[CopiesFormat, typer.Option("--format", help="输出格式 / output format")]
FailUnder = Annotated[
    float | None,
    typer.Option(metavar="N", min=0, max=100, callback=_check_number, help="低于 N 分时退出码为 1 / exit 1 below N", show_default=False),
]
Rules = Annotated[str | None, typer.Option(metavar="DIR", shell_complete=_files, help="规则文件夹，默认用自带的 / rules", show_default=False)]
Pack = Annotated[str | None, typer.Option(metavar="ID", help="规则包，默认按领域选 / pack", show_default=False)]
Waivers = Annotated[str | None, typer.Option("--waivers", metavar="FILE", help="豁免表，默认用规则文件夹里的 / waivers", show_default=False)]
Language = Annotated[Lang, typer.Option(help="输出语言 / language")]
Body = Annotated[str | None, typer.Option(metavar="NAME", help="报告单位 / reporting body", show_default=False)]
KindOption = Annotated[Kind | None, typer.Option("--kind", metavar="KIND", help="government | department | branch | township", show_default=False)]
Year = Annotated[int | None, typer.Option(metavar="YYYY", min=1949, max=2999, help="报告年度 / report year", show_default=False)]
Published = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", callback=_check_day, help="发布日期 / date of publication", show_default=False)]
SectorOption = Annotated[Sector | None, typer.Option("--sector", help="领域 / sector", show_default=False)]
Width = Annotated[int | None, typer.Option(metavar="N", min=40, max=1000, help="表格宽度（列） / width in columns", show_default=False)]
MaxMb = Annotated[int | None, typer.Option(metavar="N", min=1, max=4096, help="文件大小上限，默认 20 / largest file in MB", show_default=False)]
MaxPages = Annotated[int | None, typer.Option(metavar="N", min=1, max=1_000_000, help="页数上限，默认 500 / most pages", show_default=False)]
Timeout = Annotated[
    float | None,
    typer.Option(metavar="SECONDS", min=0.1, max=86400, callback=_check_number, help="每份文件的秒数，默认 60 / for one file", show_default=False),
]
Watch = Annotated[bool, typer.Option("--watch", help="存盘后自动重新运行 / run again on every save")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH...", shell_complete=_files, show_default=False)]
Out = Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="存放结果的文件夹 / folder for the results", show_default=False)]
Jobs = Annotated[int | None, typer.Option(metavar="N", min=1, max=1024, help="同时处理的份数，默认为处理器数 / processes", show_default=False)]
Resume = Annotated[
    bool | None,
    typer.Option("--resume/--no-resume", help="沿用 DIR 里仍有效的结果，或全部重做 / keep what is done, or do all again", show_default=False),
]
Copies = Annotated[
    bool | None,
    typer.Option("--copies/--no-copies", help="查雷同文字，默认两万份以内查 / look for copied text, up to 20,000 reports", show_default=False),
]
EngineOption = Annotated[Engine, typer.Option("--engine", help="本机进程，或 Dask 集群 / processes here, or a Dask cluster")]
Scheduler = Annotated[str | None, typer.Option(metavar="ADDRESS", help="Dask 调度器，默认在本机起一个 / scheduler", show_default=False)]
Parquet = Annotated[bool, typer.Option("--parquet", help="另写 results.parquet / write results.parquet, too")]
On = Annotated[str, typer.Option("--on", metavar="DIR", help="报告所在的文件夹 / folder of reports", show_default=False)]
