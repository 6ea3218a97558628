"""Pages of the room tasks, by subject."""
