"""Reasons in words and as data."""
