"""What the house does by the clock: each duty once per slot, whoever may crash meanwhile."""
