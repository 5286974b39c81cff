"""What is known of a language before a text is read: word lists, names, stems, the normal form."""
