"""What lies beside an article, as text: notes and versions, read, written and merged.

The disk is `storage`'s.
"""
