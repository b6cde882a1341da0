"""A list of choices that can be gone through in a window of any size."""

from __future__ import annotations

from textual.widgets import OptionList


def has_room(choices: OptionList) -> bool:
    """Whether any of them is to be seen: Textual goes by the rows it has drawn, and may have none.

    In a window too small for a row it has, and before the first frame.
    """
    return bool(choices.options) and bool(choices.scrollable_content_region)


class Choices(OptionList):
    """Choices, one of which is taken."""

    def action_page_up(self) -> None:
        """Move up by a page."""
        if has_room(self):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Move down by a page."""
        if has_room(self):
            super().action_page_down()  # type: ignore[no-untyped-call]
