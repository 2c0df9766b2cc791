"""What reaches an installed program."""
