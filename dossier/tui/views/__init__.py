"""What can fill the middle of the screen beside the articles: one view per file."""
