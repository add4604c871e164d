"""The command line: parse, call one verb, print, exit."""

import gc

gc.set_threshold(100 * 100 * 100)  # a short process that builds the law once gains nothing from collecting on the way
