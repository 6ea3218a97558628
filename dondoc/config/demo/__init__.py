"""The demonstration: a city in the spring of 2022 and a ward in it, made by a seeded generator.

Bodies bear the names of a real city's; people, documents, tasks and figures are invented.
"""
