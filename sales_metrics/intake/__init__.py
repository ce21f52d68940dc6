"""Any file becomes typed rows and issues: read, recognise, map, validate."""
