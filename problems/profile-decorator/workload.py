"""profile-decorator sets no bound: what it costs does not depend on any n."""
