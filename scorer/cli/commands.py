"""What can be asked of `scorer`: each command says what it takes and loads what it needs when it runs."""

from typing import Annotated

import click
import typer

from scorer import __version__
from scorer.cli import options, streams
from scorer.cli.choices import CopiesFormat, Engine, Format, RankFormat
from scorer.cli.exits import Exit
from scorer.cli.review import commands as reviewbook
from scorer.cli.rules import commands as rulebook
from scorer.render.words import Lang

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True, rich_markup_mode="rich")
app.add_typer(rulebook.app, name="rules")
app.add_typer(reviewbook.app, name="review")


def _show_version(context: typer.Context, option: typer.CallbackParam, wanted: bool) -> None:
    if not wanted:
        if context.params["verbose"]:
            raise click.MissingParameter(ctx=context, param=option)
        return
    if context.params["verbose"]:
        from scorer.cli.versions import report

        streams.write(report())
    else:
        streams.write(f"fazhi-scorer {__version__}\n")
    raise typer.Exit


# Eager parameters are read first: the version then knows how much to say, wherever `--verbose` stands.
Verbose = Annotated[bool, typer.Option("--verbose", is_eager=True, help="与 --version 同用：规则包、库、系统，供报障 / for a bug report")]
Version = Annotated[bool, typer.Option("--version", callback=_show_version, help="版本号 / version")]


@app.callback()
def _root(version: Version = False, verbose: Verbose = False) -> None:
    """按可编辑的规则为法治政府建设年度报告打分，每项结论附原文佐证。

    Scores annual rule-of-law reports; every verdict comes with its quote.
    """


@app.command()
def score(
    files: options.Files,
    format: options.FormatOption = Format.TABLE,
    output: options.Output = None,
    fail_under: options.FailUnder = None,
    rules: options.Rules = None,
    pack: options.Pack = None,
    waivers: options.Waivers = None,
    lang: options.Language = Lang.ZH,
    body: options.Body = None,
    kind: options.KindOption = None,
    year: options.Year = None,
    published: options.Published = None,
    sector: options.SectorOption = None,
    width: options.Width = None,
    max_mb: options.MaxMb = None,
    max_pages: options.MaxPages = None,
    timeout: options.Timeout = None,
    watch: options.Watch = False,
) -> Exit:
    """给报告打分：FILE... 为 .docx、.pdf、.ofd、.html、.md、.txt 等文件，- 为标准输入。

    Score reports: FILE... are .docx, .pdf, .ofd, .html, .md or .txt files, - is standard input.
    """
    from scorer.cli.scoring import Request, score_files
    from scorer.ingest.limits import allow, using
    from scorer.pipeline import Overrides

    overrides = Overrides(body, kind.value if kind else None, year, options.day(published), sector.value if sector else None)
    request = Request(tuple(files), format, output, lang, rules, pack, overrides, fail_under, width, waivers)
    with using(allow(max_mb, max_pages, timeout)):
        if not watch:
            return score_files(request)
        from scorer.cli.watching import watch as keep
        from scorer.overrides import review_path
        from scorer.packs import find_rules

        beside = [waivers] if waivers else []
        return keep(lambda _: score_files(request), [find_rules(rules), *files, *map(review_path, files), *beside], lang)


@app.command()
def batch(
    paths: options.Paths,
    output: options.Out,
    jobs: options.Jobs = None,
    resume: options.Resume = None,
    rules: options.Rules = None,
    pack: options.Pack = None,
    waivers: options.Waivers = None,
    lang: options.Language = Lang.ZH,
    max_mb: options.MaxMb = None,
    max_pages: options.MaxPages = None,
    timeout: options.Timeout = None,
    engine: options.EngineOption = Engine.LOCAL,
    scheduler: options.Scheduler = None,
    parquet: options.Parquet = False,
    copies: options.Copies = None,
) -> Exit:
    """批量评分：PATH... 为报告、文件夹、"报告/**/*.docx" 式样，或 .csv、.xlsx 清单；中断后再次运行即接着做。

    Score many reports: PATH... are files, folders, patterns, or a table that lists them; run again to go on after a stop.
    """
    from scorer.cli.many.batching import Request, run_batch
    from scorer.ingest.limits import allow

    limits = allow(max_mb, max_pages, timeout)
    where = (tuple(paths), output, jobs, resume, lang, rules, pack, waivers, limits)
    return run_batch(Request(*where, engine, scheduler, parquet, copies))


@app.command()
def text(
    file: options.File,
    lang: options.Language = Lang.ZH,
    max_mb: options.MaxMb = None,
    max_pages: options.MaxPages = None,
    timeout: options.Timeout = None,
) -> Exit:
    """原样输出报告 FILE 的文字，评分卡中的位置都以它为准。

    Print the source text that every offset refers to.
    """
    from scorer.cli.text import print_text
    from scorer.ingest.limits import allow, using

    with using(allow(max_mb, max_pages, timeout)):
        return print_text(file, lang)


@app.command()
def explain(
    file: options.File,
    rule: Annotated[str, typer.Argument(metavar="RULE", show_default=False)],
    rules: options.Rules = None,
    pack: options.Pack = None,
    lang: options.Language = Lang.ZH,
    body: options.Body = None,
    kind: options.KindOption = None,
    year: options.Year = None,
    published: options.Published = None,
    sector: options.SectorOption = None,
    max_mb: options.MaxMb = None,
    max_pages: options.MaxPages = None,
    timeout: options.Timeout = None,
) -> Exit:
    """说明一条规则在报告里的结论：考虑过哪些文字，计入与否，为什么。

    Show every passage considered for one rule, and why it counted or not.
    """
    from scorer.cli.explaining import print_explanation
    from scorer.ingest.limits import allow, using
    from scorer.pipeline import Overrides, Scorer

    overrides = Overrides(body, kind.value if kind else None, year, options.day(published), sector.value if sector else None)
    with using(allow(max_mb, max_pages, timeout)):
        return print_explanation(file, rule, Scorer(rules, pack), overrides, lang)


@app.command()
def evaluate(
    folder: Annotated[str, typer.Argument(metavar="GOLD_DIR", show_default=False)],
    rules: options.Rules = None,
    errors: Annotated[bool, typer.Option("--errors", help="逐条列出不一致 / list every error")] = False,
    lang: options.Language = Lang.ZH,
    max_mb: options.MaxMb = None,
    max_pages: options.MaxPages = None,
    timeout: options.Timeout = None,
) -> Exit:
    """用人工标注的报告检验规则的准确度。

    Hold the rules against labelled reports.
    """
    from scorer.cli.rules.evaluating import print_evaluation
    from scorer.ingest.limits import allow, using

    with using(allow(max_mb, max_pages, timeout)):
        return print_evaluation(folder, rules, lang, errors=errors)


@app.command()
def rank(
    folder: Annotated[str, typer.Argument(metavar="DIR", show_default=False)],
    by: Annotated[list[str] | None, typer.Option("--by", metavar="COLUMN,...", help="另按这些列分组排名 / rank within groups, too")] = None,
    format: options.RankFormatOption = RankFormat.TABLE,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="写入文件 / write to a file", show_default=False)] = None,
    why: Annotated[tuple[str, str] | None, typer.Option("--why", metavar="A B", help="A 为何排在 B 前 / what puts A above B")] = None,
    min_text: Annotated[int, typer.Option("--min-text", metavar="N", min=0, help="少于 N 字的不排名 / characters needed")] = 500,
    min_rules: Annotated[int, typer.Option("--min-rules", metavar="PERCENT", min=0, max=100, help="适用规则少于此比例的不排名 / rules needed")] = 50,
    cards: Annotated[bool, typer.Option("--cards/--no-cards", help="网页带不带各份评分卡 / scorecards among the pages")] = True,
    rules: options.Rules = None,
    lang: options.Language = Lang.ZH,
    width: options.Width = None,
) -> Exit:
    """给 scorer batch 的结果 DIR 排名：名次、可能的名次区间、分档。

    Rank the results of a batch: places, the range each can take, bands.
    """
    from scorer.cli.many.ranking import explain_order, rank_folder
    from scorer.rank import Limits

    if why:
        return explain_order(folder, why, lang, width)
    if format is RankFormat.HTML:
        from scorer.cli.many.sites import Site, write_site

        return write_site(Site(folder, output, rules, cards, lang), by or [], Limits(min_text, min_rules))
    return rank_folder(folder, by or [], Limits(min_text, min_rules), format, output, lang, width)


@app.command()
def compare(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", show_default=False)],
    folder: Annotated[
        str | None, typer.Option("--in", metavar="DIR", help="从 scorer batch 的结果里取 / results of a batch", show_default=False)
    ] = None,
    rules: options.Rules = None,
    pack: options.Pack = None,
    lang: options.Language = Lang.ZH,
    width: options.Width = None,
) -> Exit:
    """逐项比较同一单位的各年报告，或两个单位的报告：多了什么，少了什么，附原文。

    Compare reports: what each gained and lost against the one before, with passages.
    """
    from scorer.cli.many.comparing import compare_reports
    from scorer.pipeline import Scorer

    return compare_reports(reports, folder, Scorer(rules, pack), lang, width)


@app.command()
def copies(
    folder: Annotated[str, typer.Argument(metavar="DIR", show_default=False)],
    format: options.CopiesFormatOption = CopiesFormat.TABLE,
    lang: options.Language = Lang.ZH,
    width: options.Width = None,
) -> Exit:
    """找出 scorer batch 的结果 DIR 里雷同的文字：与别的单位，或与本单位上一年。

    List the text that reports of a batch share with other bodies, or with their own of last year.
    """
    from scorer.cli.many.sharing import print_copies

    return print_copies(folder, format, lang, width)
