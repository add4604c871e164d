"""Decide the transfer and continuation of medical-insurance relations by rules written as data."""

__version__ = "0.1.0"
