"""What it can do to the world: paint, measure and recolour pixels, store, look up."""
