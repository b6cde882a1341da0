"""A podium for every test one of its own, in colours, and brisk."""

from __future__ import annotations

from tests.ui.opening import brisk, coloured, podium, styled, unpainted

__all__ = ["brisk", "coloured", "podium", "styled", "unpainted"]
