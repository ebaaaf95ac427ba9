"""Data that ships with the agent: JSON only, read through importlib.resources."""
