"""When the draft is checked, and by whom: revisions, a short wait, one worker thread."""
