"""Tests of briefing.parsing."""
