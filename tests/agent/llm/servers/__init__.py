"""Strict chat servers on loopback, one file a wire format: they reject what the real ones reject, and fail as asked."""
