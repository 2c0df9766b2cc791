"""Tests of briefing.layout."""
