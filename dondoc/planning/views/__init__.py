"""Doors of the room, by part."""
