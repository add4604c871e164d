"""Official forms filled from a case and its decision: which it needs, and each as a page, a PDF or a Word document."""
