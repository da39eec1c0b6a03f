"""Whom the opening of a report names as the one who reports: the subject of its first sentences."""

import re
from collections.abc import Iterable

from scorer.patterns import pattern
from scorer.segment.places import is_place, opens_with_place

_REACH = 600
"""Characters in which a report says whose it is."""
_BEFORE = r"(?:^|[，。\n]|年度?)(?:现将)?"
_AFTER_TIME = r"(?:^|\n|年度?，?|以来，|下，)(?:现将)?"
_PREDICATE = (
    "，?(?:坚持|认真|深入|深化|全面|全力|紧[紧扣密]|始终|以|在|积极|高度|扎实|切实|持续|严格|按照|根据|法治|依法|推进|推动|贯彻|落实|学习|围绕|结合|牢固|牢牢|"
    "不断|着力|大力|加强|强化|聚焦|统筹|主动|充分|进一步|党[组委]|把|将|对照|对标|立足|突出|坚决|关于|开展|履行|稳步|有序|有力|健全|完善|规范|20\\d\\d年|二[〇○零])"
)
"""How a sentence goes on after the body that is its subject."""
_SUPERIOR = pattern(r"省(?!直)|中央|国家")


def opening_names(text: str, suffixes: Iterable[str]) -> list[str]:
    """The first name of a body, with its place or 市, 县, 区 for it, that is the subject of a sentence."""
    ends = "|".join(map(re.escape, sorted(suffixes, key=len, reverse=True)))
    hits = re.findall(rf"{_BEFORE}([^\W\d_]{{1,22}}?(?:{ends}))(?={_PREDICATE})", text[:_REACH])
    return [h for h in hits if opens_with_place(h) and not _SUPERIOR.match(h)][:1]


def opening_places(text: str) -> list[str]:
    """The first place that is the subject of a sentence on the year."""
    hits = re.findall(rf"{_AFTER_TIME}([^\W\d_]{{2,10}}?(?:[市县区州旗镇乡]|街道))(?={_PREDICATE})", text[:_REACH])
    return [h for h in hits if is_place(h) and opens_with_place(h)][:1]
