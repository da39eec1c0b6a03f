"""The scorecard as Markdown, for documents and issues: what a report says stays text, whatever marks it is written with."""

import re
from collections.abc import Iterator, Sequence

from scorer.model.result import Scorecard
from scorer.render import messages, words
from scorer.render.contract import Json, to_dict
from scorer.render.findings import Item, Part, Passage, findings
from scorer.render.marks import STATE_MARKS, VERDICT_MARKS
from scorer.render.visible import visible
from scorer.render.words import Lang, Say

_MARKUP = re.compile(r"[\\`*_{}\[\]<>#|~$&!]|^[-+=](?=\s)|^\d+(?=[.)]\s)", re.MULTILINE)
_LINKED = re.compile(r"(?i)(?<=[@#])(?=\w)|(?<=:)(?=//)|(?<=\bwww)(?=\.)")
"""Where issue trackers make links, mentions and references of plain words."""
_JOINER = "&#8288;"
"""An invisible character that keeps them from it."""


def render(card: Scorecard, lang: Lang = Lang.ZH) -> str:
    """Head, result, a table for each category, what is missing, what to review, warnings."""
    say = words.sayer(lang, {})
    data = to_dict(card, lang)
    items = findings(data, card.pack.rules, lang)
    lines = [*_head(card, data, say, lang)]
    for category in data["categories"]:
        lines += _category(category, [i for i in items if i.category == category["id"]], say)
    lines += _gaps(items, say)
    lines += _list(say("review"), (f"{plain(i.title)}{say('colon')}{plain(say('semicolon').join(i.doubts))}" for i in items if i.doubts))
    lines += _list(say("overridden"), (f"{plain(i.title)}{say('colon')}{plain(note)}" for i in items for note in i.notes))
    lines += _list(say("warnings"), (plain(w["message"]) for w in data["warnings"]))
    return "\n".join([*lines, messages.DISCLAIMER[lang is Lang.EN], ""])


def plain(text: str) -> str:
    """`text` on one line, every sign that Markdown or an issue tracker would act on disarmed."""
    shown = _LINKED.sub("\u2060", visible(" ".join(text.split())))
    return _MARKUP.sub(lambda m: f"\\{m[0]}" if not m[0].isdigit() else f"{m[0]}\\", shown).replace("\u2060", _JOINER)


def _head(card: Scorecard, data: Json, say: Say, lang: Lang) -> Iterator[str]:
    report, unknown = data["report"], say("unknown")
    grade = f" {words.title(card.grade, lang)}" if card.grade else ""
    result = say("out-of", f"{data['score']:.1f}") + grade if data["score"] is not None else say("nothing")
    counts = [f"{mark} {words.verdict(v, lang)} {sum(r['verdict'] == v for r in data['rules'])}" for v, mark in VERDICT_MARKS.items()]
    rows = {
        "body": report["body"] or unknown,
        "year": str(report["year"] or unknown),
        "published": report["published"] or unknown,
        "file": report["path"],
        "pack": f"{data['pack']['id']} {data['pack']['version']}",
        "score": result,
    }
    yield from (f"# {say('heading')}", "")
    yield from (f"- **{say(key)}**{say('colon')}{plain(value)}" for key, value in rows.items())
    yield from (f"- **{say('verdicts')}**{say('colon')}{say('and').join(counts)}", "")


def _category(category: Json, items: Sequence[Item], say: Say) -> Iterator[str]:
    if not items:
        return
    score = say("points", f"{category['score']:.1f}") if category["score"] is not None else say("nothing")
    yield from (f"## {plain(category['title'])} {score}", "")
    yield f"| {say('verdict')} | {say('item')} | {say('earned')} | {say('passage')} |"
    yield "|---|---|---:|---|"
    for item in items:
        tag = f" **[{say('needs-review')}]**" if item.doubts else ""
        passage = _quoted(item.key) if item.key else "–"
        yield f"| {VERDICT_MARKS[item.mark]} {item.said} | {plain(item.title)}{tag} | {item.points} | {passage} |"
    yield ""


def _gaps(items: Sequence[Item], say: Say) -> Iterator[str]:
    yield from (f"## {say('gaps')}", "")
    short = [i for i in items if i.missing]
    for item in short:
        yield f"- **{plain(item.title)}** {item.said} {item.points}"
        yield from (f"  - {_gap(part, say)}" for part in item.gaps)
    yield from ([] if short else [say("gaps-none")])
    yield ""


def _gap(part: Part, say: Say) -> str:
    text = f"{STATE_MARKS[part.mark]} {plain(part.title)}{say('colon')}{part.said}"
    if part.evidence:
        text += " " + _quoted(part.evidence[0])
    return text + " " + plain(part.advice)


def _quoted(passage: Passage) -> str:
    """Without emphasis: that of Markdown does not hold between Chinese characters."""
    return f"「{plain(passage.quote)}」 {plain(passage.place)}"


def _list(title: str, entries: Iterator[str]) -> list[str]:
    lines = [f"- {entry}" for entry in entries]
    return [f"## {title}", "", *lines, ""] if lines else []
