"""How wide the reader's window is and whether it is dark: what a chart has to know before it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import streamlit as st

Theme = Literal["light", "dark"]
Width = Literal["phone", "laptop"]

_PHONE_BELOW: Final = 640

_JS: Final = """
export default function (component) {
  const { data, parentElement, setStateValue } = component
  const seen = () => {
    const width = window.innerWidth < data.phoneBelow ? "phone" : "laptop"
    const ground = getComputedStyle(parentElement.host ?? parentElement).getPropertyValue("--st-background-color")
    const shade = ground.trim().replace("#", "")
    const bright = [0, 2, 4].map((at) => parseInt(shade.slice(at, at + 2), 16)).reduce((a, b) => a + b, 0)
    const theme = Number.isNaN(bright) ? data.theme : bright < 384 ? "dark" : "light"
    return { width, theme }
  }
  let said = `${data.width} ${data.theme}`
  const say = () => {
    const now = seen()
    if (`${now.width} ${now.theme}` !== said) {
      said = `${now.width} ${now.theme}`
      setStateValue("seen", now)
    }
  }
  say()
  window.addEventListener("resize", say)
  return () => window.removeEventListener("resize", say)
}
"""


@dataclass(frozen=True, slots=True)
class Viewport:
    """The width class of the window and the theme the reader sees."""

    width: Width = "laptop"
    theme: Theme = "light"


_PROBE: Final = st.components.v2.component("sales_metrics_viewport", html="<span></span>\n<span></span>", js=_JS)


def viewport() -> Viewport:
    """Return what the browser last said of itself; a change of width class or theme reruns the page.

    Before the browser has said anything, and in tests without one, it is a laptop in the theme that the
    connection announced.
    """
    known = st.session_state.get("viewport", {}).get("seen") or {}
    announced: Theme = "dark" if st.context.theme.type == "dark" else "light"
    current = Viewport(known.get("width", "laptop"), known.get("theme", announced))
    _PROBE(
        key="viewport",
        data={"phoneBelow": _PHONE_BELOW, "width": current.width, "theme": current.theme},
        on_seen_change=lambda: None,
    )
    return current
