"""Quotations that are right, shortened, changed and invented, held against a made-up library."""
