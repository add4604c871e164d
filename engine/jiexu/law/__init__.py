"""The validated law: vocabulary, places, instruments and their provisions."""
