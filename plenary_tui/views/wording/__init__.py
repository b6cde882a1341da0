"""Words that several views share: names, counts, the clock, tiers, the quorum."""
