"""The review opinion (核查意见) as DOCX: what a reviewer attaches to the file, set as an official document."""

import io
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from docx.enum.text import WD_ALIGN_PARAGRAPH

from scorer.model.result import Scorecard, Verdict
from scorer.render import messages, words
from scorer.render.contract import Json, to_dict
from scorer.render.findings import Item, Part, findings
from scorer.render.marks import VERDICT_MARKS
from scorer.render.opinion.blocks import Writer
from scorer.render.opinion.labels import OPINION_LABELS
from scorer.render.opinion.styles import NOTE, QUOTE, SIGNATURE, new_document
from scorer.render.visible import visible
from scorer.render.words import Lang, Say

CATEGORY_WIDTHS = (46, 20, *(15,) * 6)
TITLE_LIMIT = 255
"""Characters that the properties of a document hold."""
ITEM_WIDTHS = (12, 66, 24, 18, 36)


def render(card: Scorecard, lang: Lang = Lang.ZH) -> bytes:
    """Summary, tables, findings with passages and bases, what is not mentioned, what to review, lines to sign."""
    return Opinion(card, lang).written()


class Opinion:
    """One opinion, part after part."""

    def __init__(self, card: Scorecard, lang: Lang) -> None:
        self._card, self._lang = card, lang
        self._data: Json = to_dict(card, lang)
        self._items = findings(self._data, card.pack.rules, lang)
        self._say: Say = words.sayer(lang, OPINION_LABELS)
        self._out = Writer(new_document(), lang)

    def written(self) -> bytes:
        """The document as bytes."""
        title = "".join(self._title())
        properties = self._out.document.core_properties
        properties.title, properties.author, properties.comments = visible(title)[:TITLE_LIMIT], "fazhi-scorer", ""
        properties.created = properties.modified = datetime.now(UTC)
        self._out.title(self._title())
        self._summary()
        self._conclusions()
        self._findings()
        self._absent()
        self._list("to-review", [f"{i.title}{self._say('colon')}{self._say('semicolon').join(i.doubts)}" for i in self._items if i.doubts])
        self._list("decisions", [f"{i.title}{self._say('colon')}{note}" for i in self._items for note in i.notes])
        self._list("notes", [w["message"] for w in self._data["warnings"]])
        self._end()
        buffer = io.BytesIO()
        self._out.document.save(buffer)
        return buffer.getvalue()

    def _title(self) -> tuple[str, str]:
        """On two lines, as titles of official documents break where the sense does."""
        report = self._data["report"]
        year = self._say("opinion-year", report["year"]) if report["year"] else ""
        return self._say("opinion-about", report["body"] or self._say("the-body"), year), self._say("opinion-title")

    def _summary(self) -> None:
        say, data = self._say, self._data
        report, counts = data["report"], Counter(i.verdict for i in self._items)
        said = [say("count-of", words.verdict(v, self._lang), counts[v.value]) for v in Verdict if counts[v.value]]
        self._out.heading(say("summary"))
        pack, version, path = words.title(self._card.pack, self._lang), data["pack"]["version"], report["path"]
        text = say("summary-text", pack, version, say("summary-report"), path, report["characters"], len(self._items), say("and").join(said))
        self._out.paragraph(text)
        grade = self._card.grade
        graded = say("summary-grade", words.title(grade, self._lang)) if grade else ""
        score = say("summary-score", f"{data['score']:.1f}", graded) if data["score"] is not None else say("summary-nothing")
        self._out.paragraph(score + messages.DISCLAIMER[self._lang is Lang.EN])
        heads = [say("category"), say("score"), *(words.verdict(v, self._lang) for v in Verdict)]
        shown = [c for c in data["categories"] if any(c["counts"].values())]
        self._out.table(heads, [self._category(c) for c in shown], CATEGORY_WIDTHS)

    def _category(self, category: Json) -> list[str]:
        score = "–" if category["score"] is None else f"{category['score']:.1f}"
        return [category["title"], score, *(str(category["counts"][v.value] or "") for v in Verdict)]

    def _conclusions(self) -> None:
        say = self._say
        self._out.heading(say("conclusions"))
        heads = [say("number"), say("item"), say("verdict"), say("earned"), say("where")]
        rows = [[str(n), i.title, f"{VERDICT_MARKS[i.mark]} {i.said}", i.points, self._where(i)] for n, i in enumerate(self._items, 1)]
        self._out.table(heads, rows, ITEM_WIDTHS)

    def _where(self, item: Item) -> str:
        lines = sorted({p.line for part in item.parts for p in part.evidence})
        return self._say("and").join(self._say("line", n) for n in lines[:3]) or "–"

    def _findings(self) -> None:
        """Items that were mentioned and lost points."""
        self._out.heading(self._say("findings"))
        found = [i for i in self._items if i.missing and i.mark is not Verdict.MISSING]
        for item in found:
            self._out.finding(self._say("finding", item.title, item.said, item.points))
            for part in item.gaps:
                self._gap(part)
            self._bases(item)
        if not found:
            self._out.paragraph(self._say("findings-none"))

    def _gap(self, part: Part) -> None:
        say = self._say
        self._out.paragraph(f"{part.title}{say('colon')}{part.said}{say('stop')}{say('to-do', part.advice)}")
        for passage in part.evidence[:2]:
            because = f"{say('semicolon')}{passage.grounds}" if passage.grounds else ""
            self._out.paragraph(say("quote-at", passage.quote, passage.place + because), QUOTE)

    def _bases(self, item: Item) -> None:
        applying = [b for b in item.basis if b.applies]
        if applying:
            said = (b.text + (self._say("brackets", b.unread) if b.unread else "") for b in applying)
            self._out.paragraph(self._say("bases", self._say("semicolon").join(said)))

    def _absent(self) -> None:
        absent = [i for i in self._items if i.mark is Verdict.MISSING and i.missing]
        if not absent:
            return
        self._out.heading(self._say("absent-items"))
        self._out.paragraph(self._say("absent-text", len(absent)))
        for item in absent:
            self._out.finding(item.title)
            self._bases(item)

    def _list(self, title: str, lines: Sequence[str]) -> None:
        if lines:
            self._out.heading(self._say(title))
        for number, line in enumerate(lines, 1):
            self._out.paragraph(f"{number}. {line}")

    def _end(self) -> None:
        say, pack = self._say, self._data["pack"]
        self._out.paragraph("")
        for key in ("sign-checked", "sign-reviewed"):
            self._out.paragraph(say(key), SIGNATURE)
        self._out.paragraph(say("sign-date"), SIGNATURE).alignment = WD_ALIGN_PARAGRAPH.RIGHT
        note = say("provenance", self._data["report"]["sha256"], f"{pack['id']} {pack['version']}", pack["sha256"])
        self._out.paragraph(note, NOTE)
