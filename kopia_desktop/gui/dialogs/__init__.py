"""The windows beside the main one: settings, export, help, log, about, licences."""
