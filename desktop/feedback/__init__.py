"""What a person writes down when a card seems wrong to them: saved by their own hand, and sent nowhere."""
