"""What the rules for all facts share: sentences, clauses, noun and verb phrases, who is meant."""
