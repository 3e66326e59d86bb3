"""Gives users as JSON: over HTTP, and through shared memory."""
