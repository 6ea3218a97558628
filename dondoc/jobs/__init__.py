"""What the house does by the clock or behind a person's back, once, whoever may crash meanwhile."""
