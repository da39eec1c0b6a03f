"""Sentences on copied text, in Chinese and English, side by side."""

from scorer.render.labels import Pair

COPYING_SENTENCES: dict[str, Pair] = {
    "copies-head": ("{0} 份报告：{1} 段与别的报告雷同，{2} 份有提示", "{0} reports: {1} passages shared, {2} reports with warnings"),
    "copies-other-body": ("与{0}的报告相同", "as in the report of {0}"),
    "copies-earlier-year": ("与本单位 {1} 年度的报告相同", "as in its own report on {1}"),
    "copies-exact": ("逐字相同", "word for word"),
    "copies-near": ("相似 {0}%", "{0}% alike"),
    "copies-mutual": ("，不能判断谁先谁后", ", either may be the source"),
    "copied-at": ("{0} 第{1}行，相似 {2}%", "{0}, line {1}, {2}% alike"),
    "copies-here": ("本文：", "here:  "),
    "copies-there": ("对方：", "there: "),
    "copies-proves": ("作佐证的有：{0}（照计，只作标记）", "evidence for {0} (counted all the same, and marked)"),
    "copies-more": ("等 {0} 个要件", " and others, {0} elements"),
    "copies-none": ("没有找到雷同的文字", "no shared text was found"),
    "copies-note": (
        "雷同：除去标点空格后至少 {0} 字相同或相似 {1}% 以上；超过 {2} 个单位都用的说法视为通用语，不列",
        "Shared: at least {0} letters alike to {1}% or more; wordings of more than {2} bodies are common wordings and are not listed",
    ),
    "same-report": ("与 {1} 自称是同一单位同一年度（{0}）的报告", "claims the same body and year ({0}) as {1}"),
    "other-body-named": ("第{2}行与 {1} 相同的文字里写的是“{0}”，可能抄后未改", "line {2}, shared with {1}, says “{0}”: copied and not corrected?"),
    "other-year-named": ("第{2}行与 {1} 相同的文字里写的是 {0} 年，可能抄后未改", "line {2}, shared with {1}, says {0}: copied and not corrected?"),
    "copies-path": ("文件", "File"),
    "copies-line": ("行", "Line"),
    "copies-quote": ("文字", "Text"),
    "copies-other": ("相同于", "As in"),
    "copies-other-line": ("对方行", "Its line"),
    "copies-other-quote": ("对方文字", "Its text"),
    "copies-relation": ("关系", "Relation"),
    "copies-similarity": ("相似（%）", "Alike (%)"),
    "copies-evidence": ("作佐证的有", "Evidence for"),
}
