"""The files of the languages: each whole, each key of use, and no word of theirs anywhere else."""
