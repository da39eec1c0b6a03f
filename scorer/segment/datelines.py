"""Lines of a page head that give a date: alone, behind a label, or behind who put it there."""

from scorer.patterns import pattern

_CLOCK = r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_STAMP = rf"20\d\d(?:[-/]\d{{1,2}}[-/]\d{{1,2}}(?!\d)|[年.]\d{{1,2}}[月.]\d{{1,2}}日?\s?{_CLOCK})"
"""A date as a site writes it: with hyphens, or with the time of day."""
CLOCK = pattern(rf"\s?(?!0?0[:：]00){_CLOCK}")
"""A time of day that is not just the start of it."""
_ALONE = pattern(rf"[（\[【]?(?:[\d\s:：/年月日-]+(?:发布|公布|印发)?|\d{{1,2}}\.\d{{1,2}}\.20\d\d(?:\s?{_CLOCK})?)[）\]】]?")
_SOURCE = pattern(r"[\d\s:：/.年月日-]*来源.*")
_LABELLED = pattern(r"[^\w。]*[^\W\d_]{0,4}(?:日期|时间|发[布表]于)[^\w。]{0,4}\d{1,4}[^，。]*")
_STAMPED = pattern(rf"{_STAMP}[^\d，。；]{{0,30}}")
CREDITED = pattern(rf"[^\W\d_][^\d，。；>]{{0,40}}?[\s：|]*(?P<date>{_STAMP})[^，。]*")
"""A department, an author or a source with the site's date behind it (法规科 2023-12-29)."""
_OTHER = (
    "成文|印发|签发|生成|制作|形成|起草|编制|审批|审核|审签|收文|登记|生效|失效|废止|到期|截止|截至|施行|实施|执行|有效|当前|现在|系统|北京|打印|访问|服务|"
    "办公|办理|办结|受理|接待|咨询|开放|工作|会议|活动|举办|统计|填报|完成|起止|上班|有效期|[自至到]|(?<![布表])于"
)
OTHER_DAY = pattern(rf"(?:{_OTHER})的?(?:日期|时间)?[：:\s\]】|]*$")
"""What stands before a day that is not the one of publication."""


def is_dateline(line: str) -> bool:
    """Whether a line of a page head is there for its date or its source."""
    return len(line) < 60 and any(p.fullmatch(line) for p in (_ALONE, _SOURCE, _LABELLED, _STAMPED, CREDITED))
