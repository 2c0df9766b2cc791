"""Dialogs: small screens that ask one thing and answer it."""
