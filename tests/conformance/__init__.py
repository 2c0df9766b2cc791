"""The CommonMark specification's own examples, fetched when they are run."""
