"""Which provisions stand on a day at a place, and which of them decides."""
