"""Every screen and dialog as it looks, in every group of themes and at three sizes."""
