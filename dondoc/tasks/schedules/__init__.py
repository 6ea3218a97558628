"""Schedules laid out in time: as of a day, as pages and charts show them, as lines and sheets."""
