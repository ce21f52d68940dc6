"""Where the definitions come from: the business texts and papers that the metrics follow."""

from __future__ import annotations

from typing import Final

BOOK: Final = "Client department (book on managing a b2b client base)"
PALM: Final = "Sales in the palm of your hand (article on CRM in b2b direct sales)"
PLAN: Final = "Client development plan (article on growing b2b clients)"
VELOCITY: Final = "Little (1961), A proof for the queuing formula L = λW, Operations Research 9:383"
COHORTS: Final = (
    "Aalen and Johansen (1978), An empirical transition matrix, Scandinavian Journal of Statistics 5:141"
)
STAYS: Final = (
    "Kaplan and Meier (1958), Nonparametric estimation, Journal of the American Statistical Association 53:457"
)
CHANNELS: Final = "B2b sales channels (interview on winning clients and handing them over)"
FALSIFIERS: Final = "Schwanhäuser, Sakshaug and Kosyakova (2022), How to catch a falsifier, Public Opin. Q. 86:51"
BOUNDS: Final = "Manski (1989), Anatomy of the selection problem, Journal of Human Resources 24:343"
NET_SCORE: Final = "Rocks (2016), Interval estimation for the “net promoter score”, American Statistician 70:365"
KEY_ACCOUNTS: Final = "Working with key accounts (article on key account management)"
RHYTHM: Final = "Wübben and von Wangenheim (2008), Instant customer base analysis, Journal of Marketing 72(3):82"
CUSTOMER_BASE: Final = "Fader, Hardie and Ross (2022), The Customer-Base Audit (two periods side by side)"
DAWES: Final = "Dawes (1979), The robust beauty of improper linear models, American Psychologist 34:571"
TERRITORY: Final = "Development plan of a sales territory (article on planning a sales department)"
FOUR_SIDES: Final = "Strategy from sixteen points (exercise on strengths, weaknesses, chances and risks)"
