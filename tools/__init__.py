"""What it can do to the world: paint, measure and recolor pixels, store, look up."""
