"""Everything the program says to people about a report, in Chinese and English, side by side so that none is forgotten."""

from scorer.model.document import Kind
from scorer.model.result import Change, Doubt, State, Verdict

Pair = tuple[str, str]

DISCLAIMER: Pair = (
    "结论只反映报告所载内容，不等于对该单位依法履职的认定。",
    "The verdicts reflect what the report says, not whether the body does its duty.",
)

VERDICTS: dict[Verdict, Pair] = {
    Verdict.MET: ("满足", "met"),
    Verdict.PARTIAL: ("部分满足", "partial"),
    Verdict.FAILED: ("未达标", "failed"),
    Verdict.PLANNED: ("仅计划", "planned"),
    Verdict.MISSING: ("未提及", "missing"),
    Verdict.NA: ("不适用", "n/a"),
}

STATES: dict[State, Pair] = {
    State.DONE: ("已做", "done"),
    State.PLANNED: ("仅计划", "only planned"),
    State.DENIED: ("自认未做", "admitted lack"),
    State.ABSENT: ("未提及", "not mentioned"),
}

KINDS: dict[Kind, Pair] = {
    Kind.GOVERNMENT: ("人民政府", "government"),
    Kind.DEPARTMENT: ("部门", "department"),
    Kind.BRANCH: ("分局", "branch"),
    Kind.TOWNSHIP: ("乡镇街道", "township"),
}

SECTORS: dict[str, Pair] = {"general": ("通用", "general"), "ecology": ("生态环境", "ecology")}

DOUBTS: dict[Doubt, Pair] = {
    Doubt.SIMILARITY: ("措辞与规则短语不尽相同", "the wording is not quite that of the rule's phrases"),
    Doubt.BOUND: ("数值贴近或含糊于界限", "the value is close to its bound, or open to both readings"),
    Doubt.CONTRADICTION: ("报告的说法前后不一", "passages of the report speak against each other"),
    Doubt.SIGNATURE: ("只有落款日期，落款不等于公开", "dated by the signature only, which is not publication"),
    Doubt.ACTOR: ("行为主体不明", "the text does not say who acted"),
    Doubt.CONTRACT: ("只审查了合同", "only contracts were reviewed"),
    Doubt.COPIED: ("佐证与其他单位的报告雷同", "the words that prove it stand in another body's report"),
    Doubt.NEW_BASIS: ("依据施行不足半年", "its legal basis was in force for less than six months"),
}

CHANGES: dict[Change, Pair] = {
    Change.TEXT: ("报告已改动", "the report has changed"),
    Change.RULE: ("规则已改动", "the rule has changed"),
    Change.ELEMENTS: ("要件状态与规则或结论不符", "its element states do not fit the rule or the verdict"),
}

GATES: dict[str, Pair] = {
    "boilerplate": ("网页导航等非正文", "page furniture, not the report"),
    "look-alike": ("形似而实非", "looks alike, means something else"),
    "title": ("只是文件名称", "the name of a document"),
    "heading": ("只是标题", "only a heading"),
    "other-actor": ("他人的行为", "somebody else's deed"),
    "earlier-period": ("以往年度的事", "an earlier period"),
    "plans": ("写在计划中", "stands among the plans"),
    "problems": ("写在问题中", "stands among the problems"),
    "section": ("不在相应部分", "not in the part that can prove it"),
    "copied": ("抄自其他单位的报告", "copied from another body's report"),
    "near": ("措辞接近而不相符", "comes near a phrase without matching it"),
}

CUES: dict[str, Pair] = {
    "phrase": ("规则短语", "rule phrase"),
    "value": ("数值", "value"),
    "date": ("日期", "date"),
    "given-date": ("另行给出的日期", "a date given from outside the text"),
    "done": ("已做", "done"),
    "negated": ("否定", "negated"),
    "lacking": ("不足", "lacking"),
    "planned": ("计划", "planned"),
    "in-progress": ("尚在进行", "in progress"),
    "required-by-others": ("上级要求", "required by others"),
    "later-period": ("以后的事", "a later period"),
    "current-period": ("本期", "this period"),
    "studied": ("学习的对象", "what was studied"),
    "section": ("所在部分", "its part of the report"),
}

NOTICES: dict[str, Pair] = {
    "undecodable": ("有 {0} 处字节无法识别，以 � 代替", "{0} bytes could not be decoded and show as �"),
    "unreadable": (
        "读出的大多不是常用字，可能编码有误或文件损坏，结论不可靠；请核对原文",
        "most of the text is in characters nobody uses: a wrong encoding, or damage; the verdicts mean little, so compare the original",
    ),
    "pages-without-text": (
        "有 {0} 页没有文字，可能是扫描页，其内容没有计入；请先作文字识别（OCR）",
        "{0} pages have no text and were not read, scans perhaps; they need character recognition first",
    ),
    "no-numbers": (
        "由 antiword 转换，自动编号可能缺失；安装 LibreOffice 可读得更全",
        "converted by antiword, so automatic numbers may be missing; LibreOffice reads more",
    ),
    "pages-unreadable": ("有 {0} 页已损坏，没有读出", "{0} pages are damaged and were not read"),
    "characters-unknown": (
        "有 {0} 个字只有字形、没有编码，读出的可能不是原字；请核对原文，必要时作文字识别（OCR）",
        "{0} characters have a shape but no code in the file, and may have been read as others; compare the page, or use character recognition",
    ),
    "cut-short": ("文件结尾缺失，可能不完整", "the end of the file is missing, so that some of the text may be, too"),
    "review-without-rule": (
        "有复核结论的规则不在所用规则包里：{0}",
        "rules with review decisions are not in the pack: {0}",
    ),
    "no-body": ("没有找到报告单位，可用 --body 指定", "the reporting body was not found; name it with --body"),
    "no-year": (
        "没有找到报告年度，依据的施行时间未作核对；可用 --year 指定",
        "the report year was not found, so bases were not checked against it; give --year",
    ),
    "body-conflict": (
        "标题和落款写的单位不同，按标题判断；可用 --body 指定",
        "title and signature name different bodies, the title's is used; name it with --body",
    ),
    "year-conflict": (
        "标题和正文写的报告年度不同，按标题判断；可用 --year 指定",
        "title and opening name different report years, the title's is used; give --year",
    ),
    "date-conflict": (
        "发布日期、落款日期和报告年度对不上，请核对；可用 --published、--year 指定",
        "the dates of publication and signature and the report year do not fit together; check them, or give --published, --year",
    ),
    "no-date": ("没有找到发布日期和落款日期；可用 --published 指定", "neither a publication date nor a signature date was found; give --published"),
    "no-publication-date": (
        "没有找到发布日期，按落款日期判断；可用 --published 指定",
        "no publication date was found, the signature's date is used; give --published",
    ),
}

COLUMNS: dict[str, Pair] = {
    "path": ("文件", "File"),
    "body": ("单位", "Body"),
    "year": ("年度", "Year"),
    "kind": ("单位类别", "Kind of body"),
    "sector": ("领域", "Sector"),
    "published": ("发布日期", "Published"),
    "characters": ("字数", "Characters"),
    "pack": ("规则包", "Rule pack"),
    "pack_version": ("规则包版本", "Pack version"),
    "score": ("得分", "Score"),
    "grade": ("等次", "Grade"),
    "review": ("需要复核", "To review"),
    "copied": ("佐证雷同的项", "Items with copied proof"),
    "warnings": ("提示", "Warnings"),
    "failure": ("失败代码", "Failure"),
    "reason": ("失败原因", "Reason"),
}
