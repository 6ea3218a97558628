"""The doors of people and bodies, by subject."""
