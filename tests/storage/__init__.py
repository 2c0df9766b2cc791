"""Tests of briefing.storage."""
