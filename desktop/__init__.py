"""Everything that touches the machine: the window, the commands, LanguageTool, settings and lists."""
