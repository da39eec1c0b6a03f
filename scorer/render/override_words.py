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
    ("止年不能早于起年，请核对", "The last year cannot come before the first: check them"),
)
