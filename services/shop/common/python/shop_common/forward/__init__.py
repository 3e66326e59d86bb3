"""Forwarding requests to the replicas of another service."""
