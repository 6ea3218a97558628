"""Doors of the programme."""
