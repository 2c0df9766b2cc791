"""Hours of use in minutes: random keys, sizes and changes of files, from a seed that is printed."""
