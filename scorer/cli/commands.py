"""What can be asked of `scorer`: each command says what it takes and loads what it needs when it runs."""

from typing import Annotated

import typer

from scorer import __version__
from scorer.cli import options, reviewbook, rulebook, streams
from scorer.cli.exits import Exit
from scorer.render.words import Lang

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True, rich_markup_mode="rich")
app.add_typer(rulebook.app, name="rules")
app.add_typer(reviewbook.app, name="review")


def _show_version(wanted: bool) -> None:
    if wanted:
        streams.write(f"fazhi-scorer {__version__}\n")
        raise typer.Exit


@app.callback()
def _root(_: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True, help="版本号 / version")] = False) -> None:
    """按可编辑的规则为法治政府建设年度报告打分，每项结论附原文佐证。

    Scores annual rule-of-law reports; every verdict comes with its quote.
    """


@app.command()
def score(
    files: options.Files,
    format: options.FormatOption = options.Format.TABLE,
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
    request = Request(tuple(files), format, lang, rules, pack, overrides, fail_under, width, waivers)
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
    engine: options.EngineOption = options.Engine.LOCAL,
    scheduler: options.Scheduler = None,
    parquet: options.Parquet = False,
) -> Exit:
    """批量评分：PATH... 为报告、文件夹、"报告/**/*.docx" 式样，或 .csv、.xlsx 清单；中断后再次运行即接着做。

    Score many reports: PATH... are files, folders, patterns, or a table that lists them; run again to go on after a stop.
    """
    from scorer.cli.batching import Request, run_batch
    from scorer.ingest.limits import allow

    limits = allow(max_mb, max_pages, timeout)
    return run_batch(Request(tuple(paths), output, jobs, resume, lang, rules, pack, waivers, limits, engine, scheduler, parquet))


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
) -> Exit:
    """说明一条规则在报告里的结论：考虑过哪些文字，计入与否，为什么。

    Show every passage considered for one rule, and why it counted or not.
    """
    from scorer.cli.explaining import print_explanation
    from scorer.pipeline import Overrides, Scorer

    return print_explanation(file, rule, Scorer(rules, pack), Overrides(), lang)


@app.command()
def evaluate(
    folder: Annotated[str, typer.Argument(metavar="GOLD_DIR", show_default=False)],
    rules: options.Rules = None,
    errors: Annotated[bool, typer.Option("--errors", help="逐条列出不一致 / list every error")] = False,
    lang: options.Language = Lang.ZH,
) -> Exit:
    """用人工标注的报告检验规则的准确度。

    Hold the rules against labelled reports.
    """
    from scorer.cli.evaluating import print_evaluation

    return print_evaluation(folder, rules, lang, errors=errors)
