"""The caption in its frame; while it is held, that it is, and what it would be."""

from __future__ import annotations

from textual.content import Content

from plenary_tui.actions.pane import HOLD, LANGUAGE
from plenary_tui.procedure.state.frozen import Value
from plenary_tui.views.public.caption import Caption
from plenary_tui.widgets.panels import Panel, styled


class CaptionShown(Value):
    """The caption as it would be sent now, and the one that is held, if one is.

    Attributes:
        since: at what time of day it was held.
        withheld: whether pages and files show none, for it may be old.
    """

    present: Caption
    held: Caption | None = None
    since: str = ""
    withheld: bool = False


def _title(value: CaptionShown) -> str:
    if value.held:
        return f"CAPTION HELD HERE ONLY since {value.since} ({HOLD.name} lets it go)"
    if value.withheld and value.present.line1:
        return "CAPTION NOT SENT by pages and files: it may be old"
    return f"CAPTION in {value.present.language} ({LANGUAGE.name})"


class CaptionPanel(Panel[CaptionShown]):
    """The caption; while it is held, that it is, and what it would be."""

    DEFAULT_CSS = """
    CaptionPanel {
        height: auto; min-height: 4; max-height: 7; padding: 0 1; border: round $primary;
    }
    CaptionPanel.-held, CaptionPanel.-withheld { border: heavy $warning; }
    """

    def watch_value(self) -> None:
        """Frame a held caption differently."""
        if (value := self.value) is not None:
            self.border_title = _title(value)
            self.border_subtitle = (value.held or value.present).remark
            self.set_class(value.held is not None, "-held")
            self.set_class(value.withheld, "-withheld")
        super().watch_value()

    def picture(self, value: CaptionShown) -> Content:
        caption = value.held or value.present
        lines = [styled(caption.line1 or "(empty)", "strong"), styled(caption.line2)]
        if value.held is None:
            return Content("\n").join(lines)
        same = value.held == value.present
        told = "it would be the same now" if same else f"NOW IT WOULD BE {value.present.words}"
        lines.append(styled(told, "quiet" if same else "warn"))
        return Content("\n").join(line.truncate(self.size.width, ellipsis=True) for line in lines)
