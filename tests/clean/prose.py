"""Fictional prose to break into lines, and the programs that break it."""

PARAGRAPHS = (
    "一、主要工作和成效",
    "今年以来，云溪区水务局把依法治水摆在突出位置，全年召开专题会议4次，研究解决取水许可、河道采砂、水土保持等方面的难点问题11个，"
    "印发会议纪要6份，各科室按照分工抓好落实，法规科每季度汇总一次进展情况。",
    "（一）规范执法行为。全年出动执法人员1260人次，检查取用水户342家，立案查处18件，罚款27.5万元，全部案件在作出决定之前都经过法制审核，"
    "没有发生复议被纠错、诉讼被判败诉的情形。对首次违法且及时改正的7家取用水户依法不予处罚。",
    "（二）开展普法宣传。利用世界水日、宪法日走进学校和社区，发放资料3000余份，接受咨询200余人次，并且在局门户网站开设专栏，刊登典型案例12篇。",
    "二、存在的主要问题",
    "一是执法力量薄弱，全区12个镇街只有9名专职水政监察员。二是执法装备老化，部分记录仪电池续航时间不足。三是宣传形式单一，入户宣传的次数偏少。",
    "三、下一年度工作打算",
    "计划在2025年6月底前补充专职监察员3名，更新执法记录仪10台，编写水法规问答手册，组织执法人员到先进地区学习，力争把案卷优秀率提高到九成以上。",
)
NO_LINE_BEGINS_WITH = "，。、；：？！）》”"


def columns(char: str) -> int:
    """Width of a character on a terminal."""
    return 1 if char < "\u0100" else 2


def break_lines(paragraph: str, width: int, *, by_columns: bool, indent: str) -> list[str]:
    """Break as word processors do: no line begins with a closing mark."""
    lines, line = [], indent
    for char in paragraph:
        size = sum(map(columns, line)) + columns(char) if by_columns else len(line) + 1
        if size > width * (2 if by_columns else 1) and char not in NO_LINE_BEGINS_WITH:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


def wrapped(width: int, *, by_columns: bool, indent: str, page: int = 0) -> str:
    """The prose in lines of `width`; every `page` lines a running header and a page number come between."""
    lines = [line for p in PARAGRAPHS for line in break_lines(p, width, by_columns=by_columns, indent=indent)]
    if page:
        pages = [lines[i : i + page] for i in range(0, len(lines), page)]
        lines = [row for n, body in enumerate(pages, 1) for row in ("云溪区水务局法治报告", "", *body, "", f"{' ' * 10}- {n} -", "")]
    return "\n".join(lines) + "\n"
