"""How much analysis finds of what a careful reader finds: `make accuracy`."""
