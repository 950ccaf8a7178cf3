"""Cards of the organisation's accounts: what each is for, so that several people keep one voice."""
