"""The articles that ship."""
