"""Open the chat page: ``python ui.py [--corpus DIR] [--host HOST] [--port PORT]``."""

import sys

from assistant.page import main

if __name__ == "__main__":
    sys.exit(main())
