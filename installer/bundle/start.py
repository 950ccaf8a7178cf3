"""Start Soundpost from a packaged program: what PyInstaller freezes."""

import sys

from desktop.commands import main

sys.exit(main())
