"""How tables lie in a sheet: headings, kinds of rows, columns used; several tables, months across, group rows."""
