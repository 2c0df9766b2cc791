"""The values that everything else speaks of. Nothing here knows a disk, a screen or a library."""
