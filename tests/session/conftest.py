"""A server of feeds, and a library that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.feed_server import (
    FeedServer,
    feed_server,
)
from tests.session.feed_library import Desk


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as found:
        yield found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "library")
