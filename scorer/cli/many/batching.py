"""`scorer batch`: many reports in one go, into a folder of results."""

import json
import os
import subprocess
import sys
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from scorer.batch import copied
from scorer.batch.engine import Pool
from scorer.batch.folder import Folder, claim, replacing
from scorer.batch.inputs import expand
from scorer.batch.journal import Journal
from scorer.batch.merge import read_rows, write_results, write_texts
from scorer.batch.plan import Plan, make_plan
from scorer.batch.problems import BatchError, stop
from scorer.batch.run import Progress, score_all
from scorer.batch.work import Work, changed
from scorer.cli import streams
from scorer.cli.choices import Engine
from scorer.cli.exits import Exit, worse
from scorer.cli.many import progress
from scorer.ingest.limits import Limits
from scorer.model.rule import Pack
from scorer.packs import find_rules, load_pack
from scorer.render import words
from scorer.render.columns import Survey, columns, survey
from scorer.render.copied import Marker
from scorer.render.lines import JsonLines
from scorer.render.parquet import write_parquet
from scorer.render.summary import write_summary
from scorer.render.visible import visible
from scorer.render.words import Lang

if TYPE_CHECKING:
    from scorer.batch.cluster import Cluster

SUMMARY = "summary.csv"
RANKING = "ranking.xlsx"
_RANK = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from scorer.cli.app import main; main(sys.argv[2:])"
PARQUET = "results.parquet"


class Request(Struct, frozen=True):
    """What the command line asks for."""

    paths: tuple[str, ...]
    out: str
    jobs: int | None
    resume: bool | None
    lang: Lang
    rules: str | None
    pack: str | None
    waivers: str | None
    limits: Limits
    engine: Engine
    scheduler: str | None
    parquet: bool
    copies: bool | None

    def looks_for_copies(self, total: int) -> bool:
        """Whether as asked for, or among not too many."""
        return total <= copied.MOST if self.copies is None else self.copies


def run_batch(request: Request) -> Exit:
    """Score everything, merge, write the tables, and say how it went; what is done stays done, however the run ends."""
    if request.parquet:
        _need_pyarrow()
    lang = request.lang
    work = Work(JsonLines(lang), request.limits, lang.value, request.rules, request.pack, request.waivers)
    step = Progress()
    try:
        with claim(request.out) as folder, Journal(folder.journal) as journal:
            plan = make_plan(folder, expand(request.paths, folder.path), work.settings(), journal, resume=request.resume)
            with _engine(work, work.settings(), request) as engine:
                progress.show(score_all(plan, journal, engine, step), lang)
            _merge(folder, plan, journal, request)
            found = survey(read_rows(folder))
            _write_tables(folder, found, request)
            ranked = _write_ranking(folder, found, lang)
    except KeyboardInterrupt:
        streams.complain(words.say("interrupted", lang, step.done, step.total or "?"))
        raise
    except OSError as error:
        raise _cannot_write(error, request.out) from error
    streams.write(_summary(found, request) + "\n")
    return worse(ranked, Exit.BUG if found.bugs else Exit.UNREADABLE if found.failures else Exit.FINE)


def _merge(folder: Folder, plan: Plan, journal: Journal, request: Request) -> None:
    """Texts first: what they share is told in the results."""
    write_texts(folder, plan, journal)
    found = copied.find(folder.path) if request.looks_for_copies(plan.total) else iter(())
    write_results(folder, plan, journal, found, Marker(request.lang, lambda said: _pack_of(said["id"], said["sha256"], request.rules)))


@lru_cache(maxsize=8)
def _pack_of(pack_id: str, sha256: str, rules: str | None) -> Pack:
    """The pack that judged a report, unless its rules have changed since."""
    pack = load_pack(find_rules(rules), pack_id)[0]
    if pack.sha256 != sha256:
        raise changed()
    return pack


def _absolute(path: str | None) -> str | None:
    """The same for workers in another folder."""
    return None if path is None else str(Path(path).absolute())


def _engine(work: Work, settings: str, request: Request) -> "Pool | Cluster":
    jobs = request.jobs or os.cpu_count() or 1
    if request.engine is Engine.LOCAL:
        return Pool(work, settings, jobs)
    try:
        from scorer.batch.cluster import Cluster
    except ModuleNotFoundError as error:
        raise stop("B508", f"需要 {error.name}，本机没有安装", '请运行 pip install "fazhi-scorer[dask]" 后再试') from error
    here = replace(work, rules=_absolute(work.rules), waivers=_absolute(work.waivers), base=str(Path.cwd()))
    return Cluster(here, settings, jobs, request.scheduler)


def _need_pyarrow() -> None:
    """Before the work, not after it."""
    if find_spec("pyarrow") is None:
        raise stop("B509", "写 Parquet 需要 pyarrow，本机没有安装", '请运行 pip install "fazhi-scorer[parquet]" 后再试')


def _cannot_write(error: OSError, out: str) -> BatchError:
    advice = "请检查磁盘空间和权限，关闭正在打开其中文件的程序，然后重新运行同一命令：已完成的不会重做"
    return stop("B505", f"结果写不进输出文件夹（{error.strerror or error}）", advice, out)


def _write_tables(folder: Folder, found: Survey, request: Request) -> None:
    """The tables besides `results.jsonl`; each is made from the rows, or from `folder.results` where passages are needed."""
    packs = [load_pack(find_rules(request.rules), pack)[0] for pack in found.packs]
    heads = columns(found, packs, request.lang, copied=request.looks_for_copies(found.total))
    with replacing(folder.path / SUMMARY) as file:
        write_summary(file, heads, read_rows(folder), request.lang)
    if request.parquet:
        with replacing(folder.path / PARQUET) as file:
            write_parquet(file, heads, read_rows(folder))


def _write_ranking(folder: Folder, found: Survey, lang: Lang) -> Exit:
    """`scorer rank` within every group, in a process of its own: a ranking holds all results at once, the run never does."""
    by = [argument for name in found.groups for argument in ("--by", name)]
    rank = ["rank", str(folder.path.absolute()), "--format", "xlsx", "--lang", lang.value, *by]
    command = [sys.executable, "-P", "-c", _RANK, json.dumps(sys.path), *rank]
    code = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if code not in (Exit.FINE, Exit.USAGE, Exit.UNREADABLE):
        raise stop("B510", f"排名没有写成（进程退出：{code}）", "评分结果已经写好；请检查内存，然后运行 scorer rank", str(folder.path))
    return Exit(code)


def _summary(found: Survey, request: Request) -> str:
    lines = [words.say("batch-sum", request.lang, found.total, found.total - found.failures, found.failures)]
    lines += [f"  {visible(path)}  {code} {visible(reason)}" for path, code, reason in found.failed]
    if found.failures > len(found.failed):
        lines.append(words.say("batch-more", request.lang, found.failures - len(found.failed), SUMMARY))
    if not request.looks_for_copies(found.total) and request.copies is None:
        lines.append(words.say("batch-no-copies", request.lang, copied.MOST))
    written = ["results.jsonl", SUMMARY, RANKING, *([PARQUET] if request.parquet else [])]
    names = words.say("and", request.lang).join(visible(str(Path(request.out, name))) for name in written)
    return "\n".join([*lines, words.say("batch-results", request.lang, names)])
