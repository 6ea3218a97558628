"""Doors of the room handovers."""
