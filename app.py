"""Entry point: `streamlit run app.py`. Starts the server; the pages begin in `sales_metrics/ui/main.py`.

The script that Streamlit runs lies in a folder of its own, away from `pages/`: beside that folder Streamlit
would answer the address of a page by running its file alone, past sign-in and access control.
"""

import gc
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    # Imported once by the server: load what every page needs now, and take it out of the collector's sight,
    # which would otherwise walk through all of it again and again while other people wait.
    import sales_metrics.ui.shell  # noqa: F401

    gc.collect()
    gc.freeze()
    app = st.App(Path(__file__).resolve().parent / "sales_metrics" / "ui" / "main.py")
else:
    from sales_metrics.ui.shell import main

    main()
