"""The REST API on localhost: parse, call a service, show what came back."""
