"""Widgets in apps that hold nothing else."""
