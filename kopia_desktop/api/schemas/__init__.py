"""What goes over the wire: one model for validation and for the OpenAPI document."""
