"""The window: it paints what the services tell and hands on what a person does; no rules here."""
