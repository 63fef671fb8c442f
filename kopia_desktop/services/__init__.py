"""What may be asked of the app; every face calls these."""
