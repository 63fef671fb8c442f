"""Listening: the player, its bar, the picture of a film, and the waveform with draggable edges."""
