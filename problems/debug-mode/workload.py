"""debug-mode sets no bound."""
