"""How far the reading of a file has come, told by the process that parses to the one that waits."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Called with "reading" or "typing" and the share of it that is done, 0..1, now and then from the start on."""

_STEP = 0.01


class Told:
    """The share that has been told, and to whom; tells nobody until `listen` is called."""

    def __init__(self) -> None:
        self._tell: Callable[[float], None] | None = None
        self._last = 0.0
        self._reached = 0.0

    def listen(self, tell: Callable[[float], None]) -> None:
        """Tell the shares of the next file to `tell`, from 0 on."""
        self._tell, self._last, self._reached = tell, 0.0, 0.0

    def reached(self, share: float) -> None:
        """Say that `share` of the file, 0..1, has been read; smaller steps than a hundredth are kept back."""
        self._reached = max(self._reached, share)
        if self._tell is not None and share >= self._last + _STEP:
            self._last = share
            self._tell(min(share, 1.0))

    def advance(self, share: float) -> None:
        """Say that so much more has been read."""
        self.reached(self._reached + share)


PARSING = Told()
"""Of the file that this process parses: there is one at a time."""
