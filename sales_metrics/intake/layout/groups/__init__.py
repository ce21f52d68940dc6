"""Reports in which rows stand under group rows: the groups become columns of the rows below them."""
