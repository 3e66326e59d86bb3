"""Shared memory, and the folder that both services share."""
