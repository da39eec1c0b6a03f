"""What is wrong with review records and waivers, in English, beside the Chinese of those who read them (see rule_words)."""

from scorer.render.labels import Pair

OVERRIDE_WORDS: tuple[Pair, ...] = (
    ("这里应是“键: 值”的形式", "this should be of the form “key: value”"),
    ("请写明 {}", "Give {}"),
    ("“{}”应是文字", "“{}” should be text"),
    ("“{}”应是“键: 值”的形式", "“{}” should be of the form “key: value”"),
    ("“{}”应是列表（每项以“- ”开头，或写成 [甲, 乙]）", "“{}” should be a list (items begin with “- ”, or are written [a, b])"),
    ("请写成 2023-03-01 的样子", "Write it like 2023-03-01"),
    ("没有“{}”这一天", "there is no day “{}”"),
    ("“{}”不能是“{}”", "“{}” cannot be “{}”"),
    ("规则“{}”有两个结论", "there are two decisions on the rule “{}”"),
    ("“{}”不是 64 位十六进制数", "“{}” is not a number of 64 hexadecimal digits"),
    ("请用 scorer review 重新复核这一条", "Review this rule anew with scorer review"),
    ("没有规则“{}”", "there is no rule “{}”"),
    ("现有的规则：{}", "Rules there are: {}"),
    ("“{}”不是年度", "“{}” is not a report year, nor two of them"),
    ("请写成 2023 或 2023–2024", "Write 2023 or 2023–2024"),
    # ── review spreadsheets and cases ──
    ("表里没有这几列：{}", "the sheet does not have the columns {}"),
    ("（空表）", "(an empty sheet)"),
    (
        "请用 scorer review export 写出的表，列可以换位置、可以增加，但表头不能改",
        "Use a sheet that scorer review export wrote; columns may be moved and added, their heads may not change",
    ),
    ("不是能读的 XLSX 表格（{}）", "this is no XLSX sheet that can be read ({})"),
    ("请用 Excel、WPS 或 LibreOffice 另存为 .xlsx", "Save it as .xlsx with Excel, WPS or LibreOffice"),
    ("这一行有一格是公式，没有算出的值", "this row has a formula without a computed value"),
    (
        "请用 Excel、WPS 或 LibreOffice 打开并保存一次，或把公式改成文字",
        "Open and save it once with Excel, WPS or LibreOffice, or put text in place of the formula",
    ),
    ("没有写明复核人", "the reviewer is not named"),
    ("请填“复核人”一列，或加上 --by 姓名", "Fill in the column “Reviewer”, or add --by NAME"),
    ("改了结论，没有写理由", "the verdict was changed without a reason"),
    ("请填“理由”一列", "Fill in the column “Reason”"),
    ("规则代号或校验值不完整", "the rule's id or a SHA-256 is incomplete"),
    ("这几列由程序填写，请从原表复制回来", "The program fills in these columns: copy them back from the sheet it wrote"),
    ("“{}”不是结论", "“{}” is no verdict"),
    ("要件状态不完整", "the element states are incomplete"),
    ("这一列由程序填写，请从原表复制回来", "The program fills in this column: copy it back from the sheet it wrote"),
    ("cases 列表写成了一行，不能自动添加", "the cases stand on one line, so none can be added"),
    ("请改成每行一个“- ”", "Begin every case with “- ” on a line of its own"),
    ("止年不能早于起年，请核对", "The last year cannot come before the first: check them"),
)
