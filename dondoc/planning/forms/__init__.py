"""What people are asked, by part of the room."""
