"""A podium is told of each feed that has ended since it looked last."""

from __future__ import annotations

from pathlib import Path

from plenary_tui.storage.feed_ends import FeedEnds

FOLDER = Path("/captions").absolute()


def test_each_end_is_news_once_and_older_ones_are_none(database: Path) -> None:
    database.write_bytes(b"")
    FeedEnds(database).tell(FOLDER / "old")
    ends = FeedEnds(database)
    assert ends.news() == ()
    folders = (FOLDER / "a", FOLDER / "é b")
    for one in folders:
        FeedEnds(database).tell(one)
    assert ends.news() == tuple(map(str, folders))
    assert ends.news() == ()


def test_nothing_is_told_where_no_conference_is(database: Path) -> None:
    FeedEnds(database).tell(FOLDER)
    assert not list(database.parent.iterdir())


def test_a_text_that_is_gone_or_begun_anew_stops_nothing(database: Path) -> None:
    database.write_bytes(b"")
    ends = FeedEnds(database)
    ends.tell(FOLDER)
    assert ends.news() == (str(FOLDER),)
    for one in database.parent.glob("*.feeds-ended"):
        one.unlink()
    assert ends.news() == ()
    ends.tell(FOLDER)
    assert ends.news() == (str(FOLDER),)
