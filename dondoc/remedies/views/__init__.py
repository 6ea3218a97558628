"""The web doors of the room, by subject."""
