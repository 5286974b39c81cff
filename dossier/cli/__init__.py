"""The command line: stdout is data, stderr is narration, exit codes are an API."""
