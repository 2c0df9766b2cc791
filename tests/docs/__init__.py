"""The docs say what is true."""
