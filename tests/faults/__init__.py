"""Power loss, a full disk and failing syncs, played out on the journal."""
