"""`scorer rules …` and the other commands for people who edit rules; each loads what it needs when it runs."""

from typing import Annotated

import typer

from scorer.cli import options
from scorer.cli.exits import Exit
from scorer.render.words import Lang

app = typer.Typer(no_args_is_help=True, help="查看、复制、检查规则 / look at, copy and check rules")

Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID]...", show_default=False)]
Folder = Annotated[str | None, typer.Argument(metavar="[PATH]", show_default=False)]


@app.command()
def copy(folder: Annotated[str, typer.Argument(metavar="DIR")], lang: options.Language = Lang.ZH) -> Exit:
    """把自带的规则连同用例复制到新文件夹 DIR，供修改。

    Copy the shipped packs with their cases to a new folder.
    """
    from scorer.cli.copying import copy_rules

    return copy_rules(folder, lang)


@app.command("list")
def list_packs(rules: options.Rules = None, lang: options.Language = Lang.ZH) -> Exit:
    """列出规则包。

    List the rule packs.
    """
    from scorer.cli.showing import list_packs

    return list_packs(rules, lang)


@app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="ID")], rules: options.Rules = None, pack: options.Pack = None, lang: options.Language = Lang.ZH
) -> Exit:
    """显示一条规则，或一个规则包的目录。

    Show a rule, or the contents of a pack.
    """
    from scorer.cli.showing import show

    return show(id, rules, pack, lang)


@app.command()
def check(path: Folder = None, lang: options.Language = Lang.ZH) -> Exit:
    """检查规则文件夹 PATH 的格式和写法，有问题时退出码为 1。

    Check a rules folder; exit 1 where there are problems.
    """
    from scorer.cli.checking import check

    return check(path, lang)


@app.command("test")
def run_cases(ids: Ids = None, rules: options.Rules = None, lang: options.Language = Lang.ZH) -> Exit:
    """运行规则旁的用例，可只运行几条规则的。

    Run the cases beside the rules, or those of some rules.
    """
    from scorer.cli.checking import run_cases

    return run_cases(rules, tuple(ids or ()), lang)


@app.command()
def schema(
    name: Annotated[str, typer.Argument(metavar="[NAME]", show_default=False)] = "rule",
    write: Annotated[str | None, typer.Option("--write", metavar="DIR", help="写进规则文件夹 / into a rules folder", show_default=False)] = None,
    lang: options.Language = Lang.ZH,
) -> Exit:
    """输出规则文件的 JSON Schema（rule、pack、cases…），编辑器据此补全和提示。

    Print the JSON Schema by which editors complete and explain.
    """
    from scorer.cli.schemas import print_schema

    return print_schema(name, write, lang)
