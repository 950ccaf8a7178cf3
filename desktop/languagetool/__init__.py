"""LanguageTool as a guarded child of this program: where it is, starting it, talking to it, stopping it.

Only `proofreader` is for the rest of the program. Its neighbours import heavy libraries, so it imports them when it starts.
"""
