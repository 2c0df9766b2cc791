"""The notes file as text: read, written, merged. The disk is `storage`'s."""
