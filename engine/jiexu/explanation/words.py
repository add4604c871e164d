"""Expressions of the rule language in an officer's words."""

import ast
from collections.abc import Mapping

from jiexu.expression.grammar import tree_of

_SIGNS: dict[type, str] = {
    ast.Eq: "＝", ast.NotEq: "≠", ast.Lt: "＜", ast.LtE: "≤", ast.Gt: "＞", ast.GtE: "≥", ast.In: "属于",
    ast.Add: "＋", ast.Sub: "－", ast.Mult: "×", ast.And: "，且", ast.Or: "，或",
}  # fmt: skip
_CALLS = {
    "月份": "{0}所在的月", "次月": "{0}的次月", "月末": "{0}的末日", "首日": "{0}的首日", "顺延": "{0}起顺延{1}",
    "月序": "自{0}起计{1}是第几个月", "足月序": "自{0}起计{1}是第几个足月", "相隔月数": "{0}到{1}相隔的月数",
    "整月空档": "{0}与{1}之间的整月数", "日后": "{0}后{1}", "月后": "{0}后{1}", "工作日后": "{0}后{1}", "较大": "{0}与{1}取大",
    "较小": "{0}与{1}取小", "上取整": "{0}÷{1}进整", "整年月数": "{0}进为整年", "缴费月数": "{0}中的{1}缴费月数",
    "同省": "{0}与{1}同省", "在": "{0}在{1}", "已提供": "写明{0}",
}  # fmt: skip


def in_words(source: str, values: Mapping[str, str] | None = None) -> str:
    """A line as an officer would say it; names stand for themselves, or for their *values* where these are given.

    >>> in_words("本人 if 参保身份 == 灵活就业人员 else 用人单位")
    '参保身份＝灵活就业人员的，本人；否则用人单位'
    >>> in_words("不足月数 * 补缴比例", {"补缴比例": "7%"})
    '不足月数×7%'
    """
    return _say(tree_of(source), values or {})


def _say(node: ast.AST, values: Mapping[str, str]) -> str:
    if isinstance(node, ast.Name):
        return values.get(node.id, node.id)
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.UnaryOp):
        inner = _say(node.operand, values)
        return f"非{inner}" if isinstance(node.operand, ast.Name) else f"非（{inner}）"
    if isinstance(node, ast.BoolOp):
        sign = _SIGNS[type(node.op)]
        return sign.join(_inside(part, values, ast.BoolOp) for part in node.values)
    if isinstance(node, ast.Compare):
        sides = [_say(side, values) for side in (node.left, *node.comparators)]
        return sides[0] + "".join(_SIGNS[type(op)] + side for op, side in zip(node.ops, sides[1:], strict=True))
    if isinstance(node, ast.BinOp):
        return f"{_inside(node.left, values, ast.BinOp)}{_SIGNS[type(node.op)]}{_inside(node.right, values, ast.BinOp)}"
    if isinstance(node, ast.IfExp):
        return f"{_say(node.test, values)}的，{_say(node.body, values)}；否则{_say(node.orelse, values)}"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _CALLS[node.func.id].format(*(_argument(part, values) for part in node.args))
    raise TypeError(type(node).__name__)


def _argument(node: ast.AST, values: Mapping[str, str]) -> str:
    """What stands inside a call, in brackets unless it is a name or a call of one name."""
    said = _say(node, values)
    simple = isinstance(node, ast.Name | ast.Constant) or (isinstance(node, ast.Call) and len(node.args) == 1)
    return said if simple else f"（{said}）"


def _inside(node: ast.AST, values: Mapping[str, str], kind: type) -> str:
    """A part of something larger, in brackets where it could be misread."""
    said = _say(node, values)
    same = type(node) is kind and not (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult))
    return f"（{said}）" if same or isinstance(node, ast.IfExp) else said
