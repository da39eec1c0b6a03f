"""A pack's own rules: the files in its folders against the list in its pack.yml."""

from collections.abc import Collection
from functools import lru_cache
from pathlib import PurePosixPath

from msgspec import Struct

from scorer.errors import PackError, Place, Problem
from scorer.model.rule import Rule
from scorer.packs.explain import suggest
from scorer.packs.folder import Folder
from scorer.packs.rules import RuleReader
from scorer.packs.schema import Json, check
from scorer.packs.words import Synonyms
from scorer.yamlio import YamlFile, parse


class PackFile(Struct, frozen=True):
    """A checked pack.yml."""

    id: str
    file: YamlFile
    data: Json


@lru_cache(maxsize=512)
def read_rule(content: bytes, name: str, groups: tuple[tuple[str, ...], ...]) -> tuple[Rule | None, YamlFile | None, tuple[Problem, ...]]:
    """The rule of one file and all its findings; kept in memory, so that looking again after a save reads one file anew."""
    try:
        file = parse(content, name)
    except PackError as error:
        return None, None, error.problems
    data, problems = check(file, "rule")
    if problems:
        return None, file, tuple(problems)
    reader = RuleReader(file, Synonyms(groups))
    rule = reader.read(data)
    return rule, file, tuple(reader.problems)


class Listing:
    """Reads the rule files of one pack; `problems` holds all that is wrong with them."""

    def __init__(self, folder: Folder, pack: str, synonyms: Synonyms) -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._pack = pack
        self._synonyms = synonyms

    def read(self, pack: PackFile, categories: Collection[str], inherited: Collection[str]) -> list[Rule]:
        """The rules in the order of the list; every file must be listed and every listed rule have a file."""
        files = self._files_by_stem()
        listed: list[str] = pack.data.get("rules", [])
        self._check_list(pack, files)
        rules: list[Rule] = []
        for stem in dict.fromkeys([*(r for r in listed if r in files), *files]):
            found = self._read(files[stem])
            if found is not None:
                self._check_names(*found, PurePosixPath(files[stem]), categories, inherited)
                rules.append(found[0])
        return rules

    def read_all(self) -> list[Problem]:
        """The files' own defects alone, where the pack they belong to is unusable."""
        for path in self._files_by_stem().values():
            self._read(path)
        return self.problems

    def _refuse(self, code: str, message: str, advice: str, place: Place) -> None:
        self.problems.append(Problem(code, message, advice, place))

    def _files_by_stem(self) -> dict[str, str]:
        files: dict[str, str] = {}
        for path in self._folder.rule_files(self._pack):
            place, stem = Place(self._folder.name(path)), PurePosixPath(path).stem
            if stem in files:
                self._refuse("R233", f"有两个规则文件叫“{stem}”", f"另一个是 {self._folder.name(files[stem])}，请改名或删去一个", place)
            elif not path.endswith(".yml"):
                self._refuse("R238", "规则文件的扩展名不是 .yml", f"请改名为 {stem}.yml", place)
            files.setdefault(stem, path)
        return files

    def _check_list(self, pack: PackFile, files: dict[str, str]) -> None:
        listed: list[str] = pack.data.get("rules", [])
        for i, rule_id in enumerate(listed):
            place = pack.file.place(("rules", i))
            if rule_id in listed[:i]:
                self._refuse("R233", f"规则“{rule_id}”列了两次", "请只保留一个", place)
            elif rule_id not in files:
                unlisted = [f for f in files if f not in listed]
                advice = suggest(rule_id, unlisted, "还没有列出的规则文件") if unlisted else "请补上规则文件，或从列表里删去"
                self._refuse("R232", f"没有规则“{rule_id}”的文件", advice, place)
        for stem in files:
            if stem not in listed:
                advice = f"请把“{stem}”加进 {pack.file.name} 的 rules 列表"
                self._refuse("R232", f"规则文件“{stem}”没有列进 pack.yml", advice, Place(self._folder.name(files[stem])))

    def _read(self, path: str) -> tuple[Rule, YamlFile] | None:
        """The rule of one file, None where the file is unusable."""
        rule, file, problems = read_rule(self._folder.files[path], self._folder.name(path), self._synonyms.groups)
        self.problems += problems
        return (rule, file) if rule and file else None

    def _check_names(self, rule: Rule, file: YamlFile, path: PurePosixPath, categories: Collection[str], inherited: Collection[str]) -> None:
        """A rule's names against its place on disk and against the rest of the pack."""
        if rule.id != path.stem:
            self._refuse("R230", f"代号“{rule.id}”与文件名“{path.stem}”不同名", "请改成一样的", file.place(("id",)))
        if rule.id in inherited:
            advice = "请换一个代号；要代替旧的，再用 disable 停用它"
            self._refuse("R233", f"规则“{rule.id}”在上级规则包里已有", advice, file.place(("id",)))
        place = file.place(("category",))
        if rule.category not in categories:
            self._refuse("R231", f"没有部分“{rule.category}”", suggest(rule.category, categories, "现有的部分"), place)
        elif path.parent.as_posix() != f"{self._pack}/{rule.category}":
            advice = f"请移到 {self._folder.name(self._pack)}/{rule.category}/，或改 category"
            self._refuse("R231", f"文件不在“{rule.category}”文件夹里", advice, place)
