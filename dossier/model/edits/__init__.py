"""What a person changes: values, edits, how three versions of an item are joined, and what can be taken back."""
