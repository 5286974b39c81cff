"""``python -m dossier`` does what the command ``dossier`` does."""

import sys

from dossier.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
