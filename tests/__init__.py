"""Proof, in the same four folders as the code."""
