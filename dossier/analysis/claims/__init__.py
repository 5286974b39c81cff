"""What a source states that can be checked."""
