"""The screens: where keys become what the session does."""
