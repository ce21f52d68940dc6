"""BG/NBD on the clients of CDNOW against the estimates that Fader, Hardie and Lee (2005) published for them.

    python -m benchmarks.repeat_purchases CUSTOMERS.csv

The file is brought along: a row a client with `frequency` (repeat purchases), `recency` (week of the last) and `T`
(weeks since the first), as several packages for such models ship it.
"""

from __future__ import annotations

import argparse
from typing import Final

import pandas as pd

from sales_metrics.statistics.bgnbd import fitted

PUBLISHED: Final = {"r": 0.243, "alpha": 4.414, "a": 0.793, "b": 2.426}
LIKELIHOOD: Final = -9582.4


def main() -> None:
    """Print each estimate beside the published one."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("customers", help="CSV with frequency, recency and T")
    clients = pd.read_csv(parser.parse_args().customers)
    columns = [clients[name] for name in ("frequency", "recency", "T")]
    model = fitted(*columns)
    if model is None:
        raise SystemExit("the model does not settle on these clients")
    print(f"{len(clients)} clients")
    for name, published in PUBLISHED.items():
        print(f"{name:>6} {getattr(model, name):.4f}, published {published}")
    print(f"log-likelihood {model.log_likelihood(*columns):.1f}, published {LIKELIHOOD}")


if __name__ == "__main__":
    main()
