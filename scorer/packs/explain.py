"""A schema's complaint as a finding a reviewer understands: the place, what is wrong, what to write instead."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from scorer.errors import Problem
from scorer.yamlio import Steps, YamlFile

KEYS_IN_CHINESE = {
    "代号": "id", "编号": "id", "名称": "title", "标题": "title", "部分": "category", "类别": "category", "权重": "weight", "分值": "weight",
    "理由": "why", "为什么": "why", "依据": "basis", "适用": "applies", "要件": "elements", "短语": "phrases", "期限": "deadlines",
    "文件": "document", "文号": "number", "条款": "article", "版本": "version", "扩展": "extends", "规则": "rules", "停用": "disable",
    "用例": "cases", "文字": "text", "期望": "expect",
}  # fmt: skip
"""What a reviewer may call a key, whose name is English."""

ValidationError = Any
"""jsonschema's; its stubs leave open whether an error knows its own instance and schema."""

_TYPES = {
    "object": "“键: 值”的形式",
    "array": "列表（每项以“- ”开头，或写成 [甲, 乙]）",
    "string": "文字",
    "integer": "整数",
    "number": "数字",
    "boolean": " true 或 false",
}


def explain(error: ValidationError, file: YamlFile) -> list[Problem]:
    """Findings for one error of the validator; of several allowed shapes the one that was meant is explained."""
    steps: Steps = tuple(error.absolute_path)
    match error.validator:
        case "oneOf":
            return _explain_shapes(error, file, steps)
        case "additionalProperties":
            known = list(error.schema.get("properties", {}))
            return [_unknown_key(file, steps, str(key), known) for key in error.instance if key not in known]
        case "required":
            known = list(error.schema.get("properties", {}))
            meant = {nearest(str(key), known) for key in error.instance if key not in known}
            missing = [str(key) for key in error.validator_value if key not in error.instance and key not in meant]
            return [_missing_key(error, file, steps, key) for key in missing]
        case "type":
            return [_wrong_type(file, steps, error.instance, str(error.validator_value), _meaning(error))]
    return [_wrong_value(error, file, steps)]


def suggest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Advice for a misspelt name: the nearest known one, else all of them."""
    known = list(known)
    near = nearest(word, known)
    return f"是不是“{near}”？" if near else f"{otherwise}：{'、'.join(known) or '（没有）'}"


def nearest(word: str, known: Sequence[str]) -> str:
    """The name that was probably meant, empty where none is near; a missing key is no second fault where it is misspelt."""
    named = KEYS_IN_CHINESE.get(word, "")
    return named if named in known else next(iter(get_close_matches(word, known, 1, 0.6)), "")


def _explain_shapes(error: ValidationError, file: YamlFile, steps: Steps) -> list[Problem]:
    context = list(error.context or ())
    unfit = {e.relative_schema_path[0] for e in context if e.validator == "type" and not e.relative_path}
    meant = [e for e in context if e.relative_schema_path[0] not in unfit]
    known = [key for e in meant if e.validator in ("required", "additionalProperties") for key in e.schema["properties"]]
    if known and not set(known) & set(error.instance):
        return [_wrong_type(file, steps, error.instance, "string", _meaning(error))]
    if meant:
        return [problem for e in meant for problem in explain(e, file)]
    shapes = [str(shape["type"]) for shape in error.validator_value]
    return [_wrong_type(file, steps, error.instance, " ".join(shapes), _meaning(error))]


def _unknown_key(file: YamlFile, steps: Steps, key: str, known: list[str]) -> Problem:
    advice = suggest(key, known, "可用的键")
    return Problem("R220", f"不认识的键“{key}”", advice, file.place((*steps, key), key=True))


def _missing_key(error: ValidationError, file: YamlFile, steps: Steps, key: str) -> Problem:
    meaning = error.schema.get("properties", {}).get(key, {}).get("description", "")
    advice = f"请补上一行“{key}: …”" + (f"（{meaning}）" if meaning else "")
    return Problem("R221", f"缺少“{key}”", advice, file.place(steps))


def _wrong_type(file: YamlFile, steps: Steps, value: Any, types: str, meaning: str) -> Problem:
    place = file.place(steps)
    wanted = "，或".join(_TYPES[t] for t in types.split())
    said = f"（{meaning}）" if meaning else ""
    if value == "":
        return Problem("R222", f"{_name(steps)}是空的", f"请填写，或删去这一行{said}", place)
    if isinstance(value, str) and "：" in value and "object" in types:
        place = file.place(steps, offset=value.index("："))
        return Problem("R210", "键后面用了全角冒号“：”", "请改成半角冒号加一个空格“: ”", place)
    if isinstance(value, dict) and types == "string":
        return Problem("R222", f"{_name(steps)}应是文字，这里成了“键: 值”", "若是一句话，请给整句加单引号（句中有“: ”，或以 { 开头）", place)
    return Problem("R222", f"{_name(steps)}应是{wanted}", f"请改写{said}", place)


def _wrong_value(error: ValidationError, file: YamlFile, steps: Steps) -> Problem:
    place, name, meaning = file.place(steps), _name(steps), _meaning(error)
    if error.validator == "enum":
        advice = suggest(str(error.instance), map(str, error.validator_value), "可用的值")
        return Problem("R223", f"{name}不能是“{error.instance}”", advice, place)
    if error.validator in ("minLength", "minItems"):
        few = "太短，至少要有两个" if error.validator_value == 2 and error.instance else "是空的"
        return Problem("R223", f"{name}{few}", f"请填写（{meaning}）" if meaning else "请填写", place)
    if error.validator == "pattern" and "a-z0-9" in str(error.validator_value):
        return Problem("R223", f"{name}不能是“{error.instance}”", "代号只用小写字母、数字和连字符，例如 legal-advisor", place)
    return Problem("R223", f"{name}不能是“{error.instance}”", f"应是：{meaning}" if meaning else "请改写", place)


def _meaning(error: ValidationError) -> str:
    return str(error.schema.get("description", "")) if isinstance(error.schema, dict) else ""


def _name(steps: Steps) -> str:
    """What a value is called: its key, or its number in the list of that key."""
    names = [s for s in steps if isinstance(s, str)]
    if not names:
        return "文件内容"
    number = f"第 {int(steps[-1]) + 1} 项" if not isinstance(steps[-1], str) else ""
    return f"“{names[-1]}”{'的' if number else ''}{number}"
