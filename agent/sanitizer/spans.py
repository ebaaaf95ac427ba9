"""Questions about many stretches of a text at once, answered without comparing each with each."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

Span = tuple[int, int]
"""A stretch [start, end) of a text."""


class Cover:
    """A set of spans that can be asked whether another span lies inside one of them."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def __contains__(self, span: Span) -> bool:
        before = bisect_right(self._starts, span[0])
        return before > 0 and self._ends[before - 1] >= span[1]


def pieces(bounds: list[int], spans: Iterable[Span]) -> dict[int, Span]:
    """Which pieces of a text, cut at the rising `bounds`, the spans touch, each with its first span."""
    out: dict[int, Span] = {}
    for span in sorted(spans):
        piece = max(0, bisect_right(bounds, span[0]) - 1)
        while piece < len(bounds) - 1 and bounds[piece] < span[1]:
            out.setdefault(piece, span)
            piece += 1
    return out
