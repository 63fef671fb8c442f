"""The words for what core knows by codes and numbers: errors, languages, times, settings."""
