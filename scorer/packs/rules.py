"""One rule file made a `Rule`: phrases parsed and unfolded, dates read, all findings gathered."""

import hashlib
import json
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from scorer.errors import Problem
from scorer.model.rule import Basis, Deadline, Element, Phrase, ProvedBy, Rule
from scorer.packs.grammar import GAP, PhraseError, parse_phrase, parse_words
from scorer.packs.schema import Json
from scorer.packs.words import Synonyms
from scorer.yamlio import Steps, YamlFile

LAST_YEAR = 9999
"""The end of a deadline that no later one replaces."""


def fingerprint(content: Json) -> str:
    """SHA-256 of strings, lists and mappings: the same for every layout of a file and in every version of the program."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


class RuleReader:
    """Reads one checked rule file; `problems` holds what the schema cannot see."""

    def __init__(self, file: YamlFile, synonyms: Synonyms) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._synonyms = synonyms

    def read(self, data: Json) -> Rule:
        """The rule; only fit for use where no problems were found."""
        applies = data.get("applies", {})
        return Rule(
            id=data["id"],
            title=data["title"],
            category=data["category"],
            weight=data["weight"],
            elements=tuple(self._element(e, ("elements", i)) for i, e in enumerate(data["elements"])),
            title_en=data.get("title_en", ""),
            why=data.get("why", "").strip(),
            basis=tuple(self._basis(b, ("basis", i)) for i, b in enumerate(data.get("basis", ()))),
            kinds=tuple(applies.get("kinds", ())),
            functions=tuple(applies.get("functions", ())),
            sha256=fingerprint(self._file.data),
            **self._years(applies),
        )

    def _years(self, applies: Json) -> dict[str, int]:
        first, last = applies.get("from_year", 0), applies.get("to_year", LAST_YEAR)
        if last < first:
            self._refuse("R234", "适用的止年早于起年", "请核对 from_year 和 to_year", ("applies", "to_year"))
        return {"first_year": first, "last_year": last}

    def _refuse(self, code: str, message: str, advice: str, steps: Steps, offset: int = 0) -> None:
        self.problems.append(Problem(code, message, advice, self._file.place(steps, offset=offset)))

    def _basis(self, data: Json, steps: Steps) -> Basis:
        start, end = (self._date(data[key], (*steps, key)) if key in data else None for key in ("from", "to"))
        if start and end and end < start:
            self._refuse("R234", "失效日期早于施行日期", "请核对 from 和 to", (*steps, "to"))
        return Basis(data["document"], data.get("number", ""), data.get("article", ""), start, end, data.get("verified", True), data.get("note", ""))

    def _date(self, text: str, steps: Steps, year: str = "") -> date | None:
        try:
            return date.fromisoformat(year + text)
        except ValueError:
            self._refuse("R234", f"没有“{text}”这一天", "请核对日期", steps)
            return None

    def _element(self, data: Json, steps: Steps) -> Element:
        proved_by = ProvedBy(data.get("proved_by", "work"))
        earlier = [e["id"] for e in self._elements_before(steps)]
        if data["id"] in earlier:
            self._refuse("R233", f"要件代号“{data['id']}”用了两次", "请换一个代号", (*steps, "id"))
        if not data.get("phrases") and proved_by is not ProvedBy.DATES:
            self._refuse("R246", f"要件“{data['id']}”没有短语，任何报告都不能满足", "请在 phrases 下至少写一条短语", steps)
        if proved_by is ProvedBy.DATES and not data.get("deadlines"):
            self._refuse("R246", f"要件“{data['id']}”由日期证明，却没有期限", "请在 deadlines 下写明期限", steps)
        return Element(
            id=data["id"],
            title=data["title"],
            title_en=data.get("title_en", ""),
            concrete=data.get("concrete", False),
            zero_counts="zero" in data,
            any_actor="actor" in data,
            required=not data.get("optional", False),
            proved_by=proved_by,
            phrases=self._phrases(data, "phrases", steps),
            lacks=self._phrases(data, "lacks", steps),
            never=self._phrases(data, "never", steps),
            deadlines=tuple(self._deadline(d, (*steps, "deadlines", i)) for i, d in enumerate(data.get("deadlines", ()))),
        )

    def _elements_before(self, steps: Steps) -> list[Json]:
        elements = self._file.data["elements"] if isinstance(self._file.data, dict) else []
        return list(elements)[: int(steps[-1])]

    def _deadline(self, data: Json, steps: Steps) -> Deadline:
        first, last = data.get("from_year", 0), data.get("to_year", LAST_YEAR)
        if last < first:
            self._refuse("R234", "期限的止年早于起年", "请核对 from_year 和 to_year", steps)
        day = self._date(data["by"], (*steps, "by"), "2001-")
        return Deadline(first, last, day.month if day else 1, day.day if day else 1)

    def _phrases(self, data: Json, key: str, steps: Steps) -> tuple[Phrase, ...]:
        found: list[Phrase] = []
        for i, entry in enumerate(data.get(key, ())):
            found += self._entry(entry, (*steps, key, i))
        return tuple(found)

    def _entry(self, entry: Json, steps: Steps) -> Iterator[Phrase]:
        """The phrases of one list entry: a string, or several that share a context."""
        if isinstance(entry, str):
            entry, places = {"any": [entry]}, [steps]
        else:
            places = [(*steps, "any", i) for i in range(len(entry["any"]))]
        near = self._near(entry.get("near", []), (*steps, "near"))
        for text, place in zip(entry["any"], places, strict=True):
            try:
                phrase = parse_phrase(text, self._synonyms, entry.get("gap", GAP))
            except PhraseError as error:
                self._refuse(error.code, f"短语“{text}”：{error.message}", error.advice, place, error.offset)
            else:
                yield replace(phrase, context=near, doubt=entry.get("doubt", ""))

    def _near(self, words: Json, steps: Steps) -> str:
        """Words that must stand near, unfolded like those of phrases, parted by blanks."""
        found: dict[str, None] = {}
        entries = [(words, steps)] if isinstance(words, str) else [(w, (*steps, i)) for i, w in enumerate(words)]
        for text, place in entries:
            try:
                found |= dict.fromkeys(parse_words(text, self._synonyms))
            except PhraseError as error:
                self._refuse(error.code, f"“{text}”：{error.message}", error.advice, place, error.offset)
        return " ".join(found)
