"""Tests of briefing.notes."""
