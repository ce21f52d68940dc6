"""Everything that knows Streamlit: the shell round the pages, filters, panels and their rows, the upload."""
