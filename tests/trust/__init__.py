"""What others wrote is data: tests that send hostile text and faults through the whole program."""
