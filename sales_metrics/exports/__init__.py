"""What goes out of the house: workbooks, made of what the screen shows."""
