"""Any file becomes typed rows and issues: files, cells, recognition, layout, rows; `take` goes the whole way."""
