"""Workbooks of every make, and the web pages and XML that pass for them; what is in them is measured beforehand."""
