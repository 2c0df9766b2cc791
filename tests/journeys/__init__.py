"""What readers do, key by key: with Textual's pilot, and in a real terminal."""
