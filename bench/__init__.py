"""Measurements, printed beside the floor of raw SQL; never run as timed tests."""
