"""Sells what is in stock, each order once."""
