"""Ask someone: whom to ask about a draft, and a question to copy that holds nothing but what was ticked."""
