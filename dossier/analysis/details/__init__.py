"""What statements say by the way: how old somebody is, at what hour it was, the how manieth it was."""
