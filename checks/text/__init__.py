"""Reading a draft: what its characters, sentences, words, links, tags, mentions and quotations are."""
