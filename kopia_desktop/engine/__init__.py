"""What makes it happen: hands units of work to child processes and stores what they answer."""
