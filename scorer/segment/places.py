"""Names of places: what is one, and the whole name of the place a text calls only 市, 县 or 区."""

import re

from scorer.patterns import pattern

_PLACE = pattern(r"(?![全各本我该])[^\W\d_]{1,11}(?:[省市县旗州盟镇乡]|(?<![社小])区|街道)")
_RULED = r"(?=人民政府|政府|委(?![托派任婉]))"
"""What follows the name of a place that governs itself."""
_WORDS = (
    "贯彻|落实|执行|遵照|按照|依照|根据|围绕|服从|服务|聚焦|紧扣|紧跟|对照|传达|学习|坚持|坚决|配合|协助|支持|参与|参加|组织|召开|接受|争取|依靠|提交|"
    "提请|报请|报送|报经|报告|上报|呈报|请示|汇报|推动|推进|促进|加强|完成|履行|要求|明确|经过|通过|联合|会同|牵头|制定|起草|纳入|列入|取得|获得|得到|"
    "涉及|关于|现将|主动|积极|认真|深入|及时|自觉|严格|全面|按时|定期|中共|领导|协调|参谋|助手|结合|担任|兼任|承担|承办|办理|收到|作为|以及|政府|党委|派驻|代表|领会|以来|当好|部门|街道|单位|上下"
)
"""Words that stand before a place and are no part of its name."""
_LEAD = pattern(rf"^.*(?:{_WORDS}|[在由])")
_ATTACHED = pattern(r"^(?:.*[省市州盟]|[向经对受为和与及从到给被将请同于报把并按照年当]+)(?=[^\W\d_]{2,}$)")
"""A larger place or a preposition, which must leave a name of two characters: 和平 and 从江 are names."""
_BARE = pattern(r"(?![全各本我该两])(?!.*[省市县区旗镇乡委])(?!.*[在由向经对受被给将报请到与及于把等并]$)[^\W\d_]{1,5}|[^\W\d_]{4,14}自治")
_ALONE = frozenset("和同为从市州年按照当")
"""What is no name by itself, though names begin with it."""

_FIRST_PLACE = pattern(r"([^\W\d_]*?)(?:[省市县区州旗盟镇乡]|街道)")
_ZONE = pattern(r"(?![全各本我该两])[^\W\d_]{2,9}(?:开发|经开|高新|新|园|示范|试验|保税|度假|名胜|管理)区")


def is_place(name: str) -> bool:
    """Whether `name` is the name of a place, with nothing after it."""
    return _PLACE.fullmatch(name) is not None


def opens_with_place(name: str) -> bool:
    """Whether `name` begins with a place, or with 市, 县, 区 for one, and no other word before it."""
    m = _FIRST_PLACE.match(name)
    return m is not None and (not m[1] or _ZONE.fullmatch(m[0]) is not None or _is_bare(m[1]))


def whole_place(ending: str, text: str) -> str | None:
    """The place on `ending` (市, 县, 区 …) whose government or party committee `text` names most often."""
    runs = [_run_before(text, m.start()) for m in re.finditer(ending + _RULED, text)]
    names = [name for run in runs if _is_bare(name := _without_lead(run))]
    return max(sorted(set(names)), key=names.count) + ending if names else None


def _without_lead(run: str) -> str:
    return _ATTACHED.sub("", _LEAD.sub("", run))


def _is_bare(name: str) -> bool:
    """Whether `name` may be a place's without its 市, 县 or 区."""
    return _BARE.fullmatch(name) is not None and name not in _ALONE and _without_lead(name) == name


def _run_before(text: str, at: int) -> str:
    """The letters that end at `at`."""
    start = at
    while start > max(at - 20, 0) and text[start - 1].isalpha():
        start -= 1
    return text[start:at]
