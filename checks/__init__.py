"""Turn a draft, its occasion and the packs into a report: pure, without Qt, network, key store or child processes."""
