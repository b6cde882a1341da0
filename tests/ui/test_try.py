from pathlib import Path
import time
from tests.ui.podium import *


async def test_it(tmp_path: Path) -> None:
    t = time.time()
    room = chamber(tmp_path, speaking)
    print("prep", time.time() - t)
    t = time.time()
    async with podium_on(room) as (app, pilot, room):
        print("open", time.time() - t)
        t = time.time()
        print(room.lines_text)
        print(room.digits, room.word, room.status)
        await room.press("space")
        print("press", time.time() - t)
        t = time.time()
        print(room.screen)
        await room.press("a")
        print("a", time.time() - t)
        t = time.time()
        await room.type("côt")
        print("type3", time.time() - t)
        t = time.time()
        print(room.lines_text)
        await pilot.press("enter")
        print(room.lines_text)
        t = time.time()
    print("close", time.time() - t)
    t = time.time()


async def test_it2(tmp_path: Path) -> None:
    await test_it(tmp_path)
