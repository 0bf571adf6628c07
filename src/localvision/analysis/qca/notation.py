"""Reading expressions: `A*~B + C`, `A[2]*B[0]`, `A*(B + ~C)`."""

from __future__ import annotations

from collections.abc import Mapping

from localvision.analysis.qca.expression import Expression, Literal, Term, meet
from localvision.errors.analysis import qca as say

SIGNS = "*+~()[]{}"


def read_expression(text: str, levels: Mapping[str, int] | None = None) -> Expression:
    """Read an expression and multiply its brackets out.

    Parameters
    ----------
    text : conditions joined by `*` and `+`, `~` for absence, `A[2]` or `A[0,2]` for values of
        a multi-value condition. A name may hold anything but the signs `*+~()[]{}`.
    levels : how many values each multi-value condition has; needed only where such a
        condition is negated.

    Raises
    ------
    LocalVisionError : `qca.expression-unreadable`, `qca.levels-needed`,
        `qca.value-out-of-range`.

    Examples
    --------
    >>> str(read_expression("A*(B + ~C)"))
    'A*B + A*~C'
    >>> str(read_expression("~(A*B[2])", levels={"B": 3}))
    '~A + B[0,1]'
    """
    return _Reader(text, dict(levels or {})).read()


def conditions_in(text: str) -> tuple[str, ...]:
    """Names that occur in an expression, in order; the expression need not be complete."""
    tokens = _tokens(text)
    names = [
        token
        for before, token in zip(["", *tokens], tokens, strict=False)
        if token not in SIGNS and before not in ("[", "{") and token not in ("0", "1")
    ]
    return tuple(dict.fromkeys(names))


class _Reader:
    """A reader that walks the tokens once; `negated` pushes ~ down to the names."""

    def __init__(self, text: str, levels: dict[str, int]) -> None:
        self.text = text
        self.levels = levels
        self.tokens = _tokens(text)
        self.place = 0

    def read(self) -> Expression:
        if not self.tokens:
            raise self.unreadable("it is empty")
        terms = self.sum(negated=False)
        if self.place < len(self.tokens):
            raise self.unreadable(f'"{self.tokens[self.place]}" is not expected there')
        return Expression(tuple(dict.fromkeys(terms)))

    def unreadable(self, why: str) -> Exception:
        return say.EXPRESSION_UNREADABLE.error(expression=self.text, why=why)

    def peek(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        self.place += 1
        return self.tokens[self.place - 1]

    def sum(self, negated: bool) -> list[Term]:
        parts = [self.product(negated)]
        while self.peek() == "+":
            self.take()
            parts.append(self.product(negated))
        return _all_of(parts) if negated else [term for part in parts for term in part]

    def product(self, negated: bool) -> list[Term]:
        parts = [self.factor(negated)]
        while self.peek() == "*" or self.peek() == "(":
            if self.peek() == "*":
                self.take()
            parts.append(self.factor(negated))
        return [term for part in parts for term in part] if negated else _all_of(parts)

    def factor(self, negated: bool) -> list[Term]:
        token = self.peek()
        if token == "~":
            self.take()
            return self.factor(not negated)
        if token == "(":
            self.take()
            inner = self.sum(negated)
            if self.peek() != ")":
                raise self.unreadable("a bracket is not closed")
            self.take()
            return inner
        if not token or token in SIGNS:
            raise self.unreadable(f'a condition is missing before "{token or "the end"}"')
        return self.literal(negated)

    def literal(self, negated: bool) -> list[Term]:
        name = self.take()
        if self.peek() not in ("[", "{"):
            # "1" and "0" are what an empty product and an empty sum are written as.
            if name in ("0", "1") and name not in self.levels:
                return [()] if (name == "1") != negated else []
            return [(Literal(name, (0 if negated else 1,)),)]
        closing = "]" if self.take() == "[" else "}"
        values = self.values(name)
        if self.peek() != closing:
            raise self.unreadable(f"the values of {name} are not closed")
        self.take()
        if negated:
            if name not in self.levels:
                raise say.LEVELS_NEEDED.error(condition=name)
            values = tuple(v for v in range(self.levels[name]) if v not in values)
        return [(Literal(name, values, bracketed=True),)] if values else []

    def values(self, name: str) -> tuple[int, ...]:
        written = self.take() if self.peek() and self.peek() not in SIGNS else ""
        parts = [part.strip() for part in written.replace(";", ",").split(",")]
        if not all(part.isdigit() for part in parts):
            raise self.unreadable(f"the values of {name} must be whole numbers")
        values = tuple(sorted({int(part) for part in parts}))
        highest = self.levels.get(name, values[-1] + 1) - 1
        if values[-1] > highest:
            raise say.VALUE_OUT_OF_RANGE.error(condition=name, value=values[-1], highest=highest)
        return values


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    name = ""
    for sign in [*text, "+"]:
        if sign not in SIGNS:
            name += sign
            continue
        if name.strip():
            tokens.append(name.strip())
        name = ""
        tokens.append(sign)
    return tokens[:-1]


def _all_of(parts: list[list[Term]]) -> list[Term]:
    """Multiply sums out: one term from each, those that contradict themselves left out."""
    terms: list[Term] = [()]
    for part in parts:
        joined = (meet(term, other) for term in terms for other in part)
        terms = list(dict.fromkeys(term for term in joined if term is not None))
    return terms
