"""Calls io-simulator from a thread for each request: Flask, as WSGI has it."""
