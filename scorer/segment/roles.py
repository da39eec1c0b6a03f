"""What a part of a report is for: achievements, problems, plans, from headings and paragraph leads."""

import re

from scorer.model.document import Role
from scorer.model.lexicon import HeadingWords
from scorer.patterns import pattern

LEAD_REACH = 16
"""How far into a sentence a plan lead may stand and still open a plan."""


_OPENING = pattern(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[一二三四五六七八九十]+是|针对[^，。]{0,14}，|对此，|为此，|同时，|此外，|另外，|在)*"
)
"""What may stand before a plan lead: a list mark, a connective; a topic (…方面，下一步) means that one item only."""


_OTHERS_PROBLEM = pattern(r"企业|检查发现|排查|行业|商户|项目存在|市场存在")
"""Before a problem lead: words that make it another's problem, found out by this body."""


LEAD_GAP = 14
"""Most characters that `…` in a problem lead may stand for."""


def _lead_end(lead: str, sentence: str) -> int:
    """Where a lead (`还存在…问题`) ends in a sentence, 0 where it does not stand there."""
    first, gap, second = lead.partition("…")
    at = sentence.find(first)
    if at < 0 or not gap:
        return at + len(first) if at >= 0 else 0
    close = sentence.find(second, at + len(first), at + len(first) + LEAD_GAP + len(second))
    return close + len(second) if close >= 0 else 0


class RoleReader:
    """Reads roles off headings and leads for a report on `year`."""

    def __init__(self, words: HeadingWords, year: int | None) -> None:
        self._words = words
        self._next = str(year + 1) if year else ""
        self._year = str(year) if year else ""

    def of_heading(self, heading: str) -> Role | None:
        """Role a heading gives, None where it gives none."""
        text = re.split(r"[，,]", heading)[0] if len(heading) > 24 else heading
        plans = self._has(text, self._words.plans) or self._names_next_year(text)
        problems = self._has(text, self._words.problems)
        if plans and problems:
            return Role.MIXED
        if self._has(text, self._words.plan_leads) or self._names_next_year(text) or (plans and not self._has(text, self._words.work)):
            return Role.PLANS
        if problems:
            return Role.PROBLEMS
        return Role.WORK if self._has(text, self._words.work) else None

    def of_lead(self, sentence: str) -> Role | None:
        """Role that a sentence opens for what follows it in its paragraph."""
        head = sentence[:LEAD_REACH]
        if _OPENING.sub("", sentence).startswith(self._words.plan_leads) or self._plans_next_year(head):
            return Role.PLANS
        if any((end := _lead_end(w, sentence)) > 0 and not _OTHERS_PROBLEM.search(sentence[:end]) for w in self._words.problem_leads):
            return Role.PROBLEMS
        return Role.WORK if self._has(head, self._words.work_leads) else None

    def _names_next_year(self, heading: str) -> bool:
        return bool(self._next) and self._next in heading and f"{self._year}年" not in heading

    def _plans_next_year(self, head: str) -> bool:
        return bool(self._next) and bool(
            re.match(
                rf"[（）一二三四五六七八九十\d.、]*{self._next}年(?:度)?，?(?:.{{0,8}})(?:将|计划|拟|重点|要|想|打算|准备|着重|着力|继续|努力|主要)",
                head,
            )
        )

    @staticmethod
    def _has(text: str, words: tuple[str, ...]) -> bool:
        """True where a word stands in the text; one that ends in `$` must end it, one after `!` is overlooked."""
        for w in words:
            text = text.replace(w[1:], "") if w.startswith(("!", "！")) else text
        tail = text.rstrip("。：！… 、")
        return any(tail.endswith(w[:-1]) if w.endswith("$") else w in text for w in words)
