"""What happens beside recognition: media is fetched, webhooks are delivered, deletions erased."""
