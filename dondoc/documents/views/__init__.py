"""Pages of the room documents, by subject."""
