"""What a person can decide, each as the change of one or a few items of the YAML files, told in a sentence."""
