"""Calls io-simulator from an event loop: Quart, as ASGI has it."""
