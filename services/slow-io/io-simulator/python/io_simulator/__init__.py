"""Stands in for something slow that is waited for: a database, a language model, another service."""
