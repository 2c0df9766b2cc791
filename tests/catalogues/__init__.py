"""The translations: gathered, compared with the code, and checked."""
