"""What a user can do, tried without a screen and mostly without a disk."""
