"""The shared files made a `Lexicon`: cues, who is who, headings, bodies, quantities, look-alike characters."""

import re

from scorer.errors import PackError, Place, Problem
from scorer.model.lexicon import Actors, Bodies, Cue, Direction, HeadingWords, Lexicon, Meaning, Reach
from scorer.packs.folder import SHARED, Folder
from scorer.packs.schema import Json, check
from scorer.packs.words import Synonyms, normalise
from scorer.yamlio import YamlFile, parse

_GAP = re.compile(r"…+|\.{3,}")


class LexiconReader:
    """Reads the shared files of a rules folder; `problems` holds what is wrong with them."""

    def __init__(self, folder: Folder) -> None:
        self.problems: list[Problem] = []
        self._folder = folder
        self._files: dict[str, YamlFile] = {}
        self._data: dict[str, Json] = {name: self._read(name) for name in SHARED}

    def _read(self, name: str) -> Json:
        """One shared file, an empty mapping where it is unusable."""
        path = f"shared/{name}.yml"
        shown = self._folder.name(path)
        if path not in self._folder.files:
            advice = "请从自带的规则里复制这一文件；没有内容可写时也要保留文件"
            self.problems.append(Problem("R201", f"缺少文件 {path}", advice, Place(shown)))
            return {}
        try:
            self._files[name] = parse(self._folder.files[path], shown)
        except PackError as error:
            self.problems += error.problems
            return {}
        data, problems = check(self._files[name], name)
        self.problems += problems
        return {} if problems else data

    def read(self) -> Lexicon:
        """The lexicon; only fit for use where no problems were found."""
        bodies = self._data["bodies"]
        return Lexicon(
            cues=tuple(self._cue(c, i) for i, c in enumerate(self._data["cues"].get("cues", ()))),
            pseudo=self._words("cues", "pseudo"),
            actors=Actors(*(self._words("actors", key) for key in Actors.__struct_fields__)),
            headings=HeadingWords(*(self._words("headings", key) for key in HeadingWords.__struct_fields__)),
            bodies=Bodies(
                tuple((key, self._words("bodies", "sectors", key)) for key in bodies.get("sectors", ())),
                tuple((key, self._words("bodies", "kinds", key)) for key in bodies.get("kinds", ())),
                self._words("bodies", "without_enforcement"),
                self._words("bodies", "suffixes"),
            ),
            full=self._words("quantities", "full"),
            confusions=self._confusions(),
        )

    def synonyms(self) -> Synonyms:
        """The synonym groups; a head that calls for two groups would make their order matter."""
        groups: dict[str, tuple[str, ...]] = {}
        for i in range(len(self._data["synonyms"].get("groups", ()))):
            words = self._words("synonyms", "groups", i)
            if words and words[0] in groups:
                self._refuse("synonyms", "R233", f"“{words[0]}”是两组的首词", "请把两组合成一组", ("groups", i))
            elif words:
                groups[words[0]] = words
        return Synonyms(tuple(groups.values()))

    def _words(self, name: str, *steps: str | int) -> tuple[str, ...]:
        """A list of words in the clean text's alphabet, each once; `…` stays the mark of a gap.

        A word of nothing but quotation marks would come out empty, and the empty word is everywhere.
        """
        data = self._data[name]
        for step in steps:
            data = data.get(step, []) if isinstance(data, dict) else data[step]
        words = [_GAP.sub("…", normalise(word)) for word in data]
        for i, word in enumerate(words):
            if not word.strip("…"):
                self._refuse(name, "R240", "这个词去掉引号和空格后是空的", "请补上词或删去", (*steps, i))
        return tuple(dict.fromkeys(word for word in words if word))

    def _refuse(self, name: str, code: str, message: str, advice: str, steps: tuple[str | int, ...]) -> None:
        self.problems.append(Problem(code, message, advice, self._files[name].place(steps)))

    def _cue(self, data: Json, index: int) -> Cue:
        steps = ("cues", index)
        halves = [h + t for h in self._words("cues", *steps, "head") for t in self._words("cues", *steps, "tail")]
        if ("words" in data) == bool(halves):
            advice = "请写 words（整词），或同时写 head 和 tail（前后两半），二者选一"
            self._refuse("cues", "R221", "这一组提示词没有词，或写法重复", advice, steps)
        return Cue(
            self._words("cues", *steps, "words") or tuple(dict.fromkeys(halves)),
            Meaning(data["meaning"]),
            Direction(data["direction"]),
            Reach(data["reach"]),
            tuple(data.get("roles", ())),
            self._words("cues", *steps, "ends"),
        )

    def _confusions(self) -> tuple[str, ...]:
        """The groups; a character of two groups would be folded two ways."""
        seen: dict[str, int] = {}
        groups = tuple("".join(g.split()) for g in self._data["confusions"].get("groups", ()))
        for i, group in enumerate(groups):
            for char in dict.fromkeys(group):
                if char in seen:
                    message = f"“{char}”已在第 {seen[char] + 1} 组里"
                    self._refuse("confusions", "R233", message, "一个字只能在一组，请合并或删去", ("groups", i))
                seen[char] = i
        return groups
