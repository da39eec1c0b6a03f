"""`scorer rules …` and the other commands for people who edit rules; each loads what it needs when it runs."""

from typing import Annotated

import typer

from scorer.cli import options
from scorer.cli.exits import Exit
from scorer.render.words import Lang

app = typer.Typer(no_args_is_help=True, help="查看、复制、检查规则 / look at, copy and check rules")

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", show_default=False)]
Folder = Annotated[str | None, typer.Argument(metavar="[PATH]", show_default=False)]
OldRules = Annotated[str, typer.Argument(metavar="OLD", show_default=False)]
NewRules = Annotated[str, typer.Argument(metavar="NEW", show_default=False)]


@app.command()
def copy(folder: Annotated[str, typer.Argument(metavar="DIR")], lang: options.Language = Lang.ZH) -> Exit:
    """把自带的规则连同用例复制到新文件夹 DIR，供修改。

    Copy the shipped packs with their cases to a new folder.
    """
    from scorer.cli.rules.copying import copy_rules

    return copy_rules(folder, lang)


@app.command("list")
def list_packs(rules: options.Rules = None, lang: options.Language = Lang.ZH) -> Exit:
    """列出规则包。

    List the rule packs.
    """
    from scorer.cli.rules.showing import list_packs

    return list_packs(rules, lang)


@app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="ID")], rules: options.Rules = None, pack: options.Pack = None, lang: options.Language = Lang.ZH
) -> Exit:
    """显示一条规则，或一个规则包的目录。

    Show a rule, or the contents of a pack.
    """
    from scorer.cli.rules.showing import show

    return show(id, rules, pack, lang)


@app.command()
def check(path: Folder = None, watch: options.Watch = False, lang: options.Language = Lang.ZH) -> Exit:
    """检查规则文件夹（或其中一个文件）PATH 的格式和写法，有问题时退出码为 1。

    Check a rules folder, or one file of it; exit 1 where there are problems.
    """
    from scorer.cli.rules.checking import check
    from scorer.packs import find_rules

    if not watch:
        return check(path, lang)
    from scorer.cli.watching import watch as keep

    return keep(lambda _: check(path, lang), [path or find_rules()], lang)


@app.command("test")
def run_cases(
    ids: Ids = None, rules: options.Rules = None, pack: options.Pack = None, watch: options.Watch = False, lang: options.Language = Lang.ZH
) -> Exit:
    """运行规则旁的用例，可只运行几条规则的。

    Run the cases beside the rules, or those of some rules.
    """
    from scorer.cli.rules.checking import run_cases
    from scorer.packs import find_rules

    wanted = tuple(ids or ())
    if not watch:
        return run_cases(rules, wanted, lang, pack)
    from scorer.cli.watching import rules_changed
    from scorer.cli.watching import watch as keep

    return keep(lambda changed: run_cases(rules, wanted or rules_changed(changed), lang, pack), [find_rules(rules)], lang)


@app.command()
def new(
    id: Annotated[str, typer.Argument(metavar="ID")],
    rules: options.Rules = None,
    pack: Annotated[str, typer.Option(metavar="ID", help="规则包 / pack")] = "rule-of-law",
    category: Annotated[str, typer.Option(metavar="ID", help="所属部分 / category")] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="名称 / title")] = "",
    title_en: Annotated[str, typer.Option(metavar="TEXT", help="英文名称 / English title")] = "",
    phrase: Annotated[list[str] | None, typer.Option(metavar="TEXT", help="报告里的说法，可多次 / wording, repeatable")] = None,
    weight: Annotated[int, typer.Option(metavar="N", min=1, max=10, help="权重 / weight")] = 1,
    why: Annotated[str, typer.Option(metavar="TEXT", help="理由 / why")] = "",
    basis: Annotated[str, typer.Option(metavar="TEXT", help="依据的文件 / legal basis")] = "",
    since: Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="依据的施行日期 / in force since")] = "",
    lang: options.Language = Lang.ZH,
) -> Exit:
    """新建一条规则和它的用例，写好说明，列进规则包；缺什么就问什么。

    Make a rule with its cases and comments that teach, and list it in its pack; asks for what is missing.
    """
    from scorer.authoring.scaffold import Draft
    from scorer.cli.rules.making import make

    return make(rules, pack, Draft(id, title, category, tuple(phrase or ()), title_en, weight, why, basis, since), lang)


@app.command()
def impact(old: OldRules, new: NewRules, on: options.On, pack: options.Pack = None, lang: options.Language = Lang.ZH) -> Exit:
    """规则从 OLD 改成 NEW，一批报告的结论有哪些变化；没有变化的不显示。

    Which verdicts of which reports change from one rules folder to another; nothing else.
    """
    from scorer.cli.rules.impacting import print_impact

    return print_impact(old, new, on, pack, lang)


@app.command()
def suggest(
    rule: Annotated[str, typer.Argument(metavar="RULE")],
    on: options.On,
    rules: options.Rules = None,
    pack: options.Pack = None,
    lang: options.Language = Lang.ZH,
) -> Exit:
    """列出报告里与某条规则的佐证相近、而短语没有覆盖的说法。

    Wordings near the known evidence of a rule that its phrases miss, ranked, with counts.
    """
    from scorer.cli.rules.impacting import print_suggestions

    return print_suggestions(rule, on, rules, pack, lang)


@app.command()
def docs(
    folder: Annotated[str, typer.Argument(metavar="[DIR]")] = "docs/rules",
    rules: options.Rules = None,
    only_check: Annotated[bool, typer.Option("--check", help="只核对是否最新 / only check that it is fresh")] = False,
    lang: options.Language = Lang.ZH,
) -> Exit:
    """为每条规则生成一页说明：依据、要件、短语、例子。

    Write one page a rule: basis, elements, phrases, examples.
    """
    from scorer.cli.rules.documenting import write_docs

    return write_docs(folder, rules, lang, only_check=only_check)


@app.command()
def diff(pack: Annotated[str, typer.Argument(metavar="PACK")], rules: options.Rules = None, lang: options.Language = Lang.ZH) -> Exit:
    """显示一个规则包在它所扩展的规则包上改了什么。

    What a tailored pack changes in the pack it extends.
    """
    from scorer.cli.rules.documenting import print_diff

    return print_diff(pack, rules, lang)


@app.command()
def schema(
    name: Annotated[str, typer.Argument(metavar="[NAME]", show_default=False)] = "rule",
    write: Annotated[str | None, typer.Option("--write", metavar="DIR", help="写进规则文件夹 / into a rules folder", show_default=False)] = None,
    lang: options.Language = Lang.ZH,
) -> Exit:
    """输出规则文件的 JSON Schema（rule、pack、cases…），编辑器据此补全和提示。

    Print the JSON Schema by which editors complete and explain.
    """
    from scorer.cli.rules.schemas import print_schema

    return print_schema(name, write, lang)
