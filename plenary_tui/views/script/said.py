"""The President's words as they are shown: values alone, so that a screen needs no more of them."""

from __future__ import annotations

from plenary_tui.procedure.state.frozen import Value, replace


class Words(Value):
    """What the President says next, in words.

    Attributes:
        lines: the sentences, in order.
        main: which of them matters most, from 0.
        brief: that one, without who is to follow.
        tail: who is to follow, as the rest of that sentence; "" if nobody is.
        otherwise: what is said instead if something else happens.
        after: who has to end first; "" if it is said now.
    """

    lines: tuple[str, ...] = ()
    main: int = 0
    brief: str = ""
    tail: str = ""
    otherwise: tuple[str, ...] = ()
    after: str = ""

    @property
    def with_less_before(self) -> tuple[Words, ...]:
        """All of it, then with less and less before what matters most, and nothing after it."""
        places = dict.fromkeys((self.main, min(self.main, 1), 0))
        end = self.main + 1
        fewer = (replace(self, lines=self.lines[self.main - one : end], main=one) for one in places)
        return (self, *fewer)

    @property
    def forms(self) -> tuple[str, ...]:
        """All of it, then with less and less around what matters most."""
        before = self.lines[max(0, self.main - 1) : self.main]
        main = self.lines[self.main : self.main + 1]
        forms = (self.lines, (*before, *main), (*before, self.brief), main, (self.brief,))
        return tuple(dict.fromkeys(" ".join(one) for one in forms))
