"""A podium is told of each feed that has ended since it looked last."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.storage.feed_ends import FeedEnds


def test_each_end_is_news_once_and_older_ones_are_none(database: Path) -> None:
    database.write_bytes(b"")
    FeedEnds(database).tell(Path("/captions/old"))
    ends = FeedEnds(database)
    assert ends.news() == ()
    for name in ("/captions/a", "/captions/é b"):
        FeedEnds(database).tell(Path(name))
    assert ends.news() == ("/captions/a", "/captions/é b")
    assert ends.news() == ()


def test_nothing_is_told_where_no_conference_is(database: Path) -> None:
    FeedEnds(database).tell(Path("/captions"))
    assert not list(database.parent.iterdir())


def test_a_text_that_is_gone_or_begun_anew_stops_nothing(database: Path) -> None:
    database.write_bytes(b"")
    ends = FeedEnds(database)
    ends.tell(Path("/captions"))
    assert ends.news() == ("/captions",)
    for one in database.parent.glob("*.feeds-ended"):
        one.unlink()
    assert ends.news() == ()
    ends.tell(Path("/captions"))
    assert ends.news() == ("/captions",)
