"""Values that know nothing of law files: places in text, problems, months, days, kinds."""
